import type { DuckDBConnection } from "@duckdb/node-api";
import type { Answer } from "../harness/answer.js";

/** The columns of an RFM query's answer, by the driver's own conversion. */
export async function readConverted(database: DuckDBConnection, sql: string): Promise<Required<Answer>> {
  const reader = await database.runAndReadAll(sql);
  return named(reader.getColumnsJS() as number[][]);
}

/** The columns of an RFM query's answer, chunk by chunk into typed arrays. */
export async function readChunks(database: DuckDBConnection, sql: string): Promise<Required<Answer>> {
  const result = await database.run(sql);
  const columns = Array.from({ length: result.columnCount }, () => new Float64Array(result.rowCount));
  let start = 0;
  for (const chunk of await result.fetchAllChunks()) {
    for (const [i, column] of columns.entries()) {
      chunk.visitColumnValues(i, (value, row) => {
        column[start + row] = value as number;
      });
    }
    start += chunk.rowCount;
  }
  return named(columns);
}

function named(columns: readonly ArrayLike<number>[]): Required<Answer> {
  const [customerId, recency, frequency, monetary, tenure] = columns;
  return { customerId, recency, frequency, monetary, tenure };
}

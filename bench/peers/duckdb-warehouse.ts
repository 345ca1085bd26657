import type { DuckDBConnection } from "@duckdb/node-api";
import { emptyLines, type Lines, type Shop } from "../data/shop.js";

/**
 * Lines of orders made inside of DuckDB: an order is a run of four lines of one customer at one second of 2024, customers
 * and amounts strewn by a hash.
 */
export async function makeWarehouse(database: DuckDBConnection, { lines, customers }: Shop): Promise<void> {
  await database.run(`
    CREATE OR REPLACE TABLE lines AS
    SELECT
      CAST(hash(i // 4) % ${customers} AS INTEGER) AS customer,
      CAST(i // 4 AS INTEGER) AS "order",
      TIMESTAMP '2024-01-01' + to_seconds(CAST((i // 4) * 126489600 // ${lines} AS BIGINT)) AS day,
      CAST(1 + hash(i * 7 + 3) % 10000 AS DOUBLE) / 100 AS amount
    FROM range(${lines}) AS made(i)
  `);
}

/** The same lines, read out in batches that share their memory. */
export async function* readWarehouse(database: DuckDBConnection, size: number): AsyncGenerator<Lines> {
  const result = await database.stream(
    `SELECT customer, "order", CAST(epoch_ms(day) AS DOUBLE), amount FROM lines`,
  );
  const batch = emptyLines(size + LARGEST_CHUNK);
  const columns = [batch.customer, batch.order, batch.time, batch.amount];
  let filled = 0;
  for (;;) {
    const chunk = await result.fetchChunk();
    const rows = chunk?.rowCount ?? 0;
    if (filled > 0 && (rows === 0 || filled >= size)) {
      yield firstOf(batch, filled);
      filled = 0;
    }
    if (chunk === null || rows === 0) return;
    for (const [i, column] of columns.entries()) {
      chunk.visitColumnValues(i, (value, row) => {
        column[filled + row] = value as number;
      });
    }
    filled += rows;
  }
}

/** DuckDB's vectors hold as many values at most. */
const LARGEST_CHUNK = 2048;

function firstOf({ customer, order, time, amount }: Lines, count: number): Lines {
  const part = <T extends Int32Array | Float64Array>(column: T) => column.subarray(0, count) as T;
  return { customer: part(customer), order: part(order), time: part(time), amount: part(amount) };
}

import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** A database in memory, without the order of rows to keep, which grouping does not need. */
export async function openDatabase(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    preserve_insertion_order: "false",
  });
  return instance.connect();
}

/** The first cell of a query's answer. */
export async function readNumber(database: DuckDBConnection, sql: string): Promise<number> {
  const reader = await database.runAndReadAll(sql);
  return Number(reader.value(0, 0));
}

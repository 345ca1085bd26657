import { resolve } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** A database in memory after some statements, to be asked; files are those of the real data. */
export async function openDuckDb(...statements: readonly string[]) {
  const folder = resolve(process.env.RFM_KIT_DATA ?? ".");
  const database = await DuckDBInstance.create(":memory:", { file_search_path: folder });
  const connection = await database.connect();
  for (const statement of statements) await connection.run(statement);
  return async (question: string) => (await connection.runAndReadAll(question)).getRowObjects();
}

/** What DuckDB answers to the last of the statements. */
export async function askDuckDb(...statements: string[]) {
  const ask = await openDuckDb(...statements.slice(0, -1));
  return ask(statements.at(-1) as string);
}

import { DOUBLE, type DuckDBConnection, DuckDBDataChunk, type DuckDBValue, INTEGER } from "@duckdb/node-api";
import { AS_OF, type Lines } from "../data/shop.js";
import { openDatabase } from "./duckdb.js";

const CHUNK = 2048;

/** A database with a table of the lines: integers, a timestamp and a double. */
export async function loadLines(lines: Lines): Promise<DuckDBConnection> {
  const database = await openDatabase();
  await database.run("CREATE TABLE raw (customer INTEGER, ord INTEGER, ms DOUBLE, amount DOUBLE)");
  const appender = await database.createAppender("raw");
  const chunk = DuckDBDataChunk.create([INTEGER, INTEGER, DOUBLE, DOUBLE]);
  const columns = [lines.customer, lines.order, lines.time, lines.amount];
  for (let from = 0; from < lines.customer.length; from += CHUNK) {
    const parts: unknown[] = columns.map((column) => column.subarray(from, from + CHUNK));
    chunk.reset();
    chunk.setColumns(parts as DuckDBValue[][]);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await database.run(
    "CREATE TABLE lines AS SELECT customer, ord, epoch_ms(ms::BIGINT)::TIMESTAMP AS date, amount FROM raw",
  );
  await database.run("DROP TABLE raw");
  return database;
}

const days = (date: string) => `(DATE '${AS_OF}' - ${date}::DATE)::INTEGER`;

/** RFM of the lines, the two ways to count distinct orders. */
export const rfmQueries = {
  "count(DISTINCT)": `
    SELECT customer, ${days("max(date)")} AS recency, count(DISTINCT ord)::INTEGER AS frequency,
      sum(amount) AS monetary, ${days("min(date)")} AS tenure
    FROM lines GROUP BY customer`,
  "two GROUP BYs": `
    SELECT customer, ${days("max(latest)")} AS recency, count(*)::INTEGER AS frequency,
      sum(amount) AS monetary, ${days("min(earliest)")} AS tenure
    FROM (
      SELECT customer, ord, max(date) AS latest, min(date) AS earliest, sum(amount) AS amount
      FROM lines GROUP BY customer, ord
    ) GROUP BY customer`,
} as const;

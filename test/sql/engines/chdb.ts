import type { ColumnType, Engine } from "../engine.js";
import { openWriter } from "./parquet.js";

/** What of chdb is used. */
export interface ChdbSession {
  query(statement: string, format?: string): string;
  cleanup(): void;
}

/** ClickHouse has no wall clock: its timestamps are instants, here in zones that no statement names. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "Nullable(String)",
  integer: "Nullable(Int64)",
  double: "Nullable(Float64)",
  decimal: "Nullable(Decimal(18, 4))",
  date: "Nullable(Date32)",
  timestamp: "Nullable(DateTime64(6, 'UTC'))",
  instant: "Nullable(DateTime64(6, 'Asia/Tokyo'))",
};

/** ClickHouse in this process, whose own zone is none that the tests name. */
export async function openChdb(session: ChdbSession): Promise<Engine> {
  const writer = await openWriter();
  session.query("CREATE DATABASE work");
  session.query("USE work");
  // Ranks of thousands of values make a statement of more than the 256 kB that are taken by default.
  session.query("SET max_query_size = 10000000");
  session.query("SET session_timezone = 'Asia/Tokyo', output_format_json_quote_64bit_integers = 0");
  return {
    dialect: "clickhouse",
    async load(table, columns) {
      const list = columns.map(
        ({ name, type }) => `CAST(${quoted(name)} AS ${TYPES[type]}) AS ${quoted(name)}`,
      );
      const from = `file('${await writer.write(columns)}', Parquet)`;
      session.query(`DROP TABLE IF EXISTS ${quoted(table)}`);
      session.query(
        `CREATE TABLE ${quoted(table)} ENGINE = Memory AS SELECT ${list.join(", ")} FROM ${from}`,
      );
    },
    async run(statement) {
      const lines = session.query(statement, "JSONEachRow").split("\n");
      return lines.filter(Boolean).map((line) => JSON.parse(line));
    },
    async close() {
      session.cleanup();
      await writer.close();
    },
  };
}

const quoted = (name: string) => `\`${name.replace(/[\\`]/g, "\\$&")}\``;

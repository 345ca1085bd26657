import {
  type DuckDBAppender,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  DuckDBTimestampTZValue,
  DuckDBTimestampValue,
} from "@duckdb/node-api";
import type { ColumnType, Engine } from "../engine.js";

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "VARCHAR",
  integer: "BIGINT",
  double: "DOUBLE",
  decimal: "DECIMAL(18, 4)",
  date: "DATE",
  timestamp: "TIMESTAMP",
  instant: "TIMESTAMPTZ",
};

/** A database in memory, whose own zone is none that the tests name. */
export async function openDuckdb(): Promise<Engine> {
  const instance = await DuckDBInstance.create(":memory:", { threads: "2" });
  const connection = await instance.connect();
  await connection.run("SET TimeZone = 'Asia/Tokyo'");
  return {
    dialect: "duckdb",
    async load(table, columns) {
      const name = `"${table.replaceAll('"', '""')}"`;
      const list = columns.map((column) => `"${column.name.replaceAll('"', '""')}" ${TYPES[column.type]}`);
      await connection.run(`CREATE OR REPLACE TABLE ${name} (${list.join(", ")})`);
      const appender = await connection.createAppender(table);
      for (let row = 0; row < columns[0].values.length; row++) {
        for (const { values, type } of columns) append(appender, values[row], type);
        appender.endRow();
      }
      appender.closeSync();
    },
    async run(statement) {
      const reader = await connection.runAndReadAll(statement);
      return reader.getRowObjectsJS().map((row) => numbersOf(row));
    },
    async close() {
      connection.closeSync();
    },
  };
}

function append(appender: DuckDBAppender, value: string | number | null, type: ColumnType): void {
  if (value === null) appender.appendNull();
  else if (type === "double") appender.appendDouble(Number(value));
  else if (type === "integer") appender.appendBigInt(BigInt(value));
  else if (type === "decimal")
    appender.appendDecimal(new DuckDBDecimalValue(BigInt(Math.round(1e4 * Number(value))), 18, 4));
  else if (type === "text") appender.appendVarchar(String(value));
  else if (type === "date") appender.appendDate(new DuckDBDateValue(millisecondsOf(value) / 86_400_000));
  else if (type === "timestamp")
    appender.appendTimestamp(new DuckDBTimestampValue(BigInt(1000 * millisecondsOf(value))));
  else appender.appendTimestampTZ(new DuckDBTimestampTZValue(BigInt(1000 * millisecondsOf(value))));
}

/** Of ISO text, with or without `Z`. */
function millisecondsOf(text: string | number): number {
  const iso = String(text).replace(" ", "T");
  return Date.parse(iso.endsWith("Z") || iso.length === 10 ? iso : `${iso}Z`);
}

/** Whole numbers that fit are numbers. */
function numbersOf(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  );
}

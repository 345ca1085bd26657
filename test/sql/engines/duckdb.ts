import { DuckDBInstance } from "@duckdb/node-api";
import { type ColumnType, type Engine, valuesOf } from "../engine.js";

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
      const rows = columns[0].values.map((_, row) => `(${valuesOf(columns, row, literal)})`);
      for (let from = 0; from < rows.length; from += 10_000) {
        await connection.run(`INSERT INTO ${name} VALUES ${rows.slice(from, from + 10_000).join(",")}`);
      }
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

function literal(value: string | number, type: ColumnType): string {
  if (type === "double") return `CAST('${value}' AS DOUBLE)`;
  return typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;
}

/** Whole numbers that fit are numbers. */
function numbersOf(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? Number(value) : value]),
  );
}

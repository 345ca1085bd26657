import { PGlite } from "@electric-sql/pglite";
import type { ColumnType, Engine, TableColumn } from "../engine.js";

/** Text that stands in another order than its characters' codes where it is not asked for that. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text COLLATE "unicode"',
  integer: "bigint",
  double: "double precision",
  decimal: "numeric",
  date: "date",
  timestamp: "timestamp",
  instant: "timestamptz",
};

const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** PostgreSQL in this process, whose session has a zone that the tests do not name. */
export async function openPostgresql(): Promise<Engine> {
  const database = await PGlite.create();
  await database.exec("SET TIME ZONE 'Asia/Tokyo'");
  return {
    dialect: "postgresql",
    async load(table, columns) {
      const name = quote(table);
      const list = columns.map((column) => `${quote(column.name)} ${TYPES[column.type]}`);
      await database.exec(`DROP TABLE IF EXISTS ${name}; CREATE TABLE ${name} (${list.join(", ")})`);
      const blob = new Blob([csvOf(columns)]);
      await database.query(`COPY ${name} FROM '/dev/blob' WITH (FORMAT csv)`, [], { blob });
    },
    async run(statement) {
      return (await database.query<Record<string, unknown>>(statement)).rows;
    },
    close: () => database.close(),
  };
}

/** NULL is nothing at all, every text in quotes. */
function csvOf(columns: readonly TableColumn[]): string {
  const cell = (value: string | number | null) =>
    typeof value === "string" ? `"${value.replaceAll('"', '""')}"` : (value ?? "");
  return columns[0].values
    .map((_, row) => `${columns.map(({ values }) => cell(values[row])).join(",")}\n`)
    .join("");
}

import initSqlJs from "sql.js";
import type { ColumnType, Engine } from "../engine.js";

/** What columns are declared as; they hold what is put into them. There are no types of dates and decimals. */
const TYPES: Readonly<Partial<Record<ColumnType, string>>> = {
  text: "TEXT",
  integer: "INTEGER",
  double: "REAL",
  timestamp: "TEXT",
};

const quote = (name: string) => `\`${name.replaceAll("`", "``")}\``;

/** A database in memory. */
export async function openSqlite(): Promise<Engine> {
  // SQLite's own functions of mathematics, not those that sql.js brought before it had any.
  const { Database } = await initSqlJs({ useOldExtensionFunctions: false } as object);
  const database = new Database();
  return {
    dialect: "sqlite",
    async load(table, columns) {
      const name = quote(table);
      const list = columns.map((column) => `${quote(column.name)} ${TYPES[column.type]}`);
      database.run(`DROP TABLE IF EXISTS ${name}`);
      database.run(`CREATE TABLE ${name} (${list.join(", ")})`);
      const insert = database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => "?").join(", ")})`);
      database.run("BEGIN");
      for (let row = 0; row < columns[0].values.length; row++)
        insert.run(columns.map(({ values }) => values[row]));
      database.run("COMMIT");
      insert.free();
    },
    async run(statement) {
      const query = database.prepare(statement);
      const rows = [];
      while (query.step()) rows.push(query.getAsObject());
      query.free();
      return rows;
    },
    async close() {
      database.close();
    },
  };
}

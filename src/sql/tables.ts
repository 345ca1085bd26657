import { join, type Sql, sql } from "./text.js";

/** A table to be made. */
export interface TableShape {
  readonly name: Sql;
  readonly columns: readonly { readonly name: Sql; readonly type: Sql; readonly isRequired: boolean }[];
  /** The columns that tell rows apart. */
  readonly key: readonly Sql[];
  /** The columns that add up where rows of one key meet. */
  readonly sums: readonly Sql[];
}

/** Rows to be merged into a table. */
export interface Merging extends Pick<TableShape, "key" | "sums"> {
  readonly into: Sql;
  /** A query whose columns are those of the key and then the sums, a row a key. */
  readonly rows: Sql;
}

/** The table as the standard makes it. */
export function createTable({ name, columns, key }: TableShape): Sql {
  const written = columns.map((column) =>
    column.isRequired ? sql`${column.name} ${column.type} NOT NULL` : sql`${column.name} ${column.type}`,
  );
  return sql`
    CREATE TABLE ${name} (
      ${join([...written, sql`PRIMARY KEY (${join(key, ", ")})`], ",\n")}
    )
  `;
}

/** Rows inserted, and added to those of their key that are there. */
export function upsert({ into, key, sums, rows }: Merging): Sql {
  const added = sums.map((sum) => sql`${sum} = state.${sum} + excluded.${sum}`);
  return sql`
    INSERT INTO ${into} AS state (${join([...key, ...sums], ", ")})
    ${rows}
    ON CONFLICT (${join(key, ", ")}) DO UPDATE SET
      ${join(added, ",\n")}
  `;
}

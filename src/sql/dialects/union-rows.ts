import { join, type Sql, sql } from "../text.js";

/** A table of given rows in the words that every engine has. */
export function unionRows(names: readonly Sql[], rows: readonly (readonly Sql[])[]): Sql {
  const selects = rows.map((row) => {
    const cells = row.map((cell, i) => sql`${cell} AS ${names[i]}`);
    return sql`SELECT ${join(cells, ", ")}`;
  });
  return sql`
    (
      ${join(selects, "\nUNION ALL\n")}
    ) AS given
  `;
}

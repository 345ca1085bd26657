import type { Merging, TableShape } from "../tables.js";
import { join, type Sql, sql } from "../text.js";

/** Rows inserted, or added to those of their key, as warehouses do it whose keys are not enforced. */
export function mergeInto({ into, key, sums, rows }: Merging): Sql {
  const columns = [...key, ...sums];
  const same = key.map((column) => sql`state.${column} = added.${column}`);
  const summed = sums.map((sum) => sql`${sum} = state.${sum} + added.${sum}`);
  const values = columns.map((column) => sql`added.${column}`);
  return sql`
    MERGE INTO ${into} AS state
    USING (
      ${rows}
    ) AS added
    ON ${join(same, " AND ")}
    WHEN MATCHED THEN UPDATE SET
      ${join(summed, ",\n")}
    WHEN NOT MATCHED THEN INSERT (${join(columns, ", ")})
      VALUES (${join(values, ", ")})
  `;
}

/** A table without a key, which these warehouses would not hold to. */
export function keylessTable({ name, columns }: TableShape): Sql {
  const written = columns.map((column) =>
    column.isRequired ? sql`${column.name} ${column.type} NOT NULL` : sql`${column.name} ${column.type}`,
  );
  return sql`
    CREATE TABLE ${name} (
      ${join(written, ",\n")}
    )
  `;
}

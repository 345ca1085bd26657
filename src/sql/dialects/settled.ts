import { type Sql, sql } from "../text.js";

/** A double without what is beyond its 15th digit or so: one just beside a half stands for the half. */
export function settled(value: Sql): Sql {
  return sql`
    CASE
      WHEN abs(${value}) < 1e9 THEN round(${value}, 6)
      WHEN abs(${value}) < 1e12 THEN round(${value}, 3)
      ELSE round(${value}, 1)
    END
  `;
}

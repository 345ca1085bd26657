import type { Dialect } from "../dialect.js";
import { createTable, upsert } from "../tables.js";
import { join, type Sql, sql } from "../text.js";

/** DuckDB, from 1.1 on. */
export const duckdb: Dialect = {
  name: "duckdb",
  title: "DuckDB",
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  nameFault: () => undefined,
  text: (value) => `'${value.replaceAll("'", "''")}'`,
  // The exponent makes it a double; without one it would be a decimal first.
  double: (value) => (/e/.test(String(value)) ? String(value) : `${value}e0`),
  noZones: undefined,
  types: {
    integer: sql`INTEGER`,
    double: sql`DOUBLE`,
    text: sql`VARCHAR`,
    long: sql`BIGINT`,
    day: sql`DATE`,
  },

  identifier: (column) => sql`
    CASE
      WHEN typeof(${column}) = 'VARCHAR' AND CAST(${column} AS VARCHAR) = '' THEN NULL
      WHEN typeof(${column}) IN ('DOUBLE', 'FLOAT') AND CAST(${column} AS VARCHAR) = 'nan' THEN NULL
      ELSE ${column}
    END
  `,
  day: (column, zone) => sql`
    CASE typeof(${column})
      WHEN 'TIMESTAMP WITH TIME ZONE' THEN CAST(timezone(${zone}, CAST(${column} AS TIMESTAMPTZ)) AS DATE)
      WHEN 'VARCHAR' THEN CASE
        WHEN NOT regexp_matches(CAST(${column} AS VARCHAR), ${ISO}) THEN NULL
        WHEN regexp_matches(CAST(${column} AS VARCHAR), ${OFFSET})
          THEN CAST(timezone(${zone}, ${textInstant(column)}) AS DATE)
        ELSE CAST(${textWall(column)} AS DATE)
      END
      ELSE CAST(CAST(${column} AS TIMESTAMP) AS DATE)
    END
  `,
  time: (column) => sql`
    CASE typeof(${column})
      WHEN 'TIMESTAMP WITH TIME ZONE' THEN epoch_ms(CAST(${column} AS TIMESTAMPTZ))
      WHEN 'VARCHAR' THEN CASE
        WHEN regexp_matches(CAST(${column} AS VARCHAR), ${OFFSET}) THEN epoch_ms(${textInstant(column)})
        ELSE epoch_ms(${textWall(column)})
      END
      ELSE epoch_ms(CAST(${column} AS TIMESTAMP))
    END
  `,
  amount: (column) => sql`CAST(${column} AS DOUBLE)`,
  dayLiteral: (day) => sql`DATE ${day}`,
  dayText: (day) => sql`strftime(${day}, '%Y-%m-%d')`,
  daysBetween: (earlier, later) => sql`${later} - ${earlier}`,

  total: (amount, over = sql``) => sql`fsum(${amount})${over}`,
  // The decimal number that the double stands for, as `roundTo` finds it.
  rounded: (value, decimals) => sql`
    CASE
      WHEN abs(${value}) < 1e${15 - decimals}
        THEN round(round(CAST(printf('%.15g', ${value} * 1e${decimals}) AS DOUBLE), 6)) / 1e${decimals} + 0
      ELSE round(${value}, ${decimals})
    END
  `,
  quotient: (dividend, divisor) => sql`${dividend} // ${divisor}`,
  remainder: (dividend, divisor) => sql`${dividend} % ${divisor}`,
  concat: (parts) => sql`concat(${join(parts, ", ")})`,
  partitionKey: (number) => number,
  ascending: (column) => [column],
  startsWith: (column, prefix) => sql`starts_with(${column}, ${prefix})`,
  least: (values) => sql`
    least(
      ${join(values, ",\n")}
    )
  `,
  rows: (names, rows) => sql`
    (VALUES
      ${join(
        rows.map((row) => sql`(${join(row, ", ")})`),
        ",\n",
      )}
    ) AS given(${join(names, ", ")})
  `,
  createTable,
  merge: upsert,
  approximateQuantile: (value, at) => sql`approx_quantile(${value}, CAST(${at} AS FLOAT))`,
};

/** What the library reads as a date, and what of it is an instant. */
const ISO = sql`'^\d{4}-\d\d-\d\d([T ]([01]\d|2[0-3]):\d\d(:\d\d(\.\d+)?)?(Z| ?[+-]([01]\d|2[0-3])(:?[0-5]\d)?)?)?$'`;
const OFFSET = sql`'.{16}.*(Z|[+-]\d\d(:?\d\d)?)$'`;

/** The day and the clock of ISO text, to the millisecond: finer ones are cut, not rounded. */
const WALL = sql`'^.{10}(.\d\d:\d\d(:\d\d(\.\d{1,3})?)?)?'`;

function textWall(column: Sql): Sql {
  return sql`TRY_CAST(regexp_extract(CAST(${column} AS VARCHAR), ${WALL}) AS TIMESTAMP)`;
}

/** DuckDB reads an offset behind seconds alone, and no space before it. */
function textInstant(column: Sql): Sql {
  const text = sql`CAST(${column} AS VARCHAR)`;
  const wall = sql`regexp_replace(regexp_extract(${text}, ${WALL}), '^.{16}$', '\0:00')`;
  return sql`TRY_CAST(concat(${wall}, regexp_extract(${text}, ${OFFSET}, 1)) AS TIMESTAMPTZ)`;
}

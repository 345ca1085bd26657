import type { Dialect } from "../dialect.js";
import { createTable, upsert } from "../tables.js";
import { join, type Sql, sql } from "../text.js";

/**
 * SQLite, from 3.35 on; from 3.43 on its sums keep what doubles lose.
 *
 * Its columns hold values of any type. A date is ISO text, or a number of milliseconds since 1970, and is read as the
 * library reads it but for annotations in brackets; an amount is a number, and never text.
 */
export const sqlite: Dialect = {
  name: "sqlite",
  title: "SQLite",
  // A name in double quotes that no column has would be read as text.
  quote: (name) => `\`${name.replaceAll("`", "``")}\``,
  nameFault: () => undefined,
  text: (value) => `'${value.replaceAll("'", "''")}'`,
  double: (value) => (/[.e]/.test(String(value)) ? String(value) : `${value}.0`),
  noZones: "which knows no time zones",
  types: { integer: sql`INTEGER`, double: sql`REAL`, text: sql`TEXT`, long: sql`INTEGER`, day: sql`TEXT` },
  once: sql`MATERIALIZED `,

  identifier: (column) => sql`nullif(${column}, '')`,
  day: (column) => sql`
    date(
      CASE typeof(${column})
        WHEN 'text' THEN ${textTime(column)}
        WHEN 'integer' THEN ${column}
        WHEN 'real' THEN CAST(${column} AS INTEGER) - (CAST(${column} AS INTEGER) > ${column})
      END / 1000.0,
      'unixepoch'
    )
  `,
  time: (column) => sql`CASE WHEN typeof(${column}) = 'text' THEN ${textTime(column)} ELSE ${column} END`,
  amount: (column) =>
    sql`CASE WHEN typeof(${column}) IN ('integer', 'real') THEN CAST(${column} AS REAL) END`,
  dayLiteral: (day) => day,
  dayText: (day) => day,
  daysBetween: (earlier, later) => sql`julianday(${later}) - julianday(${earlier})`,

  total: (amount, over = sql``) => sql`sum(${amount})${over}`,
  // The decimal number that the double stands for, as `roundTo` finds it.
  rounded: (value, decimals) => sql`
    CASE
      WHEN abs(${value}) < 1e${15 - decimals}
        THEN round(round(CAST(printf('%.15g', ${value} * 1e${decimals}) AS REAL), 6)) / 1e${decimals} + 0
      ELSE round(${value}, ${decimals})
    END
  `,
  quotient: (dividend, divisor) => sql`CAST(${dividend} / ${divisor} AS INTEGER)`,
  remainder: (dividend, divisor) => sql`${dividend} % ${divisor}`,
  concat: (parts) => join(parts, " || "),
  partitionKey: (number) => number,
  ascending: (column) => [column],
  startsWith: (column, prefix) => sql`substr(${column}, 1, length(${prefix})) = ${prefix}`,
  // Columns of VALUES can be named in no other way.
  rows: (names, rows) => sql`
    (
      SELECT ${join(
        names.map((name, i) => sql`column${i + 1} AS ${name}`),
        ", ",
      )}
      FROM (VALUES
        ${join(
          rows.map((row) => sql`(${join(row, ", ")})`),
          ",\n",
        )}
      )
    ) AS given
  `,
  least: (values) => sql`min(${join(values, ", ")})`,
  createTable,
  merge: upsert,
  approximateQuantile: undefined,
};

const DIGITS = sql`'0123456789'`;
const CLOCK = sql`[T ][0-2][0-9]:[0-5][0-9]`;
const SECOND = sql`${CLOCK}:[0-5][0-9]`;
const OFFSET = sql`[+-][0-2][0-9]`;

/**
 * Milliseconds of ISO text: SQLite's own functions take other forms for dates as well, 31 February for 2 March, and
 * round milliseconds. `clock` is what stands between the day and the offset.
 */
function textTime(column: Sql): Sql {
  return sql`
    (
      SELECT CASE
        WHEN date(day) = day AND substr(clock, 2, 2) < '24' AND substr(shift, 2, 2) < '24'
          AND (
            clock GLOB '${CLOCK}' OR clock GLOB '${SECOND}' OR clock || shift = ''
            OR (clock GLOB '*.[0-9]*' AND rtrim(clock, ${DIGITS}) GLOB '${SECOND}.')
          )
          AND (
            shift IN ('', 'Z') OR shift GLOB '${OFFSET}'
            OR shift GLOB '${OFFSET}[0-5][0-9]' OR shift GLOB '${OFFSET}:[0-5][0-9]'
          )
        THEN
          1000 * strftime('%s', day || substr(clock, 1, 9))
          + CAST(substr(substr(clock, 11, 3) || '000', 1, 3) AS INTEGER)
          - 60000 * CAST(substr(shift, 1, 1) || '1' AS INTEGER)
            * (60 * substr(shift, 2, 2) + CAST(substr(replace(shift, ':', ''), 4, 2) AS INTEGER))
      END
      FROM (
        SELECT
          day,
          substr(rest, 1, length(rest) - length(tail)) AS clock,
          CASE WHEN tail GLOB ' [+-]*' THEN substr(tail, 2) ELSE tail END AS shift
        FROM (
          SELECT
            substr(${column}, 1, 10) AS day,
            substr(${column}, 11) AS rest,
            ltrim(substr(${column}, 17), ':.0123456789') AS tail
        )
      )
    )
  `;
}

import type { Dialect } from "../dialect.js";
import { join, type Sql, sql } from "../text.js";
import { quoted } from "./escape.js";
import { ISO, OFFSET } from "./iso-text.js";
import { keylessTable, mergeInto } from "./merge-into.js";
import { settled } from "./settled.js";
import { unionRows } from "./union-rows.js";

/**
 * BigQuery. TIMESTAMP columns hold instants; DATETIME and DATE mean the day as written. A statement cannot ask for the type
 * of a column, so dates are read as text: a TIMESTAMP has an offset there, whatever the zone of the session.
 */
export const bigquery: Dialect = {
  name: "bigquery",
  title: "BigQuery",
  quote: (name) => quoted(name, "`"),
  // What no column can be called. A dot would make a path of a name, a star the name of many tables.
  nameFault: (name) =>
    /[!"$()*,./;?@[\\\]^`{}~\p{Cc}]/u.test(name)
      ? 'a name without !, ", $, (, ), *, a comma, ., /, ;, ?, @, [, \\, ], ^, `, {, }, ~ or control characters'
      : undefined,
  text: (value) => quoted(value, "'"),
  double: (value) => (/e/.test(String(value)) ? String(value) : `${value}e0`),
  noZones: undefined,
  types: {
    integer: sql`INT64`,
    double: sql`FLOAT64`,
    text: sql`STRING`,
    long: sql`INT64`,
    day: sql`DATE`,
  },

  // NaN alone is not itself.
  identifier: (column) => sql`
    CASE
      WHEN CAST(${column} AS STRING) = '' OR ${column} != ${column} THEN NULL
      ELSE ${column}
    END
  `,
  day: (column, zone) => sql`
    CASE
      WHEN NOT REGEXP_CONTAINS(${textOf(column)}, '^${ISO}$') THEN NULL
      WHEN REGEXP_CONTAINS(${textOf(column)}, '${OFFSET}$')
        THEN CAST(DATETIME(${momentOf(column)}, ${zone}) AS DATE)
      ELSE SAFE_CAST(SUBSTR(${textOf(column)}, 1, 10) AS DATE)
    END
  `,
  time: (column) => sql`UNIX_MILLIS(${momentOf(column)})`,
  amount: (column) => sql`CAST(${column} AS FLOAT64)`,
  dayLiteral: (day) => sql`DATE ${day}`,
  dayText: (day) => sql`CAST(${day} AS STRING)`,
  daysBetween: (earlier, later) => sql`DATE_DIFF(${later}, ${earlier}, DAY)`,

  // Decimals are added up without rounding, in whatever order parts come. Doubles are not, and a step that is run twice
  // must give the same: values are compared with cut points that are some of them.
  total: (amount, over = sql``) => sql`CAST(SUM(CAST(${amount} AS BIGNUMERIC))${over} AS FLOAT64)`,
  rounded: (value, decimals) => sql`round(${settled(sql`${value} * 1e${decimals}`)}) / 1e${decimals} + 0`,
  quotient: (dividend, divisor) => sql`DIV(${dividend}, ${divisor})`,
  remainder: (dividend, divisor) => sql`MOD(${dividend}, ${divisor})`,
  concat: (parts) => sql`CONCAT(${join(parts, ", ")})`,
  // Doubles can be grouped by, but not partitioned.
  partitionKey: (number) => sql`TO_JSON_STRING(${number})`,
  ascending: (column) => [column],
  startsWith: (column, prefix) => sql`STARTS_WITH(${column}, ${prefix})`,
  least: (values) => sql`
    LEAST(
      ${join(values, ",\n")}
    )
  `,
  rows: unionRows,
  createTable: keylessTable,
  merge: mergeInto,
  approximateQuantile: (value, at) =>
    sql`APPROX_QUANTILES(${value}, 1000)[OFFSET(CAST(ROUND(${at} * 1000) AS INT64))]`,
};

const textOf = (column: Sql) => sql`CAST(${column} AS STRING)`;

/**
 * The instant of ISO text, a wall clock as if it were that of UTC. BigQuery wants seconds, milliseconds at most,
 * and an offset without a space and with a colon.
 */
function momentOf(column: Sql): Sql {
  const text = textOf(column);
  const clock = sql`SUBSTR(${text}, 17)`;
  const offset = sql`REGEXP_EXTRACT(${clock}, '(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)$')`;
  return sql`
    SAFE_CAST(CONCAT(
      RPAD(SUBSTR(${text}, 1, 16), 16, ' 00:00'),
      IFNULL(REGEXP_EXTRACT(${clock}, '^:[0-9]{2}(?:[.][0-9]{1,3})?'), ':00'),
      REGEXP_REPLACE(IFNULL(${offset}, 'Z'), '([0-9]{2})([0-9]{2})$', '\\1:\\2')
    ) AS TIMESTAMP)
  `;
}

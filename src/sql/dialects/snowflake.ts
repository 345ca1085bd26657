import type { Dialect } from "../dialect.js";
import { join, type Sql, sql } from "../text.js";
import { quoted } from "./escape.js";
import { ISO, OFFSET } from "./iso-text.js";
import { keylessTable, mergeInto } from "./merge-into.js";
import { settled } from "./settled.js";
import { unionRows } from "./union-rows.js";

/**
 * Snowflake. TIMESTAMP_TZ and TIMESTAMP_LTZ columns hold instants; TIMESTAMP_NTZ and DATE mean the day as written. Names are
 * quoted as they are given: a table that was made as `orders` without quotes is called `ORDERS`.
 */
export const snowflake: Dialect = {
  name: "snowflake",
  title: "Snowflake",
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  nameFault: () => undefined,
  text: (value) => quoted(value, "'"),
  // As text, because a literal of digits is a decimal, which ends at 38 of them.
  double: (value) => `CAST('${value}' AS DOUBLE)`,
  noZones: undefined,
  types: {
    integer: sql`INTEGER`,
    double: sql`DOUBLE`,
    text: sql`VARCHAR`,
    long: sql`INTEGER`,
    day: sql`DATE`,
  },

  identifier: (column) => sql`
    CASE
      WHEN SYSTEM$TYPEOF(${column}) LIKE 'VARCHAR%' AND CAST(${column} AS VARCHAR) = '' THEN NULL
      WHEN SYSTEM$TYPEOF(${column}) LIKE 'FLOAT%' AND CAST(${column} AS VARCHAR) = 'NaN' THEN NULL
      ELSE ${column}
    END
  `,
  day: (column, zone) => sql`
    CASE
      WHEN ${isInstant(column)} THEN ${dayIn(zone, sql`CAST(${column} AS TIMESTAMP_TZ)`)}
      WHEN SYSTEM$TYPEOF(${column}) LIKE 'VARCHAR%' THEN CASE
        WHEN NOT REGEXP_LIKE(CAST(${column} AS VARCHAR), '${ISO}') THEN NULL
        WHEN REGEXP_LIKE(CAST(${column} AS VARCHAR), '.*${OFFSET}') THEN ${dayIn(zone, momentOf(column))}
        ELSE TRY_TO_DATE(SUBSTR(CAST(${column} AS VARCHAR), 1, 10), 'YYYY-MM-DD')
      END
      ELSE CAST(${column} AS DATE)
    END
  `,
  time: (column) => sql`
    CASE
      WHEN ${isInstant(column)} THEN DATE_PART(EPOCH_MILLISECOND, CAST(${column} AS TIMESTAMP_TZ))
      WHEN SYSTEM$TYPEOF(${column}) LIKE 'VARCHAR%' THEN DATE_PART(EPOCH_MILLISECOND, ${momentOf(column)})
      ELSE DATE_PART(EPOCH_MILLISECOND, CAST(${column} AS TIMESTAMP_NTZ))
    END
  `,
  amount: (column) => sql`CAST(${column} AS DOUBLE)`,
  dayLiteral: (day) => sql`TO_DATE(${day}, 'YYYY-MM-DD')`,
  dayText: (day) => sql`TO_CHAR(${day}, 'YYYY-MM-DD')`,
  daysBetween: (earlier, later) => sql`DATEDIFF(DAY, ${earlier}, ${later})`,

  // Decimals are added up without rounding, in whatever order parts come; doubles are not. Amounts from 1e20 up end the
  // statement with an error.
  total: (amount, over = sql``) => sql`CAST(SUM(CAST(${amount} AS NUMBER(38, 18)))${over} AS DOUBLE)`,
  rounded: (value, decimals) => sql`round(${settled(sql`${value} * 1e${decimals}`)}) / 1e${decimals} + 0`,
  // A quotient has six decimals and is rounded to them, so that of 29,999,999 and 30,000,000 would be 1.
  quotient: (dividend, divisor) => sql`(${dividend} - MOD(${dividend}, ${divisor})) / ${divisor}`,
  remainder: (dividend, divisor) => sql`MOD(${dividend}, ${divisor})`,
  concat: (parts) => sql`CONCAT(${join(parts, ", ")})`,
  partitionKey: (number) => number,
  ascending: (column) => [column],
  startsWith: (column, prefix) => sql`STARTSWITH(${column}, ${prefix})`,
  least: (values) => sql`
    LEAST(
      ${join(values, ",\n")}
    )
  `,
  rows: unionRows,
  createTable: keylessTable,
  merge: mergeInto,
  approximateQuantile: (value, at) => sql`APPROX_PERCENTILE(${value}, ${at})`,
};

const isInstant = (column: Sql) => sql`REGEXP_LIKE(SYSTEM$TYPEOF(${column}), 'TIMESTAMP_L?TZ.*')`;

const dayIn = (zone: Sql, instant: Sql) => sql`CAST(CONVERT_TIMEZONE(${zone}, ${instant}) AS DATE)`;

/** The instant of ISO text, a wall clock as if it were that of UTC, brought into one format. */
function momentOf(column: Sql): Sql {
  const text = sql`CAST(${column} AS VARCHAR)`;
  const clock = sql`SUBSTR(${text}, 17)`;
  const offset = sql`REPLACE(REGEXP_SUBSTR(${clock}, '[+-][0-9]{2}(:?[0-9]{2})?$'), ':', '')`;
  return sql`
    TRY_TO_TIMESTAMP_TZ(CONCAT(
      RPAD(REPLACE(SUBSTR(${text}, 1, 16), 'T', ' '), 16, ' 00:00'),
      NVL(REGEXP_SUBSTR(${clock}, '^:[0-9]{2}'), ':00'),
      RPAD(NVL(REGEXP_SUBSTR(${clock}, '[.][0-9]{1,3}'), '.'), 4, '0'),
      ' ',
      RPAD(NVL(${offset}, '+'), 5, '0')
    ), 'YYYY-MM-DD HH24:MI:SS.FF3 TZHTZM')
  `;
}

import type { Dialect } from "../dialect.js";
import { join, type Sql, sql } from "../text.js";
import { quoted } from "./escape.js";
import { ISO, OFFSET } from "./iso-text.js";
import { keylessTable, mergeInto } from "./merge-into.js";
import { settled } from "./settled.js";

/**
 * Spark, from 3.4 on, and Databricks, whatever `spark.sql.ansi.enabled` and the zone of the session. Columns of type
 * TIMESTAMP hold instants; TIMESTAMP_NTZ and DATE mean the day as written. Rows are merged into tables that can be merged into,
 * of Delta Lake, say.
 */
export const spark: Dialect = {
  name: "spark",
  title: "Spark",
  quote: (name) => `\`${name.replaceAll("`", "``")}\``,
  // Spark replaces variables before it reads a statement. In a literal the dollar can be escaped, in a name nothing can.
  nameFault: (name) => (name.includes("${") ? "a name without ${" : undefined),
  text: (value) => quoted(value, "'").replaceAll("$", "\\u0024"),
  double: (value) => `${value}D`,
  noZones: undefined,
  types: {
    integer: sql`INT`,
    double: sql`DOUBLE`,
    text: sql`STRING`,
    long: sql`BIGINT`,
    day: sql`DATE`,
  },

  identifier: (column) => sql`
    CASE
      WHEN typeof(${column}) LIKE 'string%' AND CAST(${column} AS STRING) = '' THEN NULL
      WHEN typeof(${column}) IN ('double', 'float') AND CAST(${column} AS STRING) = 'NaN' THEN NULL
      ELSE ${column}
    END
  `,
  day: (column, zone) => sql`
    CASE
      WHEN typeof(${column}) = 'timestamp' THEN ${dayIn(zone, sql`CAST(${column} AS TIMESTAMP)`)}
      WHEN typeof(${column}) LIKE 'string%' THEN CASE
        WHEN NOT ${isIso(column)} THEN NULL
        WHEN ${isInstant(column)} THEN ${dayIn(zone, instantOf(column))}
        ELSE TRY_CAST(left(CAST(${column} AS STRING), 10) AS DATE)
      END
      ELSE CAST(CAST(${column} AS TIMESTAMP_NTZ) AS DATE)
    END
  `,
  time: (column) => sql`
    CASE
      WHEN typeof(${column}) = 'timestamp' THEN unix_millis(CAST(${column} AS TIMESTAMP))
      WHEN typeof(${column}) LIKE 'string%' THEN CASE
        WHEN ${isInstant(column)} THEN unix_millis(${instantOf(column)})
        ELSE ${wallClock(sql`TRY_CAST(CAST(${column} AS STRING) AS TIMESTAMP_NTZ)`)}
      END
      ELSE ${wallClock(sql`CAST(${column} AS TIMESTAMP_NTZ)`)}
    END
  `,
  amount: (column) => sql`CAST(${column} AS DOUBLE)`,
  dayLiteral: (day) => sql`DATE ${day}`,
  dayText: (day) => sql`date_format(${day}, 'yyyy-MM-dd')`,
  daysBetween: (earlier, later) => sql`datediff(${later}, ${earlier})`,

  // Decimals are added up without rounding, in whatever order partitions come; doubles are not. A double becomes the
  // decimal that it is written as. Amounts that 38 digits cannot hold are left to doubles.
  total: (amount, over = sql``) => sql`
    CASE
      WHEN max(abs(${amount}))${over} < 1e12D
        THEN CAST(sum(TRY_CAST(${amount} AS DECIMAL(38, 18)))${over} AS DOUBLE)
      ELSE sum(CAST(${amount} AS DOUBLE))${over}
    END
  `,
  rounded: (value, decimals) => sql`round(${settled(sql`${value} * 1e${decimals}D`)}) / 1e${decimals}D + 0`,
  quotient: (dividend, divisor) => sql`${dividend} div ${divisor}`,
  remainder: (dividend, divisor) => sql`${dividend} % ${divisor}`,
  concat: (parts) => sql`concat(${join(parts, ", ")})`,
  partitionKey: (number) => number,
  ascending: (column) => [column],
  startsWith: (column, prefix) => sql`startswith(${column}, ${prefix})`,
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
  createTable: keylessTable,
  merge: mergeInto,
  approximateQuantile: (value, at) => sql`percentile_approx(${value}, ${at}, 10000)`,
};

const isIso = (column: Sql) => sql`CAST(${column} AS STRING) RLIKE '^${ISO}\\z'`;
const isInstant = (column: Sql) => sql`CAST(${column} AS STRING) RLIKE '${OFFSET}$'`;

/** Spark reads an offset after seconds alone, so those that are left out are put in. */
const instantOf = (column: Sql) =>
  sql`TRY_CAST(regexp_replace(CAST(${column} AS STRING), '^(.{16})( ?[Z+-])', '$1:00$2') AS TIMESTAMP)`;

/** The day of an instant. The shifted instant is read as a number, because as a date it would be of the session's zone. */
const dayIn = (zone: Sql, instant: Sql) =>
  sql`date_add(DATE '1970-01-01', CAST(floor(unix_millis(from_utc_timestamp(${instant}, ${zone})) / 86400000) AS INT))`;

/** Milliseconds of a wall clock, as if it were that of UTC. */
const wallClock = (clock: Sql) => sql`unix_millis(CAST(CAST(${clock} AS STRING) || 'Z' AS TIMESTAMP))`;

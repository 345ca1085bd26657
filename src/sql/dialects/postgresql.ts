import type { Dialect } from "../dialect.js";
import { createTable, upsert } from "../tables.js";
import { join, type Sql, sql } from "../text.js";

/**
 * PostgreSQL, from 12 on.
 *
 * Amounts are added up, divided and rounded as `numeric`, so that no order of the rows changes a figure; of a column of
 * doubles these are the numbers of 15 digits that they stand for. A date in text is read from year 0001 on, with an
 * offset below 16 hours and without an annotation in brackets; what PostgreSQL would refuse is NULL, as `CASE` casts
 * nothing that has not been found to be a date.
 */
export const postgresql: Dialect = {
  name: "postgresql",
  title: "PostgreSQL",
  quote: (name) => `"${name.replaceAll('"', '""')}"`,
  // Longer ones are cut, and two columns may become one.
  nameFault: (name) =>
    new TextEncoder().encode(name).length > 63 ? "a name of at most 63 bytes in UTF-8" : undefined,
  // Whether a backslash escapes is a setting, but not after E.
  text: (value) => {
    const quoted = `'${value.replaceAll("'", "''")}'`;
    return value.includes("\\") ? `E${quoted.replaceAll("\\", "\\\\")}` : quoted;
  },
  // A decimal, which beside a double becomes just this double.
  double: (value) => (/[.e]/.test(String(value)) ? String(value) : `${value}.0`),
  noZones: undefined,
  types: {
    integer: sql`integer`,
    double: sql`double precision`,
    text: sql`text`,
    long: sql`bigint`,
    day: sql`date`,
  },

  identifier: (column) => sql`
    CASE
      WHEN CAST(${column} AS text) = '' THEN NULL
      WHEN CAST(${column} AS text) = 'NaN' AND ${isNumber(column)} THEN NULL
      ELSE ${column}
    END
  `,
  day: (column, zone) => {
    const inZone = (instant: Sql) => sql`CAST(${instant} AT TIME ZONE ${zone} AS date)`;
    return byType(column, {
      instant: inZone,
      wall: (timestamp) => sql`CAST(${timestamp} AS date)`,
    });
  },
  time: (column) => byType(column, { instant: milliseconds, wall: milliseconds }),
  // Neither NaN nor infinite, which numeric cannot hold before version 14. The sum makes a real a double, as a cast would
  // leave it 6 digits.
  amount: (column) =>
    sql`CASE WHEN ${column} BETWEEN -1e290 AND 1e290 THEN CAST(${column} + 0.0 AS numeric) END`,
  dayLiteral: (day) => sql`DATE ${day}`,
  dayText: (day) => sql`to_char(${day}, 'YYYY-MM-DD')`,
  daysBetween: (earlier, later) => sql`${later} - ${earlier}`,

  total: (amount, over = sql``) => sql`sum(${amount})${over}`,
  rounded: (value, decimals) => sql`round(${value}, ${decimals})`,
  quotient: (dividend, divisor) => sql`${dividend} / ${divisor}`,
  remainder: (dividend, divisor) => sql`${dividend} % ${divisor}`,
  concat: (parts) => sql`concat(${join(parts, ", ")})`,
  partitionKey: (number) => number,
  ascending: (column) => {
    const text = sql`CAST(${column} AS text)`;
    return [sql`CASE WHEN ${isNumber(column)} THEN CAST(${text} AS numeric) END`, sql`${text} COLLATE "C"`];
  },
  startsWith: (column, prefix) => sql`starts_with(${column}, ${prefix})`,
  rows: (names, rows) => sql`
    (VALUES
      ${join(
        rows.map((row) => sql`(${join(row, ", ")})`),
        ",\n",
      )}
    ) AS given(${join(names, ", ")})
  `,
  least: (values) => sql`least(${join(values, ", ")})`,
  createTable,
  merge: upsert,
  approximateQuantile: undefined,
};

function isNumber(column: Sql): Sql {
  const types = [sql`smallint`, sql`integer`, sql`bigint`, sql`numeric`, sql`real`, sql`double precision`];
  return sql`pg_typeof(${column}) IN (${join(
    types.map((type) => sql`regtype '${type}'`),
    ", ",
  )})`;
}

/** What is made of a date column: of instants, and of the wall clock as written. */
interface Readings {
  instant(timestamptz: Sql): Sql;
  wall(timestamp: Sql): Sql;
}

function byType(column: Sql, { instant, wall }: Readings): Sql {
  const [text, asInstant, asWall] = [
    sql`CAST(${column} AS text)`,
    sql`CAST(${column} AS timestamptz)`,
    sql`CAST(${column} AS timestamp)`,
  ];
  // More than three digits of a second would be rounded, and may fall on the next day.
  const cut = sql`regexp_replace(${text}, '(?<=[.][0-9]{3})[0-9]+', '')`;
  return sql`
    CASE
      WHEN pg_typeof(${column}) = regtype 'timestamptz'
        THEN CASE WHEN isfinite(${asInstant}) THEN ${instant(asInstant)} END
      WHEN pg_typeof(${column}) IN (regtype 'date', regtype 'timestamp')
        THEN CASE WHEN isfinite(${asWall}) THEN ${wall(asWall)} END
      WHEN ${text} !~ ${ISO_DATE} THEN NULL
      WHEN ${text} ~ ${ISO_WALL} THEN ${wall(sql`CAST(${cut} AS timestamp)`)}
      WHEN ${text} ~ ${ISO_INSTANT} THEN ${instant(sql`CAST(${cut} AS timestamptz)`)}
    END
  `;
}

function milliseconds(point: Sql): Sql {
  return sql`CAST(round(extract(epoch FROM date_trunc('milliseconds', ${point})) * 1000) AS bigint)`;
}

const LEAP_YEAR = sql`[0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00`;
const MONTH_DAY = sql`(0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31`;
const CLOCK = sql`[T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.][0-9]+)?)?`;
const OFFSET = sql`(Z| ?[+-](0[0-9]|1[0-5])(:?[0-5][0-9])?)`;

/** What begins with a day that there is. */
const ISO_DATE = sql`'^(?!0000)([0-9]{4}-(${MONTH_DAY})|(${LEAP_YEAR})-02-29)'`;
const ISO_WALL = sql`'^.{10}(${CLOCK})?$'`;
const ISO_INSTANT = sql`'^.{10}${CLOCK}${OFFSET}$'`;

import type { Dialect } from "../dialect.js";
import { join, type Sql, sql } from "../text.js";
import { quoted } from "./escape.js";
import { ISO, OFFSET } from "./iso-text.js";
import { settled } from "./settled.js";

/**
 * ClickHouse, from 24.3 on. DateTime and DateTime64 are instants, whatever the zone of the column or the server, and fall on
 * the day of `timeZone`; Date and Date32 mean the day as written, String is ISO text. Days reach from 1900 to 2299, and
 * text outside of them is no date. A step that is read several times is run as often.
 */
export const clickhouse: Dialect = {
  name: "clickhouse",
  title: "ClickHouse",
  quote: (name) => quoted(name, "`"),
  nameFault: () => undefined,
  text: (value) => quoted(value, "'"),
  double: (value) => (/e/.test(String(value)) ? String(value) : `${value}e0`),
  noZones: undefined,
  types: {
    integer: sql`Nullable(Int32)`,
    double: sql`Nullable(Float64)`,
    text: sql`Nullable(String)`,
    long: sql`Nullable(Int64)`,
    day: sql`Nullable(Date32)`,
  },

  identifier: (column) => sql`
    CASE
      WHEN toTypeName(${column}) LIKE '%String%' AND toString(${column}) = '' THEN NULL
      WHEN toTypeName(${column}) LIKE '%Float%' AND toString(${column}) = 'nan' THEN NULL
      ELSE ${column}
    END
  `,
  day: (column, zone) => sql`
    CASE
      WHEN toTypeName(${column}) LIKE '%DateTime%' THEN toDate32(toTimeZone(${moment(column)}, ${zone}))
      WHEN toTypeName(${column}) LIKE '%String%' THEN CASE
        WHEN NOT ${isIso(column)} THEN NULL
        WHEN ${isInstant(column)} THEN toDate32(toTimeZone(${readMoment(column)}, ${zone}))
        ELSE toDate32(${readMoment(column)})
      END
      ELSE CAST(${column} AS Nullable(Date32))
    END
  `,
  time: (column) => sql`
    toUnixTimestamp64Milli(CASE
      WHEN toTypeName(${column}) LIKE '%String%' THEN ${readMoment(column)}
      ELSE ${moment(column)}
    END)
  `,
  amount: (column) => sql`CAST(${column} AS Nullable(Float64))`,
  dayLiteral: (day) => sql`toDate32(${day})`,
  dayText: (day) => sql`toString(${day})`,
  daysBetween: (earlier, later) => sql`dateDiff('day', ${earlier}, ${later})`,

  // Whole numbers are added up without rounding, in whatever order threads come. Doubles are not, and a step that is run
  // twice must give the same: values are compared with cut points that are some of them. Amounts that would not fit are left
  // to doubles.
  total: (amount, over = sql``) => sql`
    CASE
      WHEN max(abs(${amount}))${over} < 1e18 THEN toFloat64(sum(${inUnits(amount)})${over}) / exp2(60)
      ELSE sumKahan(toFloat64(${amount}))${over}
    END
  `,
  // Halves go to the even neighbour in ClickHouse's own rounding of doubles.
  rounded: (value, decimals) =>
    sql`sign(${value}) * floor(${settled(sql`abs(${value}) * 1e${decimals}`)} + 0.5) / 1e${decimals} + 0`,
  quotient: (dividend, divisor) => sql`intDiv(${dividend}, ${divisor})`,
  remainder: (dividend, divisor) => sql`modulo(${dividend}, ${divisor})`,
  concat: (parts) => sql`concat(${join(parts, ", ")})`,
  partitionKey: (number) => number,
  ascending: (column) => [column],
  startsWith: (column, prefix) => sql`startsWith(${column}, ${prefix})`,
  least: (values) => sql`
    least(
      ${join(values, ",\n")}
    )
  `,
  // Thousands of SELECTs in one UNION are more than its planner takes.
  rows: (names, rows) => sql`
    (
      SELECT ${join(
        names.map((name, i) => sql`tupleElement(cells, ${i + 1}) AS ${name}`),
        ", ",
      )}
      FROM (
        SELECT arrayJoin([
          ${join(
            rows.map((row) => sql`tuple(${join(row, ", ")})`),
            ",\n",
          )}
        ]) AS cells
      ) AS listed
    ) AS given
  `,
  // Rows of one key become one when parts are merged, and are added up as they are read until then.
  createTable: ({ name, columns, key, sums }) => {
    const written = columns.map((column) => sql`${column.name} ${column.type}`);
    const engine = sums.length > 0 ? sql`SummingMergeTree((${join(sums, ", ")}))` : sql`ReplacingMergeTree`;
    return sql`
      CREATE TABLE ${name} (
        ${join(written, ",\n")}
      )
      ENGINE = ${engine}
      ORDER BY (${join(key, ", ")})
      SETTINGS allow_nullable_key = 1
    `;
  },
  merge: ({ into, key, sums, rows }) => sql`
    INSERT INTO ${into} (${join([...key, ...sums], ", ")})
    ${rows}
  `,
  approximateQuantile: (value, at) => sql`quantileGK(10000, ${at})(${value})`,
};

/** An instant of any type of date. */
const moment = (column: Sql) => sql`CAST(${column} AS Nullable(DateTime64(3, 'UTC')))`;

/** An instant of text, or a wall clock as if it were that of UTC. */
const readMoment = (column: Sql) => sql`parseDateTime64BestEffortOrNull(toString(${column}), 3, 'UTC')`;

/** Whether text is a date, of the years that days can be of. */
const isIso = (column: Sql) =>
  sql`(match(toString(${column}), '^${ISO}$') AND toString(${column}) BETWEEN '1900' AND '23')`;
const isInstant = (column: Sql) => sql`match(toString(${column}), '${OFFSET}$')`;

/**
 * A double in units of 2^-60, which is exact but for digits below that. The whole part and the rest go by way of Int64, because
 * a double beyond it becomes an Int256 that is off by one.
 */
const inUnits = (amount: Sql) =>
  sql`toInt256(toInt64(trunc(${amount}))) * toInt64(exp2(60)) + toInt64((${amount} - trunc(${amount})) * exp2(60))`;

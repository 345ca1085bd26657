import fc from "fast-check";
import { computeRfm } from "rfm-kit";
import { rfmSql, type SqlSource, type SqlSteps } from "rfm-kit/sql";
import { expect } from "vitest";
import type { Engine } from "./engine.js";

const DAYS = [
  "2024-02-28",
  "2024-02-29",
  "2000-02-29",
  "1900-02-28",
  "1969-12-31",
  "2024-04-30",
  "0099-07-05",
];
const NO_DAYS = [
  "2024-02-30",
  "2023-02-29",
  "1900-02-29",
  "2024-04-31",
  "2024-13-01",
  "2024-00-10",
  "2024-1-5",
];
const CLOCKS = [
  "00:00",
  "23:59",
  "10:15:59",
  "23:59:59.9",
  "08:00:00.789",
  "23:59:59.999",
  "23:59:59.99999999",
];
const NO_CLOCKS = [
  "24:00",
  "10:60",
  "10:00:60",
  "10:00:00.",
  "10:00:00,5",
  "10",
  "10:00:00.5.5",
  ":::",
  "1:00",
];
const OFFSETS = ["Z", "+05:30", "-0800", "+14", " -03:30", " +01", "-00:30", "+00"];
const NO_OFFSETS = [" Z", "z", "+5", "+05:3", "+25:00", "+05:60", "  +01", " UTC", " ", "Zz", "-"];
const NO_DATES = [
  "now",
  "today",
  "infinity",
  "epoch",
  "2460310.5",
  "12:00",
  "31/12/2024",
  "Jan 5, 2024",
  "20240105",
];

const pick = (texts: readonly string[]) => fc.constantFrom(...texts);
const written = (days: readonly string[], clocks: readonly string[], offsets: readonly string[]) =>
  fc.tuple(pick(days), pick(["T", " "]), pick(clocks), pick(offsets)).map((parts) => parts.join(""));

/** Text that is a date, or all but one. */
const dateText = fc.oneof(
  { weight: 3, arbitrary: written(DAYS, CLOCKS, [...OFFSETS, ""]) },
  pick([...DAYS, ...NO_DAYS, ...NO_DATES]),
  pick(DAYS).chain((day) => pick([`${day} `, ` ${day}`, `${day}T`, `${day}x`, `${day}\n`])),
  written(NO_DAYS, CLOCKS, [...OFFSETS, ""]),
  written(DAYS, NO_CLOCKS, [...OFFSETS, ""]),
  written(DAYS, CLOCKS, NO_OFFSETS),
);

/** Points of the clock that stand a millisecond before or at those of {@link CLOCKS}, so that periods of 24 hours tell. */
const ENDS = ["08:00:00.788Z", "08:00:00.789Z", "23:59:59.898Z", "23:59:59.998Z", "23:59:59.999Z"];

interface Row {
  readonly customerId: number;
  readonly date: string;
}

/**
 * Has an engine read dates as text, and compares the days and, in UTC, the milliseconds with the library's; those before `from`
 * are left out.
 */
export async function compareDates(
  engine: Engine,
  zones: readonly string[],
  { from = "", numRuns = 40 } = {},
): Promise<void> {
  const dates = fc.array(
    dateText.filter((text) => text >= from),
    { minLength: 60, maxLength: 60 },
  );
  await fc.assert(
    fc.asyncProperty(dates, pick(zones), pick(ENDS), async (dates, timeZone, end) => {
      const rows = dates.map((date, customerId) => ({ customerId, date }));
      await engine.load("dates", [
        { name: "customerId", type: "integer", values: rows.map((row) => row.customerId) },
        { name: "date", type: "text", values: dates },
        { name: "amount", type: "double", values: rows.map(() => 1) },
      ]);
      await compareDays(engine, rows, { asOf: "2024-12-31", timeZone });
      await compareDays(engine, rows, { asOf: `2024-12-31T${end}`, recency: "elapsed" });
    }),
    { numRuns },
  );
}

type Way = Pick<SqlSteps & SqlSource, "asOf" | "timeZone" | "recency">;

/** The days since each date, by its text; none of those that are no date. */
async function compareDays(engine: Engine, rows: readonly Row[], way: Way): Promise<void> {
  const statement = rfmSql({
    dialect: engine.dialect,
    from: "dates",
    columns: { customerId: "customerId", date: "date", amount: "amount" },
    ...way,
    scores: false,
    output: "customers",
  });
  const expected = computeRfm([...rows], { ...way, amount: () => 1, invalid: "drop" });
  const daysOf = (found: readonly object[]) =>
    (found as (typeof expected)[number][])
      .map(({ customerId, recency }) => `${rows[customerId].date}: ${recency}`)
      .sort();
  expect(daysOf(await engine.run(statement))).toEqual(daysOf(expected));
}

import { CALENDARS } from "../core/calendar.js";
import { formatDay, MOST_DAYS, NO_DAY } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { DAY, parseIso } from "../core/iso.js";
import type { DimDate } from "./star-types.js";

/** The days of sales, each with its key. */
export interface DateDimension {
  readonly rows: readonly DimDate[];
  /** The key of a day of the log. */
  keyOf(day: number): number;
}

/** Every calendar day from the first sale to the last, or of their years. O(rows + days). */
export function dateDimension(caller: string, days: Int32Array, range: "sales" | "years"): DateDimension {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) {
    if (day === NO_DAY) continue;
    if (day < from) from = day;
    if (day > to) to = day;
  }
  if (from > to) return { rows: [], keyOf: () => 0 };
  if (to - from > MOST_DAYS) {
    const received = `${formatDay(from)} to ${formatDay(to)}`;
    const expected = `sales within a century (${MOST_DAYS} days)`;
    const refusal = { caller, code: "invalidDate", path: "date", received, expected } as const;
    throw new RfmError({
      ...refusal,
      hint: "a day so far away is a slip: look at log.report.firstDay and lastDay",
    });
  }
  const first = range === "sales" ? from : dayOf(`${yearOf(from)}-01-01`);
  const last = range === "sales" ? to : dayOf(`${yearOf(to)}-12-31`);
  const rows = Array.from({ length: last - first + 1 }, (_, i) => describeDay(first + i));
  return { rows, keyOf: (day) => rows[day - first].dateKey };
}

function describeDay(number: number): DimDate {
  const date = formatDay(number);
  const [year, month, day] = date.split("-").map(Number);
  const { nameOf, periodOf, startOf } = CALENDARS.week;
  const week = periodOf(number);
  const [isoYear, isoWeek] = nameOf(week).split("-W").map(Number);
  const quarter = Math.ceil(month / 3);
  const weekday = number - startOf(week) + 1;
  return {
    ...{ dateKey: 10_000 * year + 100 * month + day, date },
    ...{ year, quarter, month, day, isoYear, isoWeek, weekday },
  };
}

const yearOf = (day: number): string => formatDay(day).slice(0, 4);
const dayOf = (date: string): number => (parseIso(date) as { wall: number }).wall / DAY;

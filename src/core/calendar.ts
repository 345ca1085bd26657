import { formatDay } from "./day.js";
import { DAY } from "./iso.js";

/** How calendar periods are counted; days and periods are whole numbers. */
export interface Calendar {
  /** The period a day is in; periods that follow each other have numbers that do. */
  periodOf(day: number): number;
  /** The first day of a period. */
  startOf(period: number): number;
  nameOf(period: number): string;
}

/** `"2011-01"`. */
const months: Calendar = {
  periodOf(day) {
    const date = new Date(day * DAY);
    return date.getUTCFullYear() * 12 + date.getUTCMonth();
  },
  startOf: (month) => firstOfMonth(Math.floor(month / 12), month % 12),
  nameOf: (month) => formatDay(months.startOf(month)).slice(0, 7),
};

/** Weeks of ISO 8601, from Monday on: `"2011-W03"`. A week belongs to the year that has its Thursday. */
const weeks: Calendar = {
  // 1970-01-01 was a Thursday.
  periodOf: (day) => Math.floor((day + 3) / 7),
  startOf: (week) => 7 * week - 3,
  nameOf(week) {
    const thursday = weeks.startOf(week) + 3;
    const year = formatDay(thursday).slice(0, 4);
    const number = Math.floor((thursday - firstOfMonth(Number(year), 0)) / 7) + 1;
    return `${year}-W${String(number).padStart(2, "0")}`;
  },
};

export const CALENDARS = { month: months, week: weeks } as const;

function firstOfMonth(year: number, month: number): number {
  // Date.UTC takes the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month, 1) / DAY;
}

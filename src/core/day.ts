import { DAY, parseIso } from "./iso.js";
import type { Stretch, Zone } from "./zone.js";

/** A Temporal.Instant or Temporal.ZonedDateTime, recognised by shape. */
export interface InstantLike {
  readonly epochMilliseconds: number;
}

/** A Temporal.PlainDate or Temporal.PlainDateTime, recognised by shape. */
export interface PlainDateLike {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  toString(): string;
}

/**
 * A point in time as callers hold it: a `Date`, epoch milliseconds, an ISO 8601 string (with `T` or a space
 * between date and time) or a Temporal value.
 */
export type DateInput = Date | number | string | InstantLike | PlainDateLike;

/** What is expected of a {@link DateInput}, in the words of an error message. */
export const DATE_EXPECTED = "a Date, epoch milliseconds, an ISO 8601 string or a Temporal value";

/**
 * A date that has been read: the calendar day it falls on, and its place on a time line in milliseconds.
 * The time line is UTC for an instant; for a date written without offset it is the wall clock as written.
 */
export interface Moment {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly time: number;
  readonly instant: boolean;
}

/** Reads a date; `undefined` where the value is none. Instants fall on the calendar day of `zone`. */
export function readMoment(value: unknown, zone: Zone): Moment | undefined {
  if (typeof value === "string") return readText(value, zone);
  if (typeof value === "number") return instant(value, zone);
  if (value instanceof Date) return instant(value.getTime(), zone);
  if (typeof value !== "object" || value === null) return undefined;
  if (isInstantLike(value)) return instant(value.epochMilliseconds, zone);
  return isPlainDateLike(value) ? readText(String(value.toString()), zone) : undefined;
}

/** No day at all. */
export const NO_DAY = -(2 ** 31);

/**
 * The calendar days of `length` instants, {@link NO_DAY} where a number is none. Instants come in the order of their
 * days: the next one is first looked for on the day of the last. Whether any number is none.
 */
export function readDays(times: Float64Array, length: number, zone: Zone, days: Int32Array): boolean {
  let faulty = false;
  for (let i = 0; i < length; ) {
    const day = instant(times[i], zone)?.day ?? NO_DAY;
    const [from, to] = day === NO_DAY ? [0, 0] : boundsOf(day, zone.stretchAt(times[i]));
    faulty ||= day === NO_DAY;
    do days[i++] = day;
    while (i < length && times[i] >= from && times[i] < to);
  }
  return faulty;
}

/** The instants of a stretch that fall on a day. */
function boundsOf(day: number, { offset, from, to }: Stretch): [from: number, to: number] {
  const midnight = day * DAY - offset;
  return [Math.max(midnight, from, FIRST_TIME), Math.min(midnight + DAY, to, LAST_TIME + 1)];
}

/** A century: a span of days that is longer is taken for a slip. */
export const MOST_DAYS = 36_525;

/** A day number as `YYYY-MM-DD`. */
export function formatDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** 0000-01-01 and the end of 9999-12-31: what four digits of a year can write. */
const FIRST_TIME = -62_167_219_200_000;
const LAST_TIME = 253_402_300_799_999;
/** The days of these. */
export const FIRST_DAY = FIRST_TIME / DAY;
export const LAST_DAY = /* @__PURE__ */ Math.floor(LAST_TIME / DAY);

function instant(time: number, zone: Zone): Moment | undefined {
  if (!(time >= FIRST_TIME && time <= LAST_TIME)) return undefined;
  const wall = time + zone.stretchAt(time).offset;
  return wall >= FIRST_TIME && wall <= LAST_TIME
    ? { day: Math.floor(wall / DAY), time, instant: true }
    : undefined;
}

function readText(text: string, zone: Zone): Moment | undefined {
  const parsed = parseIso(text);
  if (parsed === undefined) return undefined;
  if (parsed.offset !== undefined) return instant(parsed.wall - parsed.offset, zone);
  return { day: Math.floor(parsed.wall / DAY), time: parsed.wall, instant: false };
}

function isInstantLike(value: object): value is InstantLike {
  return "epochMilliseconds" in value && typeof value.epochMilliseconds === "number";
}

/** Both plain Temporal types with a full date have these three numbers and write ISO whatever their calendar. */
function isPlainDateLike(value: object): value is PlainDateLike {
  const parts = value as Record<string, unknown>;
  return (
    typeof parts.toString === "function" &&
    ["year", "month", "day"].every((part) => typeof parts[part] === "number")
  );
}

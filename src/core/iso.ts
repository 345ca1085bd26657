/** An ISO 8601 date or date-time as written. */
export interface IsoTime {
  /** Wall clock as written, in milliseconds, counted as if it were UTC. */
  readonly wall: number;
  /** Milliseconds east of UTC, where the text says so with `Z` or `±hh:mm`. */
  readonly offset: number | undefined;
}

/** Milliseconds of a day of 24 hours. */
export const DAY = 86_400_000;

/**
 * Reads `YYYY-MM-DD`, alone or followed by `T` or a space, `hh:mm`, optional seconds and fraction, and an
 * optional offset (`Z`, `±hh`, `±hhmm`, `±hh:mm`, a space before it or not); a trailing `[…]` annotation, as Temporal writes it after
 * an offset or for a calendar, is passed over. Anything else, an impossible date among it, is `undefined`.
 *
 * The platform's own parser is no help: it takes 31 February for 2 March and reads `2024-1-5` in the zone of
 * the machine.
 */
export function parseIso(text: string): IsoTime | undefined {
  if (text.charCodeAt(text.length - 1) !== BRACKET) return parsePlain(text, text.length);
  const end = text.indexOf("[");
  const parsed = parsePlain(text, end);
  // A zone without an offset would have to be looked up: only a calendar may stand alone.
  return parsed?.offset !== undefined || text.startsWith("[u-ca=", end) ? parsed : undefined;
}

function parsePlain(text: string, end: number): IsoTime | undefined {
  const date = parseDate(text, end);
  if (Number.isNaN(date)) return undefined;
  if (end === 10) return { wall: date, offset: undefined };
  const separator = text.charCodeAt(10);
  if (separator !== LETTER_T && separator !== SPACE) return undefined;
  return parseTime(text, end, date);
}

/** Codes of characters. */
const SPACE = 32;
const PLUS = 43;
const HYPHEN = 45;
const DOT = 46;
const COLON = 58;
const LETTER_T = 84;
const LETTER_Z = 90;
const BRACKET = 93;

function parseDate(text: string, end: number): number {
  if (end < 10 || text.charCodeAt(4) !== HYPHEN || text.charCodeAt(7) !== HYPHEN) return Number.NaN;
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const day = digits(text, 8);
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN;
  return daysFromCivil(year, month, day) * DAY;
}

function parseTime(text: string, end: number, date: number): IsoTime | undefined {
  const hour = digits(text, 11);
  const minute = digits(text, 14);
  if (!(text.charCodeAt(13) === COLON && hour <= 23 && minute <= 59)) return undefined;
  let at = 16;
  let millisecond = 0;
  if (text.charCodeAt(at) === COLON) {
    const second = digits(text, at + 1);
    if (!(second <= 59)) return undefined;
    millisecond = second * 1000;
    at += 3;
    if (text.charCodeAt(at) === DOT) {
      const fraction = at + 1;
      at = fraction;
      while (isDigit(text.charCodeAt(at))) at++;
      if (at === fraction) return undefined;
      millisecond += Number(text.slice(fraction, Math.min(at, fraction + 3)).padEnd(3, "0"));
    }
  }
  const wall = date + hour * 3_600_000 + minute * 60_000 + millisecond;
  if (at === end) return { wall, offset: undefined };
  const offset = parseOffset(text, text.charCodeAt(at) === SPACE && end > at + 2 ? at + 1 : at, end);
  return Number.isNaN(offset) ? undefined : { wall, offset };
}

function parseOffset(text: string, at: number, end: number): number {
  const sign = text.charCodeAt(at);
  if (sign === LETTER_Z) return end === at + 1 ? 0 : Number.NaN;
  if (sign !== PLUS && sign !== HYPHEN) return Number.NaN;
  const length = end - at;
  const colon = text.charCodeAt(at + 3) === COLON ? 1 : 0;
  if (length !== 3 && length !== 5 + colon) return Number.NaN;
  const hours = digits(text, at + 1);
  const minutes = length === 3 ? 0 : digits(text, at + 3 + colon);
  if (!(hours <= 23 && minutes <= 59)) return Number.NaN;
  return (sign === PLUS ? 1 : -1) * (hours * 60 + minutes) * 60_000;
}

/** The number of two decimal digits, or NaN. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : Number.NaN;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days from 1970-01-01 in the proleptic Gregorian calendar; years begin in March, so leap days come last. */
function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

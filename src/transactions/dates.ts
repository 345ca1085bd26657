import { DATE_EXPECTED, type Moment, NO_DAY, readDays, readMoment } from "../core/day.js";
import type { Zone } from "../core/zone.js";
import { type BorderField, type Fault, fateOf } from "./border.js";
import { CLOCKS } from "./clock.js";
import type { Dictionary } from "./column.js";
import type { LocatedField } from "./fields.js";
import { type Fates, KEPT } from "./slice.js";

export interface DateField extends BorderField {
  readonly days: Int32Array;
  readonly times: Float64Array;
  /** Blanks the dropped rows. */
  blank(length: number, fates: Fates): void;
  /** Takes the kept rows in. */
  settle(length: number): void;
  clock(): "instant" | "written" | "mixed" | "none";
}

/** How dates were given, as bits, in the order of {@link CLOCKS}. */
const [NEITHER, INSTANT, WRITTEN, MIXED] = [0, 1, 2, 3];

/** @param rows the most rows of a slice. */
export function dateField(field: LocatedField, zone: Zone, rows: number): DateField {
  const days = new Int32Array(rows);
  const times = new Float64Array(rows);
  const kinds = new Uint8Array(rows);
  const slice = { days, times, kinds };
  const readSlice = readerOf(field, zone, slice);
  let seen = 0;
  const all = field.numbers ? INSTANT : MIXED;
  return {
    days,
    times,
    faults: ["invalidDate"],
    read(from, length, fates) {
      return readSlice(from, length) && markFaults(days, length, fates);
    },
    fault: (row) => dateFault(field, row),
    blank(length, fates) {
      for (let i = 0; i < length; i++) {
        if (fates[i] === KEPT) continue;
        days[i] = NO_DAY;
        times[i] = Number.NaN;
        kinds[i] = NEITHER;
      }
    },
    settle(length) {
      for (let i = 0; i < length && seen !== all; i++) seen |= kinds[i];
    },
    clock: () => CLOCKS[seen],
  };
}

function markFaults(days: Int32Array, length: number, fates: Fates): boolean {
  let found = false;
  for (let i = 0; i < length; i++) {
    if (days[i] !== NO_DAY || fates[i] !== KEPT) continue;
    fates[i] = INVALID_DATE;
    found = true;
  }
  return found;
}

const INVALID_DATE = /* @__PURE__ */ fateOf("invalidDate");

/** Reads the dates of a slice; a row without one has {@link NO_DAY}. Whether there is any such row. */
type DateReader = (from: number, length: number) => boolean;

interface DateSlice {
  readonly days: Int32Array;
  readonly times: Float64Array;
  readonly kinds: Uint8Array;
}

function readerOf(field: LocatedField, zone: Zone, slice: DateSlice): DateReader {
  if (field.numbers) return instants(field.numbers, zone, slice);
  return field.dictionary ? dictionaryValues(field.dictionary, zone, slice) : values(field, zone, slice);
}

/** A column of epoch milliseconds. */
function instants(
  numbers: NonNullable<LocatedField["numbers"]>,
  zone: Zone,
  { days, times, kinds }: DateSlice,
): DateReader {
  return (from, length) => {
    kinds.fill(INSTANT);
    times.set(numbers.subarray(from, from + length));
    return readDays(times, length, zone, days);
  };
}

/** Values one by one. Dates repeat: a run of equal strings is read once. */
function values({ read }: LocatedField, zone: Zone, slice: DateSlice): DateReader {
  return (from, length) => {
    let faulty = false;
    let last: unknown;
    let moment = NONE;
    for (let i = 0; i < length; i++) {
      const value = read(from + i);
      if (typeof value !== "string" || value !== last) {
        last = value;
        moment = readMoment(value, zone) ?? NONE;
        faulty ||= moment === NONE;
      }
      put(slice, i, moment);
    }
    return faulty;
  };
}

/** The values of a dictionary are read once. */
function dictionaryValues({ codes, values }: Dictionary, zone: Zone, slice: DateSlice): DateReader {
  const known = Array.from(values, (value) => readMoment(value, zone));
  return (from, length) => {
    let faulty = false;
    for (let i = 0; i < length; i++) {
      const moment = known[Number(codes[from + i] ?? Number.NaN)] ?? NONE;
      faulty ||= moment === NONE;
      put(slice, i, moment);
    }
    return faulty;
  };
}

const NONE: Moment = { day: NO_DAY, time: Number.NaN, instant: false };

function put({ days, times, kinds }: DateSlice, place: number, { day, time, instant }: Moment): void {
  days[place] = day;
  times[place] = time;
  kinds[place] = instant ? INSTANT : WRITTEN;
}

function dateFault({ name, read, hint }: LocatedField, row: number): Fault {
  const received = read(row);
  const expected = DATE_EXPECTED;
  return { code: "invalidDate", path: name, expected, received, hint: hint ?? dateHint(received) };
}

/** Text that is no ISO date: show one. */
function dateHint(value: unknown): string | undefined {
  return typeof value === "string" ? 'write it as "2024-03-01" or "2024-03-01 10:15"' : undefined;
}

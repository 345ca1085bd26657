import { DATE_EXPECTED, type Moment, readMoment } from "../core/day.js";
import type { RfmErrorCode } from "../core/error.js";
import { expectedNumber, isUsable } from "../core/number.js";
import type { Zone } from "../core/zone.js";
import type { Dictionary } from "./column.js";
import { isMissing, type LocatedField } from "./fields.js";

/** What is wrong with one field of one row. */
export interface Fault {
  readonly code: RfmErrorCode;
  readonly path: string;
  readonly expected: string;
  readonly received: unknown;
  readonly hint?: string | undefined;
}

/** A required field: says what is wrong with a row, and takes in the rows that are kept. */
export interface BorderField {
  fault(row: number): Fault | undefined;
  keep(row: number): void;
}

/** The day of a row that was dropped. */
export const DROPPED_DAY = -(2 ** 31);

export interface DateField extends BorderField {
  readonly days: Int32Array;
  /** NaN until the row is kept. */
  readonly times: Float64Array;
  clock(): "instant" | "written" | "mixed" | "none";
}

export function dateField(length: number, field: LocatedField, zone: Zone): DateField {
  const days = new Int32Array(length).fill(DROPPED_DAY);
  const times = new Float64Array(length).fill(Number.NaN);
  const read = momentReader(field, zone);
  let moment: Moment | undefined;
  let instants = false;
  let written = false;
  return {
    days,
    times,
    fault(row) {
      moment = read(row);
      if (moment !== undefined) return undefined;
      const received = field.read(row);
      return {
        code: "invalidDate",
        path: field.name,
        expected: DATE_EXPECTED,
        received,
        hint: field.hint ?? dateHint(received),
      };
    },
    keep(row) {
      const { day, time, instant } = moment as Moment;
      days[row] = day;
      times[row] = time;
      if (instant) instants = true;
      else written = true;
    },
    clock: () => (instants ? (written ? "mixed" : "instant") : written ? "written" : "none"),
  };
}

/** Dates repeat: a dictionary's values are read once, and so is a run of equal strings. */
function momentReader(field: LocatedField, zone: Zone): (row: number) => Moment | undefined {
  if (field.dictionary !== undefined) return dictionaryMoments(field.dictionary, zone);
  let lastValue: unknown;
  let lastMoment: Moment | undefined;
  return (row) => {
    const value = field.read(row);
    if (value !== lastValue || typeof value !== "string") {
      lastValue = value;
      lastMoment = readMoment(value, zone);
    }
    return lastMoment;
  };
}

function dictionaryMoments(column: Dictionary, zone: Zone): (row: number) => Moment | undefined {
  const { codes, values } = column;
  const moments = Array.from(values, (value) => readMoment(value, zone));
  return (row) => moments[Number(codes[row] ?? Number.NaN)];
}

export interface NumberField extends BorderField {
  /** The row's number as it comes, NaN where it is none. */
  read(row: number): number;
  readonly numbers: Float64Array;
}

/** A finite number a row. */
export function amountField(length: number, field: LocatedField): NumberField {
  return numberField(length, field, "invalidAmount", () => false);
}

/** A finite number a row, NaN where the row has none. */
export function quantityField(length: number, field: LocatedField): NumberField {
  return numberField(length, field, "invalidQuantity", isMissing);
}

function numberField(
  length: number,
  field: LocatedField,
  code: RfmErrorCode,
  mayMiss: (value: unknown) => boolean,
): NumberField {
  const numbers = new Float64Array(length);
  const read = (row: number): number => {
    const value = field.read(row);
    return typeof value === "number" ? value : Number.NaN;
  };
  return {
    read,
    numbers,
    fault(row) {
      if (isUsable(read(row))) return undefined;
      const received = field.read(row);
      if (mayMiss(received)) return undefined;
      return {
        code,
        path: field.name,
        expected: expectedNumber(received),
        received,
        hint: numberHint(field, received),
      };
    },
    keep(row) {
      numbers[row] = read(row);
    },
  };
}

/** Text that is no ISO date: show one. */
function dateHint(value: unknown): string | undefined {
  return typeof value === "string" ? 'write it as "2024-03-01" or "2024-03-01 10:15"' : undefined;
}

/** Drivers hand over exact decimals and big integers as text and bigints: say how to map them. */
export function numberHint(field: LocatedField, value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "bigint") return field.hint;
  if (field.column === undefined) return "convert it in the function, with Number(…)";
  const access = /^[A-Za-z_$][\w$]*$/.test(field.column)
    ? `.${field.column}`
    : `[${JSON.stringify(field.column)}]`;
  return `map it: ${field.name}: (row) => Number(row${access})`;
}

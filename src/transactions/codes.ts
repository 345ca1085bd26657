import type { Dictionary, Reader } from "./column.js";
import type { Coded } from "./log-types.js";

/** The code of a missing value. */
export const MISSING = -1;

/** Gives equal values equal codes, row by row. */
export interface Coding<T> {
  /** The code of the row's value, which is remembered; {@link MISSING} where it has none. */
  encode(row: number): number;
  /** An upper bound of the codes given. */
  readonly capacity: number;
  finish(): Coded<T>;
}

/** Codes by first appearance, through a map of the values. Values come in runs, so the last one is remembered. */
export function codeValues<T>(
  length: number,
  read: Reader,
  isValue: (value: unknown) => value is T,
): Coding<T> {
  const codes = new Int32Array(length);
  const values: T[] = [];
  const known = new Map<T, number>();
  let lastValue: unknown;
  let lastCode = MISSING;
  const codeOf = (value: unknown): number => {
    if (!isValue(value)) return MISSING;
    const code = known.get(value) ?? values.length;
    if (code === values.length) {
      known.set(value, code);
      values.push(value);
    }
    return code;
  };
  return {
    capacity: length,
    encode(row) {
      const value = read(row);
      if (value !== lastValue) {
        lastValue = value;
        lastCode = codeOf(value);
      }
      codes[row] = lastCode;
      return lastCode;
    },
    finish: () => ({ codes, values }),
  };
}

/** The codes a dictionary column already has. */
export function adoptCodes<T>(column: Dictionary, isValue: (value: unknown) => value is T): Coding<T> {
  const coded = tidyCodes(column, isValue);
  const { codes } = coded;
  return { capacity: coded.values.length, encode: (row) => codes[row], finish: () => coded };
}

/** The column itself where its codes are integers that all point to distinct values, else a translation. */
function tidyCodes<T>(column: Dictionary, isValue: (value: unknown) => value is T): Coded<T> {
  const { codes, values: given } = column;
  const values: T[] = [];
  const known = new Map<T, number>();
  const translation = new Int32Array(given.length).fill(MISSING);
  for (let code = 0; code < given.length; code++) {
    const value = given[code];
    if (!isValue(value)) continue;
    const first = known.get(value);
    translation[code] = first ?? values.length;
    if (first !== undefined) continue;
    known.set(value, values.length);
    values.push(value);
  }
  if (values.length === given.length && isIntegerArray(codes) && codesWithin(codes, given.length)) {
    return { codes, values };
  }
  const translated = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++)
    translated[row] = translation[Number(codes[row] ?? MISSING)] ?? MISSING;
  return { codes: translated, values };
}

function isIntegerArray(codes: ArrayLike<unknown>): codes is ArrayLike<number> {
  return (
    codes instanceof Int32Array ||
    codes instanceof Uint32Array ||
    codes instanceof Int16Array ||
    codes instanceof Uint16Array ||
    codes instanceof Int8Array ||
    codes instanceof Uint8Array
  );
}

function codesWithin(codes: ArrayLike<number>, count: number): boolean {
  for (let row = 0; row < codes.length; row++) {
    if (!(codes[row] >= 0 && codes[row] < count)) return false;
  }
  return true;
}

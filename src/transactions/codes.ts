import { type Coder, MISSING, openCoder } from "./coder.js";
import type { Dictionary, IntegerArray } from "./column.js";
import type { LocatedField } from "./fields.js";
import { type Fates, KEPT } from "./slice.js";

/** Gives equal values equal codes, a slice at a time. */
export interface Coding<T> {
  /**
   * The codes of `length` rows from row `from` on, {@link MISSING} where there is no value; that of a dropped row says
   * nothing. Whether any row that is not dropped has none.
   */
  read(from: number, length: number, fates: Fates, codes: Int32Array): boolean;
  readonly values: readonly T[];
  /** All codes, where the column's own are those that are given. To be called when all is read. */
  readonly adopted: (() => IntegerArray) | undefined;
}

/**
 * Codes a field's values: by its own dictionary where that is sound, else in the order in which they come. With a
 * coder that other inputs share, codes are always the coder's.
 */
export function codeField<T>(
  field: LocatedField,
  isValue: (value: unknown) => value is T,
  shared?: Coder<T>,
): Coding<T> {
  const { dictionary } = field;
  if (dictionary === undefined) return codeValues(field, isValue, shared ?? openCoder());
  return (
    (shared ? undefined : adoptCodes(dictionary, isValue)) ??
    translateCodes(dictionary, isValue, shared ?? openCoder())
  );
}

/** Values come in runs, so the last one is remembered. */
function codeValues<T>(
  { read }: LocatedField,
  isValue: (value: unknown) => value is T,
  coder: Coder<T>,
): Coding<T> {
  return {
    values: coder.values,
    adopted: undefined,
    read(from, length, fates, codes) {
      let missing = false;
      let lastValue: unknown;
      let lastCode = MISSING;
      for (let i = 0; i < length; i++) {
        codes[i] = MISSING;
        if (fates[i] !== KEPT) continue;
        const value = read(from + i);
        if (value !== lastValue) {
          lastValue = value;
          lastCode = isValue(value) ? coder.codeOf(value) : MISSING;
        }
        codes[i] = lastCode;
        missing ||= lastCode === MISSING;
      }
      return missing;
    },
  };
}

/** A dictionary whose values differ, with integer codes, is taken as it is. */
function adoptCodes<T>(
  { integers, values: given }: Dictionary,
  isValue: (value: unknown) => value is T,
): Coding<T> | undefined {
  if (integers === undefined || !areDistinct(given, isValue)) return undefined;
  const count = given.length;
  let strays = false;
  return {
    values: given as readonly T[],
    adopted: () =>
      strays ? Int32Array.from(integers, (code) => (code >= 0 && code < count ? code : MISSING)) : integers,
    read(from, length, _, codes) {
      codes.set(integers.subarray(from, from + length));
      if (areBelow(count, codes, length)) return false;
      strays = true;
      for (let i = 0; i < length; i++) if (!(codes[i] >= 0 && codes[i] < count)) codes[i] = MISSING;
      return true;
    },
  };
}

/** Whether all codes are from 0 to below `count`: as unsigned numbers, negative ones are beyond. */
function areBelow(count: number, codes: Int32Array, length: number): boolean {
  for (let i = 0; i < length; i++) if (codes[i] >>> 0 >= count) return false;
  return true;
}

/** Whether all are values, and no two the same: seen at a glance where they ascend. */
function areDistinct<T>(values: ArrayLike<unknown>, isValue: (value: unknown) => value is T): boolean {
  let ascending = true;
  for (let i = 0; i < values.length; i++) {
    if (!isValue(values[i])) return false;
    ascending &&=
      i === 0 || (typeof values[i] === typeof values[i - 1] && (values[i] as T) > (values[i - 1] as T));
  }
  if (ascending) return true;
  const coder = openCoder<unknown>();
  for (let i = 0; i < values.length; i++) if (coder.codeOf(values[i]) !== i) return false;
  return true;
}

const UNKNOWN = -2;

/** Each value of a dictionary is coded when it is first met. */
function translateCodes<T>(
  { codes: column, values: given }: Dictionary,
  isValue: (value: unknown) => value is T,
  coder: Coder<T>,
): Coding<T> {
  const translation = new Int32Array(given.length).fill(UNKNOWN);
  const translate = (code: number): number => {
    const value = given[code];
    translation[code] = isValue(value) ? coder.codeOf(value) : MISSING;
    return translation[code];
  };
  return {
    values: coder.values,
    adopted: undefined,
    read(from, length, fates, codes) {
      let missing = false;
      for (let i = 0; i < length; i++) {
        codes[i] = MISSING;
        if (fates[i] !== KEPT) continue;
        const code = Number(column[from + i] ?? MISSING);
        const known = translation[code] ?? MISSING;
        codes[i] = known === UNKNOWN ? translate(code) : known;
        missing ||= codes[i] === MISSING;
      }
      return missing;
    },
  };
}

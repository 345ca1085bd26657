import { RfmError } from "../core/error.js";
import type { Column, DictionaryColumn, Vector } from "./input-types.js";

/** The value of a row, whatever the input looks like. */
export type Reader = (row: number) => unknown;

/** A dictionary whose parts are read by index. */
export interface Dictionary {
  readonly codes: ArrayLike<unknown>;
  /** The codes, where they are a typed array of integers. */
  readonly integers: IntegerArray | undefined;
  readonly values: ArrayLike<unknown>;
}

/** A column in any of its shapes. */
export interface OpenColumn {
  readonly length: number;
  readonly read: Reader;
  readonly dictionary: Dictionary | undefined;
  /** The column, where it is a typed array: slices of it are copied as a whole. */
  readonly numbers: NumberArray | undefined;
}

const INTEGER_ARRAYS = [Int32Array, Uint32Array, Int16Array, Uint16Array, Int8Array, Uint8Array] as const;
const NUMBER_ARRAYS = [Float64Array, Float32Array, ...INTEGER_ARRAYS, Uint8ClampedArray] as const;

/** A typed array of integers. */
export type IntegerArray = Int32Array | Uint32Array | Int16Array | Uint16Array | Int8Array | Uint8Array;

/** A typed array of numbers. */
export type NumberArray = Float64Array | Float32Array | IntegerArray | Uint8ClampedArray;

/** Rows are numbered by 32-bit integers. */
const MOST_ROWS = 2 ** 31 - 1;

export function openColumn(caller: string, name: string, column: unknown): OpenColumn {
  if (isDictionary(column)) {
    const codes = toList(column.codes);
    const values = toList(column.values);
    const integers = INTEGER_ARRAYS.some((kind) => codes instanceof kind)
      ? (codes as IntegerArray)
      : undefined;
    const read: Reader = (row) => values[Number(codes[row] ?? Number.NaN)];
    return { length: codes.length, dictionary: { codes, integers, values }, numbers: undefined, read };
  }
  if (hasLength(column)) {
    const list = column as Exclude<Column<unknown>, DictionaryColumn<unknown>>;
    const read: Reader = isVector(list) ? (row) => list.get(row) : (row) => list[row];
    const numbers = NUMBER_ARRAYS.some((kind) => list instanceof kind) ? (list as NumberArray) : undefined;
    return { length: list.length, read, dictionary: undefined, numbers };
  }
  throw new RfmError({
    caller,
    code: "invalidInput",
    path: name,
    expected: "a column: an array, a typed array, an Arrow vector or { codes, values }",
    received: column,
  });
}

function isDictionary(column: unknown): column is DictionaryColumn<unknown> {
  return isObject(column) && hasLength(column.codes) && hasLength(column.values);
}

/** The part itself where it can be read by index, a copy where it is a vector. */
function toList(part: ArrayLike<unknown> | Vector<unknown>): ArrayLike<unknown> {
  return isVector(part) ? Array.from({ length: part.length }, (_, i) => part.get(i)) : part;
}

function isVector(column: ArrayLike<unknown> | Vector<unknown>): column is Vector<unknown> {
  return "get" in column && typeof column.get === "function";
}

function hasLength(value: unknown): value is ArrayLike<unknown> | Vector<unknown> {
  if (!isObject(value)) return false;
  const { length } = value;
  return Number.isInteger(length) && (length as number) >= 0 && (length as number) <= MOST_ROWS;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

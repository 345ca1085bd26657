import { RfmError } from "../core/error.js";
import type { Column, DictionaryColumn, Vector } from "./input-types.js";

/** The value of a row, whatever the input looks like. */
export type Reader = (row: number) => unknown;

/** A dictionary whose parts are read by index. */
export interface Dictionary {
  readonly codes: ArrayLike<unknown>;
  readonly values: ArrayLike<unknown>;
}

/** A column in any of its shapes. */
export interface OpenColumn {
  readonly length: number;
  readonly read: Reader;
  readonly dictionary: Dictionary | undefined;
}

/** Rows are numbered by 32-bit integers. */
const MOST_ROWS = 2 ** 31 - 1;

export function openColumn(caller: string, name: string, column: unknown): OpenColumn {
  if (isDictionary(column)) {
    const dictionary = { codes: toList(column.codes), values: toList(column.values) };
    const { codes, values } = dictionary;
    return { length: codes.length, dictionary, read: (row) => values[Number(codes[row] ?? Number.NaN)] };
  }
  if (hasLength(column)) {
    const list = column as Exclude<Column<unknown>, DictionaryColumn<unknown>>;
    const read: Reader = isVector(list) ? (row) => list.get(row) : (row) => list[row];
    return { length: list.length, read, dictionary: undefined };
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

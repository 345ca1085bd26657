import { RfmError } from "../core/error.js";
import type { Column, DictionaryColumn, Vector } from "./types.js";

/** The value of a row, whatever the input looks like. */
export type Reader = (row: number) => unknown;

export function isDictionary(column: unknown): column is DictionaryColumn<unknown> {
  return isObject(column) && hasLength(column.codes) && hasLength(column.values);
}

export function columnLength(caller: string, name: string, column: unknown): number {
  if (isDictionary(column)) return column.codes.length;
  if (hasLength(column)) return column.length;
  throw new RfmError({
    caller,
    code: "invalidInput",
    path: name,
    expected: "a column: an array, a typed array, an Arrow vector or { codes, values }",
    received: column,
  });
}

export function readColumn(column: Column<unknown>): Reader {
  if (isDictionary(column)) {
    const { codes, values } = column;
    return (row) => {
      const code = codes[row];
      return code === null || code === undefined ? undefined : values[code];
    };
  }
  if (isVector(column)) return (row) => column.get(row);
  return (row) => column[row];
}

function isVector(column: ArrayLike<unknown> | Vector<unknown>): column is Vector<unknown> {
  return "get" in column && typeof column.get === "function";
}

function hasLength(value: unknown): value is { readonly length: number } {
  return isObject(value) && typeof value.length === "number";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

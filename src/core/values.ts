import { RfmError } from "./error.js";
import { mendingOf } from "./mending.js";
import { expectedNumber, isUsable } from "./number.js";
import { unknownName } from "./options.js";
import { isPlain } from "./plain.js";

/** The keys of `Row` that hold numbers. */
export type NumericKey<Row> = {
  [K in keyof Row & string]-?: Row[K] extends number ? K : never;
}[keyof Row & string];

/** A numeric column by name, or a function of the row. */
export type ValueOf<Row> = NumericKey<Row> | ((row: Row) => number);

/** One finite number a row, refused by name and row where it is not one; a hint says what to do about a missing one. */
export function readValues<Row>(
  caller: string,
  rows: readonly Row[],
  value: ValueOf<Row>,
  missing?: string,
): Float64Array {
  checkRows(caller, rows);
  const read = typeof value === "function" ? value : (row: Row) => row?.[value] as number;
  const numbers = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const number = read(rows[row]);
    if (!isUsable(number)) throw notANumber(caller, rows[row], row, value, number, missing);
    numbers[row] = number;
  }
  return numbers;
}

/** Whether customers come as columns: a plain object of arrays, in place of an array of objects. */
export function isColumns<C extends object>(customers: C | readonly unknown[]): customers is C {
  return isPlain(customers);
}

/** The named columns of customers that come as columns; refused where one is no `Float64Array` of finite numbers. */
export function checkColumns<K extends string>(
  caller: string,
  columns: { readonly [P in K]: Float64Array },
  names: readonly K[],
): Float64Array[] {
  return names.map((path) => {
    const column: unknown = columns[path];
    const refusal = { caller, path, received: column } as const;
    if (!(column instanceof Float64Array))
      throw new RfmError({ ...refusal, code: "invalidInput", expected: "a Float64Array" });
    const { length } = columns[names[0]];
    if (column.length !== length) {
      const expected = `${length} values, as in "${names[0]}"`;
      throw new RfmError({ ...refusal, code: "unequalLengths", expected, received: column.length });
    }
    const row = column.findIndex((value) => !isUsable(value));
    if (row === -1) return column;
    const expected = expectedNumber(column[row]);
    throw new RfmError({ ...refusal, code: "invalidValue", row, expected, received: column[row] });
  });
}

/** Refuses a name that none of customers' columns has; what is in them {@link checkColumns} looks at. */
export function checkColumnName(
  caller: string,
  columns: object,
  name: unknown,
  path: string,
): asserts name is string {
  if (typeof name !== "string") {
    const expected = "the name of a column, as the customers come in columns";
    throw new RfmError({ caller, code: "invalidOption", path, expected, received: name });
  }
  if (Object.hasOwn(columns, name)) return;
  throw unknownName(caller, "unknownColumn", name, Object.keys(columns), "a column", path);
}

/** Refuses anything but an array. */
export function checkRows(caller: string, rows: unknown): void {
  if (Array.isArray(rows)) return;
  const refusal = { caller, code: "invalidInput", path: "customers" } as const;
  throw new RfmError({ ...refusal, expected: "an array of rows", received: rows, hint: mendingOf(rows) });
}

function notANumber(
  caller: string,
  row: unknown,
  index: number,
  value: unknown,
  received: unknown,
  missing: string | undefined,
): RfmError {
  if (typeof row !== "object" || row === null) {
    const refusal = { caller, code: "invalidInput", path: "customers", row: index } as const;
    return new RfmError({ ...refusal, expected: "an object", received: row });
  }
  if (typeof value === "string" && !(value in row)) {
    return unknownName(caller, "unknownColumn", value, Object.keys(row), "a column", value);
  }
  const path = typeof value === "string" ? value : "value";
  const expected = expectedNumber(received);
  const hint = received === null || received === undefined ? missing : undefined;
  return new RfmError({ caller, code: "invalidValue", path, row: index, expected, received, hint });
}

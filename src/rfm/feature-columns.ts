import { RfmError } from "../core/error.js";
import { expectedNumber, isUsable } from "../core/number.js";
import { unknownName } from "../core/options.js";
import { checkRows } from "../core/values.js";

/** One feature of all customers, in the order of the rows. NaN: missing. */
export interface FeatureColumn {
  readonly feature: string;
  readonly values: Float64Array;
}

type Row = Readonly<Record<string, unknown>>;

/** Reads the features that are named, or else every column that holds numbers but for `customerId`. */
export function readFeatureColumns(caller: string, customers: unknown, names: unknown): FeatureColumn[] {
  const rows = readRows(caller, customers);
  const columns = columnsOf(rows);
  const chosen =
    names === undefined
      ? columns.filter((name) => name !== "customerId" && holdsNumbers(rows, name))
      : checkNames(caller, names, rows.length === 0 ? undefined : columns);
  return chosen.map((feature) => ({ feature, values: readFeature(caller, rows, feature) }));
}

function readRows(caller: string, customers: unknown): readonly Row[] {
  checkRows(caller, customers);
  const rows = customers as readonly unknown[];
  const row = rows.findIndex((value) => typeof value !== "object" || value === null);
  if (row === -1) return rows as readonly Row[];
  const refusal = { caller, code: "invalidInput", path: "customers", row } as const;
  throw new RfmError({ ...refusal, expected: "an object", received: rows[row] });
}

/** All columns by first appearance. */
function columnsOf(rows: readonly Row[]): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}

/** Whether any value is a number, or all are missing; so that no order of the rows decides. */
function holdsNumbers(rows: readonly Row[], name: string): boolean {
  return (
    rows.some((row) => typeof row[name] === "number") ||
    rows.every((row) => row[name] === null || row[name] === undefined)
  );
}

function readFeature(caller: string, rows: readonly Row[], name: string): Float64Array {
  const values = new Float64Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const value = rows[row][name];
    if (value === null || value === undefined) values[row] = Number.NaN;
    else if (isUsable(value)) values[row] = value;
    else {
      const expected = `${expectedNumber(value)} or null`;
      throw new RfmError({ caller, code: "invalidValue", path: name, row, expected, received: value });
    }
  }
  return values;
}

/** Names that differ, of columns that are there; without customers nothing is known of columns. */
function checkNames(caller: string, names: unknown, columns: readonly string[] | undefined): string[] {
  const path = "features";
  if (!Array.isArray(names) || !names.every((name) => typeof name === "string")) {
    const expected = 'names of columns, such as ["recency", "monetary"]';
    throw new RfmError({ caller, code: "invalidOption", path, expected, received: names });
  }
  for (const [i, name] of names.entries()) {
    const at = `${path}[${i}]`;
    if (columns !== undefined && !columns.includes(name))
      throw unknownName(caller, "unknownColumn", name, columns, "a column", at);
    if (names.indexOf(name) < i)
      throw new RfmError({
        caller,
        code: "invalidOption",
        path: at,
        expected: "each column once",
        received: name,
      });
  }
  return names;
}

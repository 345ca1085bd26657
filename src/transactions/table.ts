import { RfmError } from "../core/error.js";
import { columnLength, isDictionary, type Reader, readColumn } from "./column.js";
import type { Column, Columns, DictionaryColumn } from "./types.js";

type Row = Readonly<Record<string, unknown>>;

/** Rows and columns behind one face. */
export interface Table {
  readonly length: number;
  /** Whether any row has a column of this name. */
  has(name: string): boolean;
  /** The names a message can suggest. */
  names(): string[];
  column(name: string): Reader;
  /** The column as it is, where it is dictionary-coded. */
  dictionary(name: string): DictionaryColumn<unknown> | undefined;
  row(index: number): Row;
  /** The columns all rows have; `undefined` where each row has its own. */
  readonly columns: readonly (readonly [name: string, read: Reader])[] | undefined;
  /** Whether a rule may be a mask beside the data. */
  readonly takesMasks: boolean;
}

export function openTable(caller: string, input: unknown): Table {
  if (Array.isArray(input)) return rowTable(caller, input);
  if (typeof input === "object" && input !== null) return columnTable(caller, input as Columns);
  throw new RfmError({
    caller,
    code: "invalidInput",
    path: "transactions",
    expected: "an array of rows, an object of columns or a transaction log",
    received: input,
  });
}

function rowTable(caller: string, rows: readonly Row[]): Table {
  for (let row = 0; row < rows.length; row++) {
    if (typeof rows[row] === "object" && rows[row] !== null) continue;
    const refusal = { caller, code: "invalidInput", path: "transactions", row } as const;
    throw new RfmError({ ...refusal, expected: "an object", received: rows[row] });
  }
  return {
    length: rows.length,
    has: (name) => rows.some((row) => name in row),
    names: () => Object.keys(rows[0] ?? {}),
    column: (name) => (row) => rows[row][name],
    dictionary: () => undefined,
    row: (index) => rows[index],
    columns: undefined,
    takesMasks: false,
  };
}

function columnTable(caller: string, columns: Columns): Table {
  const names = Object.keys(columns);
  const length = commonLength(caller, columns, names);
  const readers = names.map((name): [string, Reader] => [name, readColumn(columns[name])]);
  return {
    length,
    has: (name) => Object.hasOwn(columns, name),
    names: () => names,
    column: (name) => (Object.hasOwn(columns, name) ? readColumn(columns[name]) : () => undefined),
    dictionary: (name) => dictionaryOf(Object.hasOwn(columns, name) ? columns[name] : undefined),
    row: (index) => Object.fromEntries(readers.map(([name, read]) => [name, read(index)])),
    columns: readers,
    takesMasks: true,
  };
}

function dictionaryOf(column: Column<unknown> | undefined): DictionaryColumn<unknown> | undefined {
  return isDictionary(column) ? column : undefined;
}

function commonLength(caller: string, columns: Columns, names: readonly string[]): number {
  const [first] = names;
  if (first === undefined) return 0;
  const length = columnLength(caller, first, columns[first]);
  for (const name of names) {
    const found = columnLength(caller, name, columns[name]);
    if (found === length) continue;
    throw new RfmError({
      caller,
      code: "unequalLengths",
      path: name,
      expected: `${length} values, as in "${first}"`,
      received: found,
    });
  }
  return length;
}

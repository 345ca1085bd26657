import { RfmError } from "../core/error.js";
import { mendingOf } from "../core/mending.js";
import { isPlain } from "../core/plain.js";
import { type OpenColumn, openColumn, type Reader } from "./column.js";
import { SLICE_ROWS } from "./slice.js";

type Row = Readonly<Record<string, unknown>>;

/** Rows and columns behind one face. */
export interface Table {
  readonly length: number;
  /** Whether any row has a column of this name. */
  has(name: string): boolean;
  /** The names a message can suggest. */
  names(): string[];
  /** @param field what it is read for. */
  column(name: string, field: string): Omit<OpenColumn, "length">;
  row(index: number): Row;
  /** The columns all rows have; `undefined` where each row has its own. */
  readonly columns: readonly (readonly [name: string, read: Reader])[] | undefined;
}

export function openTable(caller: string, input: unknown): Table {
  if (Array.isArray(input)) return rowTable(caller, input);
  if (isPlain(input) && input.kind !== "transactionLog") return columnTable(caller, input);
  throw new RfmError({
    caller,
    code: "invalidInput",
    path: "transactions",
    expected: "an array of rows or a plain object of columns",
    received: input,
    hint: hintFor(input),
  });
}

function hintFor(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null || "then" in input) return mendingOf(input);
  if (Symbol.iterator in input) return "spread it into an array";
  if (!("kind" in input && input.kind === "transactionLog")) return undefined;
  const live = "times" in input && input.times instanceof Float64Array;
  return live ? "it is a log already" : "a log does not survive JSON: keep the rows, and read them again";
}

function rowTable(caller: string, rows: readonly Row[]): Table {
  const found = surveyRows(caller, rows);
  return {
    length: rows.length,
    has: (name) => found.get(name) ?? rows.some((row) => row[name] !== undefined),
    names: () => Object.keys(rows[0] ?? {}),
    column: (name, field) => plainColumn((READERS.get(field) ?? readAny)(rows, name)),
    row: (index) => rows[index],
    columns: undefined,
  };
}

/**
 * Checks that all rows are objects, and finds which of the columns that are looked for unasked any of them has: one that
 * is undefined in every row is as good as not there.
 */
function surveyRows(caller: string, rows: readonly Row[]): ReadonlyMap<string, boolean> {
  let [orderId, product, quantity] = [false, false, false];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    if (typeof row !== "object" || row === null) {
      const refusal = { caller, code: "invalidInput", path: "transactions", row: i } as const;
      throw new RfmError({ ...refusal, expected: "an object", received: row });
    }
    orderId ||= row.orderId !== undefined;
    product ||= row.product !== undefined;
    quantity ||= row.quantity !== undefined;
  }
  return new Map(Object.entries({ orderId, product, quantity }));
}

type RowReader = (rows: readonly Row[], name: string) => Reader;

const readAny: RowReader = (rows, name) => (row) => rows[row][name];

/** A reader for each field, all alike: engines learn for each place in the code apart which name is read there. */
const READERS: ReadonlyMap<string, RowReader> = new Map([
  ["customerId", (rows, name) => (row) => rows[row][name]],
  ["orderId", (rows, name) => (row) => rows[row][name]],
  ["date", (rows, name) => (row) => rows[row][name]],
  ["amount", (rows, name) => (row) => rows[row][name]],
  ["product", (rows, name) => (row) => rows[row][name]],
  ["quantity", (rows, name) => (row) => rows[row][name]],
]);

function plainColumn(read: Reader): Omit<OpenColumn, "length"> {
  return { read, dictionary: undefined, numbers: undefined };
}

function columnTable(caller: string, input: Row): Table {
  const opened = Object.entries(input).map(
    ([name, column]) => [name, openColumn(caller, name, column)] as const,
  );
  const columns = new Map<string, OpenColumn>(opened);
  // Several functions look at the rows of a slice, one after the other.
  const made: { readonly index: number; readonly row: Row }[] = [];
  return {
    length: commonLength(caller, opened),
    has: (name) => columns.has(name),
    names: () => [...columns.keys()],
    column: (name) => columns.get(name) ?? plainColumn(() => undefined),
    row(index) {
      const place = index % SLICE_ROWS;
      if (made[place]?.index !== index) {
        made[place] = {
          index,
          row: Object.fromEntries(opened.map(([name, { read }]) => [name, read(index)])),
        };
      }
      return made[place].row;
    },
    columns: opened.map(([name, { read }]) => [name, read]),
  };
}

function commonLength(caller: string, columns: readonly (readonly [string, OpenColumn])[]): number {
  const [first] = columns;
  if (first === undefined) {
    const expected = "at least one column";
    throw new RfmError({ caller, code: "invalidInput", path: "transactions", expected, received: {} });
  }
  const [firstName, { length }] = first;
  for (const [path, { length: received }] of columns) {
    if (received === length) continue;
    const expected = `${length} values, as in "${firstName}"`;
    throw new RfmError({ caller, code: "unequalLengths", path, expected, received });
  }
  return length;
}

import { RfmError } from "../core/error.js";
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
  column(name: string): Omit<OpenColumn, "length">;
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
    hint: mendingOf(input),
  });
}

function mendingOf(input: unknown): string | undefined {
  if (typeof input !== "object" || input === null) return undefined;
  if ("then" in input) return "await it";
  if (Symbol.iterator in input) return "spread it into an array";
  if (!("kind" in input && input.kind === "transactionLog")) return undefined;
  const live = "times" in input && input.times instanceof Float64Array;
  return live ? "it is a log already" : "a log does not survive JSON: keep the rows, and read them again";
}

/** Whether any row has a column of this name: one that is undefined in every row is as good as not there. */
function probe(name: string): (rows: readonly Row[]) => boolean {
  return (rows) => rows.some((row) => row[name] !== undefined);
}

/** Columns that are looked for unasked, and mostly in vain: engines miss a name they know beforehand much faster. */
const PROBES = new Map<string, (rows: readonly Row[]) => boolean>([
  ["orderId", (rows) => rows.some((row) => row.orderId !== undefined)],
  ["product", (rows) => rows.some((row) => row.product !== undefined)],
  ["quantity", (rows) => rows.some((row) => row.quantity !== undefined)],
]);

function rowTable(caller: string, rows: readonly Row[]): Table {
  for (let row = 0; row < rows.length; row++) {
    if (typeof rows[row] === "object" && rows[row] !== null) continue;
    const refusal = { caller, code: "invalidInput", path: "transactions", row } as const;
    throw new RfmError({ ...refusal, expected: "an object", received: rows[row] });
  }
  return {
    length: rows.length,
    has: (name) => (PROBES.get(name) ?? probe(name))(rows),
    names: () => Object.keys(rows[0] ?? {}),
    column: (name) => plainColumn((row) => rows[row][name]),
    row: (index) => rows[index],
    columns: undefined,
  };
}

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

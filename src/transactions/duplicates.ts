import { isPlain } from "../core/plain.js";
import { contentOf } from "./content.js";
import type { Table } from "./table.js";

/**
 * Tells, row by row in order, whether a row repeats an earlier one: equal in every one of its own columns,
 * whatever their order. Dates, bytes, arrays and plain objects are equal where their contents are; a row that
 * is no plain object repeats none.
 *
 * A row is known by the codes of its values, each column having its own.
 */
export function duplicateFinder(table: Table): (row: number) => boolean {
  const signatureOf = table.columns ? sharedColumns(table.columns) : ownColumns(table);
  const seen = new Set<string>();
  return (row) => {
    const before = seen.size;
    seen.add(signatureOf(row));
    return seen.size === before;
  };
}

type Signature = (row: number) => string;

function sharedColumns(columns: NonNullable<Table["columns"]>): Signature {
  const coders = columns.map(([, read]) => ({ read, codeOf: openCodes() }));
  return (row) => coders.map(({ read, codeOf }) => codeOf(read(row))).join();
}

/** Each row lists its own columns; one that holds undefined is as good as not there. */
function ownColumns(table: Table): Signature {
  const columns = new Map<string, { readonly place: number; readonly codeOf: (value: unknown) => number }>();
  return (index) => {
    const row = table.row(index);
    // What an instance hides in private fields and getters cannot be compared: it is equal to itself alone.
    if (!isPlain(row)) return `row ${index}`;
    const parts: [place: number, code: number][] = [];
    for (const name of Object.keys(row)) {
      if (row[name] === undefined) continue;
      let column = columns.get(name);
      if (column === undefined) {
        column = { place: columns.size, codeOf: openCodes() };
        columns.set(name, column);
      }
      parts.push([column.place, column.codeOf(row[name])]);
    }
    return parts.sort(([a], [b]) => a - b).join(";");
  };
}

/** Codes by first appearance. */
function openCodes(): (value: unknown) => number {
  const values = new Map<unknown, number>();
  const contents = new Map<unknown, number>();
  return (value) => {
    const next = values.size + contents.size;
    return typeof value === "object" && value !== null
      ? place(contents, contentOf(value), next)
      : place(values, value, next);
  };
}

function place<K>(codes: Map<K, number>, key: K, next: number): number {
  const code = codes.get(key) ?? next;
  if (code === next) codes.set(key, code);
  return code;
}

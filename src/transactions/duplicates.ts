import type { Table } from "./table.js";

/**
 * Tells, row by row in order, whether a row repeats an earlier one: equal in every one of its own columns,
 * whatever their order. Dates and other values with a text of their own are equal where their texts are.
 *
 * A row is known by the codes of its values, each column having its own.
 */
export function duplicateFinder(table: Table): (row: number) => boolean {
  const codesOf = table.columns ? sharedColumns(table.columns) : ownColumns(table);
  const seen = new Set<string>();
  return (row) => {
    const before = seen.size;
    seen.add(codesOf(row).join());
    return seen.size === before;
  };
}

type RowCodes = (row: number) => number[];

function sharedColumns(columns: NonNullable<Table["columns"]>): RowCodes {
  const coders = columns.map(([, read]) => ({ read, codeOf: openCodes() }));
  return (row) => coders.map(({ read, codeOf }) => codeOf(read(row)));
}

/** Each row lists its own columns; one that it lacks, or holds undefined in, leaves a gap. */
function ownColumns(table: Table): RowCodes {
  const columns = new Map<string, { readonly place: number; readonly codeOf: (value: unknown) => number }>();
  return (index) => {
    const row = table.row(index);
    const codes: number[] = [];
    for (const name of Object.keys(row)) {
      let column = columns.get(name);
      if (column === undefined) {
        column = { place: columns.size, codeOf: openCodes() };
        columns.set(name, column);
      }
      if (row[name] !== undefined) codes[column.place] = column.codeOf(row[name]);
    }
    return codes;
  };
}

/** Codes by first appearance. */
function openCodes(): (value: unknown) => number {
  const values = new Map<unknown, number>();
  const texts = new Map<string, number>();
  return (value) => {
    const next = values.size + texts.size;
    return typeof value === "object" && value !== null
      ? place(texts, textOf(value), next)
      : place(values, value, next);
  };
}

function place<K>(codes: Map<K, number>, key: K, next: number): number {
  const code = codes.get(key) ?? next;
  if (code === next) codes.set(key, code);
  return code;
}

function textOf(value: object): string {
  if (value instanceof Date) return String(value.getTime());
  const text = String(value);
  return text.startsWith("[object ") ? JSON.stringify(value) : text;
}

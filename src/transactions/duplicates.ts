import type { Table } from "./table.js";

/**
 * Tells, row by row in order, whether a row repeats an earlier one: equal in every one of its own columns,
 * whatever their order. Dates and other values with a text of their own are equal where their texts are.
 */
export function duplicateFinder(table: Table): (row: number) => boolean {
  const columns = new Map<string, ValueCodes>();
  const seen = new Set<string>();
  return (index) => {
    const signature: number[] = [];
    const row = table.row(index);
    for (const name of Object.keys(row)) {
      if (row[name] === undefined) continue;
      let column = columns.get(name);
      if (column === undefined) {
        column = { place: columns.size, values: new Map(), texts: new Map() };
        columns.set(name, column);
      }
      signature[column.place] = codeOf(column, row[name]);
    }
    const before = seen.size;
    seen.add(signature.join());
    return seen.size === before;
  };
}

interface ValueCodes {
  readonly place: number;
  readonly values: Map<unknown, number>;
  readonly texts: Map<string, number>;
}

function codeOf({ values, texts }: ValueCodes, value: unknown): number {
  return typeof value === "object" && value !== null
    ? place(texts, textOf(value), values.size + texts.size)
    : place(values, value, values.size + texts.size);
}

function place<K>(codes: Map<K, number>, key: K, next: number): number {
  let code = codes.get(key);
  if (code === undefined) {
    code = next;
    codes.set(key, code);
  }
  return code;
}

function textOf(value: object): string {
  if (value instanceof Date) return String(value.getTime());
  const text = String(value);
  return text.startsWith("[object ") ? JSON.stringify(value) : text;
}

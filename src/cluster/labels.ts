import { RfmError } from "../core/error.js";

/** A group for each customer: numbers or names, such as those of clusters or segments. */
export type GroupLabels = ArrayLike<number> | ArrayLike<string>;

/** Labels as whole numbers from 0 on, in the order of the names. */
export interface CodedLabels<L extends number | string = number | string> {
  readonly codes: Uint16Array | Uint32Array;
  /** Each label once: numbers ascending, then names as their characters compare. */
  readonly names: readonly L[];
  /** How many customers have each label. */
  readonly counts: Uint32Array;
}

/** Codes labels; refused where one is neither a number nor a name, or there is not one for each customer. */
export function codeLabels(caller: string, path: string, labels: unknown, customers?: number): CodedLabels {
  const list = labels as Partial<ArrayLike<unknown>> | null | undefined;
  const given = typeof list === "object" && list !== null && Number.isInteger(list.length);
  const length = given ? (list.length as number) : 0;
  if (!given || length !== (customers ?? length)) {
    const expected =
      customers === undefined ? "a label for each customer" : `${customers} labels, one for each customer`;
    const received = given ? length : labels;
    throw new RfmError({ caller, code: given ? "unequalLengths" : "invalidInput", path, expected, received });
  }
  const counted = new Map<number | string, number>();
  const values = list as ArrayLike<unknown>;
  for (let row = 0; row < length; row++) {
    const label = readLabel(caller, path, values[row], row);
    counted.set(label, (counted.get(label) ?? 0) + 1);
  }
  const names = [...counted.keys()].sort(compareLabels);
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const codes = new Uint32Array(length);
  for (let row = 0; row < length; row++) codes[row] = codeOf.get(values[row] as number | string) as number;
  return { codes, names, counts: Uint32Array.from(names, (name) => counted.get(name) as number) };
}

function readLabel(caller: string, path: string, label: unknown, row: number): number | string {
  if (typeof label === "string" || (typeof label === "number" && Number.isFinite(label))) return label;
  const expected = "a finite number or a name";
  throw new RfmError({ caller, code: "invalidValue", path, row, expected, received: label });
}

function compareLabels(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;
  return a < b ? -1 : 1;
}

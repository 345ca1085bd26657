import { expectedNumber, isUsable } from "../core/number.js";
import { type BorderField, type FaultName, fateOf } from "./border.js";
import { isMissing, type LocatedField } from "./fields.js";
import { type Fates, KEPT } from "./slice.js";

export interface NumberField extends BorderField {
  /** The numbers of a slice, NaN where a row holds none. */
  readonly numbers: Float64Array;
}

/** A finite number a row. */
export function amountField(field: LocatedField, rows: number): NumberField {
  return numberField(field, rows, "invalidAmount", () => false);
}

/** A finite number a row, NaN where the row has none. */
export function quantityField(field: LocatedField, rows: number): NumberField {
  return numberField(field, rows, "invalidQuantity", isMissing);
}

function numberField(
  field: LocatedField,
  rows: number,
  code: Extract<FaultName, "invalidAmount" | "invalidQuantity">,
  mayMiss: (value: unknown) => boolean,
): NumberField {
  const { name, read } = field;
  const numbers = new Float64Array(rows);
  const fill = numberReader(field, numbers);
  const fate = fateOf(code);
  const markFaults = (from: number, length: number, fates: Fates): boolean => {
    let found = false;
    for (let i = 0; i < length; i++) {
      if (isUsable(numbers[i]) || fates[i] !== KEPT || mayMiss(read(from + i))) continue;
      fates[i] = fate;
      found = true;
    }
    return found;
  };
  return {
    numbers,
    faults: [code],
    read(from, length, fates) {
      fill(from, length);
      return markFaults(from, length, fates);
    },
    fault(row) {
      const received = read(row);
      const expected = expectedNumber(received);
      return { code, path: name, expected, received, hint: numberHint(field, received) };
    },
  };
}

function numberReader(
  { numbers: column, read }: LocatedField,
  numbers: Float64Array,
): (from: number, length: number) => void {
  if (column !== undefined) return (from, length) => numbers.set(column.subarray(from, from + length));
  return (from, length) => {
    for (let i = 0; i < length; i++) {
      const value = read(from + i);
      numbers[i] = typeof value === "number" ? value : Number.NaN;
    }
  };
}

/** Drivers hand over exact decimals and big integers as text and bigints: say how to map them. */
export function numberHint(field: LocatedField, value: unknown): string | undefined {
  if (typeof value !== "string" && typeof value !== "bigint") return field.hint;
  if (field.column === undefined) return "convert it in the function, with Number(…)";
  const access = /^[A-Za-z_$][\w$]*$/.test(field.column)
    ? `.${field.column}`
    : `[${JSON.stringify(field.column)}]`;
  return `map it: ${field.name}: (row) => Number(row${access})`;
}

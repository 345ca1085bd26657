import type { TextColumn } from "./csv.js";

/** The orders of day, month and year that a date may be written in. */
export const DATE_ORDERS = ["iso", "mdy", "dmy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** The numbers of a column, each text read once. */
export function toNumbers({ codes, values }: TextColumn): Float64Array {
  const numbers = values.map(toNumber);
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : numbers[code]));
}

/** A plain number; NaN for nothing and for anything else, "1,234.50" and "£5" included. */
export function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** A column of dates as rfm-kit reads them. */
export function toIsoDates(column: TextColumn, order: DateOrder): TextColumn {
  return order === "iso" ? column : { ...column, values: column.values.map((text) => toIso(text, order)) };
}

const WRITTEN = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?:[ T](\d{1,2})(:\d{2}(?::\d{2})?))?$/;

/**
 * `"12/1/2010 8:26"` → `"2010-12-01 08:26"` in mdy. Text of another form stays as it is, and whether the date
 * exists is not asked: rfm-kit refuses the one and the other.
 */
export function toIso(text: string, order: "mdy" | "dmy"): string {
  const match = WRITTEN.exec(text.trim());
  if (match === null) return text;
  const [, first, , second, year, hour, minutes] = match;
  const [month, day] = order === "mdy" ? [first, second] : [second, first];
  const time = hour === undefined ? "" : ` ${pad(hour)}${minutes}`;
  return `${year}-${pad(month)}-${pad(day)}${time}`;
}

function pad(digits: string): string {
  return digits.padStart(2, "0");
}

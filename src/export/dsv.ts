import { dsvFormat } from "d3-dsv";

/** Puts quotes around a text that holds the delimiter, a quote or a line break, and doubles the quotes in it. */
export function openQuoting(delimiter: string): (text: string) => string {
  return dsvFormat(delimiter).formatValue;
}

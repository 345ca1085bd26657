import { RfmError } from "../core/error.js";
import { roundTo } from "../core/round.js";
import type { CsvSettings } from "./csv-options.js";
import { openQuoting } from "./dsv.js";
import { escapeFormula } from "./formula.js";

/** How cells are written. */
export interface Cells {
  /** A line without its end. */
  line(cells: readonly string[]): string;
  /** The text of a value of row `row`. */
  text(value: unknown, row: number, name: string): string;
  /** A text that is no formula. */
  harmless(text: string): string;
}

export function openCells(caller: string, settings: CsvSettings): Cells {
  const { delimiter, decimalComma, decimals, formulas } = settings;
  const quote = openQuoting(delimiter);
  const harmless = formulas === "escape" ? escapeFormula : (text: string) => text;
  // A mark at the start of a file would be taken for its byte order mark.
  const write = (text: string): string =>
    text.startsWith(MARK) ? `"${text.replaceAll('"', '""')}"` : quote(text);
  return {
    harmless,
    line(cells) {
      // Readers skip blank lines.
      if (cells.length === 1 && cells[0] === "") return '""';
      return cells.map(write).join(delimiter);
    },
    text(value, row, name) {
      if (value === null || value === undefined) return "";
      if (typeof value === "string") return harmless(value);
      if (typeof value === "bigint" || typeof value === "boolean") return String(value);
      if (typeof value === "number" && Number.isFinite(value)) {
        const text = String(decimals === undefined ? value : roundTo(value, decimals));
        return decimalComma ? text.replace(".", ",") : text;
      }
      if (value instanceof Date && !Number.isNaN(value.getTime())) return harmless(value.toISOString());
      throw noCell(caller, value, row, name);
    },
  };
}

export const MARK = "\uFEFF";

function noCell(caller: string, received: unknown, row: number, path: string): RfmError {
  const refusal = { caller, code: "invalidValue", path, row, received } as const;
  if (typeof received === "number") return new RfmError({ ...refusal, expected: "a finite number" });
  const expected = "a text, a number, a bigint, true or false, a Date or nothing";
  const hint = typeof received === "object" ? "take apart what is nested, or make it a text" : undefined;
  return new RfmError({ ...refusal, expected, hint });
}

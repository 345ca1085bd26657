import { RfmError } from "../core/error.js";
import { mendingOf } from "../core/mending.js";
import { unknownName } from "../core/options.js";
import { MARK, openCells } from "./csv-cells.js";
import { type CsvColumn, type CsvOptions, readCsvOptions } from "./csv-options.js";

/**
 * Rows as CSV by RFC 4180: a line a row, ended by CR LF, and quotes around a cell that holds the delimiter, a quote or a
 * line break.
 *
 * A text that a spreadsheet would calculate gets a leading apostrophe (`formulas: "keep"` leaves it off): one that begins
 * with = + - @ or a control character such as a tab, also behind spaces and characters that cannot be seen. That goes for
 * headers, and for ids such as `"-5"`; numbers are never touched.
 *
 * null and undefined are empty cells, as is `""`; a `Date` is written in UTC. Rows may differ in their columns.
 *
 * Cost: O(cells).
 *
 * @returns the text, to be written in UTF-8; `""` for no rows, or the header alone where `columns` are given.
 * @throws RfmError on a number that is not finite and on a value that is no cell, such as an object, with its row and column;
 * on a column that no row has.
 * @see https://www.rfc-editor.org/rfc/rfc4180
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 * @example
 * ```ts
 * import { toCsv } from "rfm-kit/export";
 *
 * const rows = [
 *   { id: "ada", spent: 20.5 },
 *   { id: "=1+1", spent: -3 },
 * ];
 * toCsv(rows); // => "id,spent\r\nada,20.5\r\n'=1+1,-3\r\n"
 * toCsv(rows, { columns: { spent: "Gasto" }, delimiter: ";", decimalComma: true });
 * // => "Gasto\r\n20,5\r\n-3\r\n"
 * ```
 */
export function toCsv<Row extends object>(
  rows: readonly Row[],
  options: CsvOptions<keyof Row & string> = {},
): string {
  const settings = readCsvOptions(CALLER, options as CsvOptions);
  if (!Array.isArray(rows)) {
    const refusal = { caller: CALLER, code: "invalidInput", path: "rows", hint: mendingOf(rows) } as const;
    throw new RfmError({ ...refusal, expected: "an array of rows", received: rows });
  }
  const names = namesOf(rows);
  const columns = settings.columns ?? Array.from(names, (name) => ({ name, header: name }));
  if (rows.length > 0) checkNames(columns, names);
  if (columns.length === 0) return "";
  const { line, text, harmless } = openCells(CALLER, settings);
  const lines = settings.header ? [line(columns.map(({ header }) => harmless(header)))] : [];
  for (let row = 0; row < rows.length; row++) {
    const given = rows[row] as Readonly<Record<string, unknown>>;
    const cells = columns.map(({ name }) => text(Object.hasOwn(given, name) ? given[name] : "", row, name));
    lines.push(line(cells));
  }
  if (lines.length === 0) return "";
  return (settings.bom ? MARK : "") + lines.join(settings.newline) + settings.newline;
}

const CALLER = "toCsv";

/** The columns of all rows, in the order in which they come. */
function namesOf(rows: readonly object[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (let row = 0; row < rows.length; row++) {
    const received: unknown = rows[row];
    if (typeof received !== "object" || received === null || Array.isArray(received)) {
      const refusal = { caller: CALLER, code: "invalidInput", path: "rows", row, received } as const;
      throw new RfmError({ ...refusal, expected: "an object" });
    }
    for (const name of Object.keys(received)) names.add(name);
  }
  return names;
}

/** Refuses a column that no row has. */
function checkNames(columns: readonly CsvColumn[], names: ReadonlySet<string>): void {
  for (const { name } of columns) {
    if (names.has(name)) continue;
    throw unknownName(CALLER, "unknownColumn", name, [...names], "a column", "columns");
  }
}

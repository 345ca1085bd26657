import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { checkWhole } from "../core/whole.js";

/** Which columns, in which order; an object also says what their headers are. */
export type CsvColumns<Name extends string = string> =
  | readonly Name[]
  | { readonly [K in Name]?: string | undefined };

/** How `toCsv` writes. */
export interface CsvOptions<Name extends string = string> {
  /** Default: all columns of all rows, those of the first row first. */
  readonly columns?: CsvColumns<Name> | undefined;
  /** One character that is no letter, digit, quote, line break, hyphen, backslash or `]`. Default: `","`. */
  readonly delimiter?: string | undefined;
  /** Default: `"\r\n"`. */
  readonly newline?: "\r\n" | "\n" | undefined;
  /** Whether the first line holds the names of the columns. Default: `true`. */
  readonly header?: boolean | undefined;
  /** Begins with a byte order mark, by which Excel knows UTF-8. Default: `false`. */
  readonly bom?: boolean | undefined;
  /** Writes 1.5 as 1,5, which needs another delimiter. Default: `false`. */
  readonly decimalComma?: boolean | undefined;
  /** Rounds numbers to at most so many decimals, from 0 to 12, halves away from zero: sums of doubles have tails. Default: none. */
  readonly decimals?: number | undefined;
  /** Texts that a spreadsheet would calculate get an apostrophe, or stay as they are. Default: `"escape"`. */
  readonly formulas?: "escape" | "keep" | undefined;
}

/** A column to be written. */
export interface CsvColumn {
  readonly name: string;
  readonly header: string;
}

/** Options that have been read. */
export interface CsvSettings {
  readonly columns: readonly CsvColumn[] | undefined;
  readonly delimiter: string;
  readonly newline: "\r\n" | "\n";
  readonly header: boolean;
  readonly bom: boolean;
  readonly decimalComma: boolean;
  readonly decimals: number | undefined;
  readonly formulas: "escape" | "keep";
}

const OPTIONS = ["columns", "delimiter", "newline", "header", "bom", "decimalComma", "decimals", "formulas"];

export function readCsvOptions(caller: string, options: CsvOptions): CsvSettings {
  checkOptions(caller, options, OPTIONS);
  const { columns, delimiter = ",", newline = "\r\n", formulas = "escape" } = options;
  const flag = (name: "header" | "bom" | "decimalComma", otherwise: boolean) =>
    readFlag(caller, name, options[name] ?? otherwise);
  const settings = {
    columns: columns === undefined ? undefined : readColumns(caller, columns),
    delimiter: readDelimiter(caller, delimiter),
    newline: checkChoice(caller, "newline", newline, ["\r\n", "\n"]),
    header: flag("header", true),
    bom: flag("bom", false),
    decimalComma: flag("decimalComma", false),
    decimals:
      options.decimals === undefined ? undefined : checkWhole(caller, "decimals", options.decimals, 0, 12),
    formulas: checkChoice(caller, "formulas", formulas, ["escape", "keep"]),
  };
  if (!settings.decimalComma || delimiter !== ",") return settings;
  const refusal = { caller, code: "invalidOption", path: "delimiter", received: delimiter } as const;
  throw new RfmError({
    ...refusal,
    expected: "another character than the decimal comma",
    hint: 'such as ";"',
  });
}

/** A hyphen, a backslash and a bracket mean something else in the pattern by which d3-dsv finds what to quote. */
function readDelimiter(caller: string, received: unknown): string {
  if (
    typeof received === "string" &&
    /^[^\p{L}\p{N}\p{Cs}\uFEFF"\r\n\-\\\]]$/u.test(received) &&
    received.length === 1
  )
    return received;
  const expected = "one character that is no letter, digit, quote, line break, hyphen, backslash or ]";
  throw new RfmError({ caller, code: "invalidOption", path: "delimiter", expected, received });
}

function readFlag(caller: string, path: string, received: unknown): boolean {
  if (typeof received === "boolean") return received;
  throw new RfmError({ caller, code: "invalidOption", path, expected: "true or false", received });
}

function readColumns(caller: string, columns: CsvColumns): CsvColumn[] {
  const refuse = (expected: string, received: unknown) =>
    new RfmError({ caller, code: "invalidOption", path: "columns", expected, received });
  const names: readonly unknown[] | undefined = Array.isArray(columns)
    ? columns
    : isPlain(columns)
      ? Object.keys(columns)
      : undefined;
  if (names === undefined) throw refuse("names of columns, or an object of headers", columns);
  if (names.length === 0) throw refuse("one column or more", columns);
  return names.map((name, i) => {
    if (typeof name !== "string" || names.indexOf(name) < i) throw refuse("names that differ", name);
    const header = isPlain(columns) ? (columns[name] ?? name) : name;
    if (typeof header !== "string") throw refuse("headers that are texts", header);
    return { name, header };
  });
}

import { parseArgs } from "node:util";
import { type ColumnNames, listUsualNames } from "./export/columns.js";
import { type Cleaning, DUPLICATES, RETURNS } from "./export/log.js";
import { DATE_ORDERS } from "./export/text.js";
import { Failure } from "./failure.js";

export const HELP = `npm run demo                     analyses a simulated shop
npm run demo -- FILE.csv[.gz]    analyses an export of order lines

  --returns net|drop|match         what a negative amount does
  --duplicates keep|count|drop     rows that repeat another (default: count)
  --as-of DATE                     the day recency is counted to (default: the day after the last)
  --out FILE                       where the customers go (default: customer_segmentation_ready.csv)
  --report FILE.html               where the report goes (default: customer_report.html)

For a FILE:

  --customer --order --date        the names of its columns, where they are not the usual ones;
  --amount --quantity --price      without an amount it is quantity × price
  --product --description --country
  --dates iso|mdy|dmy              how its dates are written (default: iso)
  --time-zone ZONE                 where its instants become days, such as Europe/London (default: UTC)
  --delimiter CHARACTER            what stands between its fields, "tab" for one (default: guessed)

Usual names of columns, in any case and with or without spaces, underscores and hyphens:

${listUsualNames()}

Without --returns, a FILE loses its rows with a quantity of 0 or less, and the shop has its matched.`;

const text = { type: "string" } as const;

const COLUMN_FLAGS = {
  customer: text,
  order: text,
  date: text,
  amount: text,
  quantity: text,
  price: text,
  product: text,
  description: text,
  country: text,
} satisfies Record<keyof ColumnNames, typeof text>;

const FILE_FLAGS = { ...COLUMN_FLAGS, dates: text, "time-zone": text, delimiter: text };

const OPTIONS = {
  ...FILE_FLAGS,
  returns: text,
  duplicates: text,
  "as-of": text,
  out: text,
  report: text,
  help: { type: "boolean" },
} as const;

/** What the command line asks for. */
export interface Flags {
  readonly help: boolean;
  /** `undefined`: the simulated shop. */
  readonly file: string | undefined;
  readonly columns: ColumnNames;
  readonly delimiter: string | undefined;
  readonly cleaning: Cleaning;
  readonly asOf: string | undefined;
  readonly out: string;
  readonly report: string;
}

export function readFlags(args: string[]): Flags {
  const { values, positionals } = parse(args);
  if (positionals.length > 1) throw new Failure(`Give one file, not ${positionals.length}.`);
  const [file] = positionals;
  const aimless = Object.keys(values).find((flag) => flag in FILE_FLAGS);
  if (file === undefined && aimless !== undefined) throw new Failure(`--${aimless} is for a file: give one.`);
  return {
    help: values.help ?? false,
    file,
    columns: values,
    delimiter: values.delimiter === "tab" ? "\t" : values.delimiter,
    cleaning: {
      dates: choose("dates", values.dates, DATE_ORDERS) ?? "iso",
      timeZone: values["time-zone"],
      returns: choose("returns", values.returns, RETURNS),
      duplicates: choose("duplicates", values.duplicates, DUPLICATES) ?? "count",
    },
    asOf: values["as-of"],
    out: values.out ?? "customer_segmentation_ready.csv",
    report: values.report ?? "customer_report.html",
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [sentence] = error.message.split(/\.\s/);
    throw new Failure(`${sentence}; --help lists the flags.`);
  }
}

function choose<const T extends string>(
  flag: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined || value === undefined) return choice;
  throw new Failure(`--${flag} takes ${choices.join(", ")}, not "${value}".`);
}

import { type LogReport, type TransactionLog, transactionLog } from "rfm-kit";
import { Failure } from "../failure.js";
import type { Places } from "./columns.js";
import type { CsvTable, TextColumn } from "./csv.js";
import { sampleIssues } from "./samples.js";
import { type DateOrder, toIsoDates, toNumbers } from "./text.js";

export const RETURNS = ["net", "drop", "match"] as const;
export const DUPLICATES = ["keep", "count", "drop"] as const;

/** How an export is to be read. */
export interface Cleaning {
  readonly dates: DateOrder;
  readonly timeZone?: string | undefined;
  /** Default: rows with a quantity of 0 or less are left out as `returned`; without quantities, `"net"`. */
  readonly returns?: (typeof RETURNS)[number] | undefined;
  readonly duplicates: (typeof DUPLICATES)[number];
}

/** Reads an export into a log; rows that cannot be used are dropped and counted. */
export function readLog(table: CsvTable, places: Places, cleaning: Cleaning): TransactionLog<string> {
  const { dates, timeZone, returns, duplicates } = cleaning;
  const columns = nameColumns(table, places, dates);
  const { quantity, country, description } = columns;
  const log = transactionLog(columns, {
    attributes: {
      ...(country && { country: "country" }),
      ...(description && { description: "description" }),
    },
    ...(timeZone !== undefined && { timeZone }),
    ...(quantity && !returns && { exclude: { returned: quantity.map((units) => Number(units <= 0)) } }),
    ...(returns && { returns }),
    invalid: "drop",
    duplicates,
  });
  if (log.report.rowsKept === 0) throw nothingKept(log.report, sampleIssues(table, places, log.report));
  return log;
}

/** The columns of an export under the names rfm-kit looks for. */
type NamedColumns = {
  readonly customerId: TextColumn;
  readonly date: TextColumn;
  readonly amount: Float64Array;
  readonly orderId?: TextColumn;
  readonly product?: TextColumn;
  readonly description?: TextColumn;
  readonly quantity?: Float64Array;
  readonly country?: TextColumn;
};

function nameColumns({ columns }: CsvTable, places: Places, dates: DateOrder): NamedColumns {
  const { customer, order, date, quantity, product, description, country, factors } = places;
  return {
    ...otherColumns(columns, places),
    customerId: columns[customer],
    date: toIsoDates(columns[date], dates),
    amount: multiply(factors.map((place) => toNumbers(columns[place]))),
    ...(order !== undefined && { orderId: columns[order] }),
    ...(product !== undefined && { product: columns[product] }),
    ...(quantity !== undefined && { quantity: toNumbers(columns[quantity]) }),
    ...(description !== undefined && { description: columns[description] }),
    ...(country !== undefined && { country: columns[country] }),
  };
}

/** What else the file holds: rows are duplicates only where they agree in this too. */
function otherColumns(
  columns: readonly TextColumn[],
  { factors, ...named }: Places,
): Record<string, TextColumn> {
  const entries = columns.map((column, place) => [`column ${place + 1}`, column] as const);
  return Object.fromEntries(entries.filter((_, place) => !Object.values(named).includes(place)));
}

function multiply(factors: readonly Float64Array[]): Float64Array {
  return factors.reduce((product, factor) => product.map((value, row) => value * factor[row]));
}

function nothingKept({ dropped, issues }: LogReport, samples: readonly string[]): Failure {
  const reasons = Object.entries(dropped).filter(([, rows]) => rows > 0);
  const counts = reasons.map(([reason, rows]) => `${rows} ${reason}`);
  const parts = [`No row can be used (${counts.join(", ")}).`, ...samples];
  if (issues[0]?.code === "invalidDate") parts.push("Does it need --dates mdy or --dates dmy?");
  if (issues[0]?.code === "invalidAmount") parts.push("Numbers are plain, such as 1250.00.");
  if (dropped.returned) parts.push("With --returns net or match, returns are read.");
  return new Failure(parts.join(" "));
}

import { type TransactionLog, transactionLog } from "rfm-kit";
import { findColumns } from "./export/columns.js";
import { readCsv } from "./export/csv.js";
import { type Cleaning, readLog } from "./export/log.js";
import { openProgress } from "./export/progress.js";
import { sampleIssues } from "./export/samples.js";
import type { Flags } from "./flags.js";
import { formatCount } from "./print/format.js";
import { formatColumns, formatPolicy } from "./print/policy.js";
import { simulateShop } from "./shop.js";

/** Transactions, and where they come from in words. */
export interface Source {
  readonly log: TransactionLog<string>;
  readonly introduction: string;
  /** For each kind of unusable value the first, as it stands in the file. */
  readonly samples: readonly string[];
}

export async function openSource(flags: Flags): Promise<Source> {
  return flags.file === undefined ? openShop(flags.cleaning) : openExport(flags.file, flags);
}

const SEED = 1;

function openShop(asked: Cleaning): Source {
  const { lines, customers } = simulateShop({ seed: SEED });
  const cleaning = { ...asked, returns: asked.returns ?? "match" } as const;
  const log = transactionLog(lines, {
    amount: (line) => line.quantity * line.unitPrice,
    attributes: { country: "country", description: "description" },
    invalid: "drop",
    returns: cleaning.returns,
    duplicates: cleaning.duplicates,
  });
  const title = `A simulated shop of ${formatCount(customers.length)} customers and some guests (seed ${SEED})`;
  return { log, introduction: [title, "", formatPolicy(cleaning, true)].join("\n"), samples: [] };
}

async function openExport(file: string, { columns, delimiter, cleaning }: Flags): Promise<Source> {
  const progress = openProgress(process.stderr);
  const table = await readCsv(file, { delimiter, onRow: progress.report });
  progress.end();
  const places = findColumns(table.header, columns);
  const log = readLog(table, places, cleaning);
  const policy = formatPolicy(cleaning, places.quantity !== undefined);
  const introduction = [file, ...formatRagged(table.ragged), "", formatColumns(table.header, places), policy];
  return { log, introduction: introduction.join("\n"), samples: sampleIssues(table, places, log.report) };
}

function formatRagged(rows: number): string[] {
  return rows === 0 ? [] : [`Rows with more or fewer fields than the header: ${formatCount(rows)}.`];
}

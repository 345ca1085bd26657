import {
  computeRfm,
  paretoShare,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  transactionLog,
} from "rfm-kit";
import { hasRetail, type RetailLine, readRetail, retailPath } from "../data/retail.js";
import type { Flags } from "../flags.js";
import { checkAnswer, checkNumber, fromRows } from "../harness/answer.js";
import { grouped, type Pair, type Section, timesSection } from "../harness/section.js";
import { inTurns, type Task, timed } from "../harness/turns.js";
import { openDatabase } from "../peers/duckdb.js";
import { readCustomers, segmentRetail } from "../peers/duckdb-retail.js";
import { openPython, type PythonPeer } from "../peers/python.js";

const DUCKDB = "DuckDB, loading the objects";
const NOTEBOOK = "pandas, as notebooks do";
const GOALS: Readonly<Record<string, number>> = { [DUCKDB]: 5, pandas: 1.3, [NOTEBOOK]: 4 };

/** Online Retail from objects to segments and the share of the top fifth. */
export async function* retail(flags: Flags): AsyncGenerator<Section> {
  if (!hasRetail) {
    console.log("\nretail: skipped, RFM_KIT_DATA does not name a folder with online-retail.csv.gz");
    return;
  }
  const lines = readRetail();
  const database = await openDatabase();
  await checkDatabase(lines, await segmentRetail(database, lines), await readCustomers(database));
  const python = await openPython(retailPath);
  if (python !== undefined) await checkPython(python, lines);

  const peers: Record<string, Task> = { [DUCKDB]: timed(() => segmentRetail(database, lines)) };
  for (const way of python?.ways ?? []) peers[way] = () => (python as PythonPeer).time(way);
  const times = await inTurns(flags.rounds, { ours: timed(() => analyse(lines)), ...peers });
  python?.close();
  database.closeSync();

  const pairs = Object.keys(peers).map((peer): Pair => {
    return { work: workOf(peer), ours: "ours", peer, goal: GOALS[peer] };
  });
  const sizes = { lines: lines.length, versions: python?.versions };
  yield timesSection(`retail: ${grouped(lines.length)} lines of Online Retail`, sizes, times, pairs);
}

const workOf = (peer: string) =>
  peer === DUCKDB ? "objects to segments" : "to segments, theirs from a frame";

function openLog(lines: readonly RetailLine[]) {
  return transactionLog(lines, {
    customerId: "CustomerID",
    orderId: "InvoiceNo",
    date: "InvoiceDate",
    amount: (line) => line.Quantity * line.UnitPrice,
    exclude: { returned: (line) => line.Quantity <= 0 },
    invalid: "drop",
  });
}

function analyse(lines: readonly RetailLine[]) {
  const customers = computeRfm(openLog(lines));
  const summary = summarizeSegments(segmentCustomers(scoreCustomers(customers)));
  return { customers, summary, share: paretoShare(customers, { top: 0.2 }) };
}

type Found = Awaited<ReturnType<typeof segmentRetail>>;
type Customers = Awaited<ReturnType<typeof readCustomers>>;

async function checkDatabase(lines: readonly RetailLine[], found: Found, theirs: Customers): Promise<void> {
  const { customers, summary, share } = analyse(lines);
  checkAnswer(DUCKDB, fromRows(customers), theirs);
  checkNumber(DUCKDB, "the share of the top 20 %", share, found.share);
  for (const { segment, customers, revenue } of summary) {
    const row = found.summary.find((row) => row.segment === segment);
    checkNumber(DUCKDB, `the number of ${segment}`, customers, Number(row?.customers));
    checkNumber(DUCKDB, `the revenue of ${segment}`, revenue, Number(row?.revenue));
  }
}

/** The scores of Python's ways depend on the order of equal customers; all else has to agree. */
async function checkPython(python: PythonPeer, lines: readonly RetailLine[]): Promise<void> {
  const { customers, share } = analyse(lines);
  const elapsed = computeRfm(openLog(lines), { recency: "elapsed" });
  for (const way of python.ways) {
    const theirs = await python.answer(way);
    checkAnswer(way, fromRows(way === NOTEBOOK ? elapsed : customers), theirs);
    checkNumber(way, "the share of the top 20 %", share, theirs.share);
  }
}

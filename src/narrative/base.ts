import type { LogReport } from "../transactions/log-types.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

/** Rows read and kept, what was left out and why, returns, the time they are of, customers and orders. */
export function tellBase(
  teller: Teller,
  report: LogReport | undefined,
  asOf: string | undefined,
): Sentence[] {
  const { say, day } = teller;
  const counted = asOf === undefined ? [] : [say("base", "asOf", { asOf: day(asOf) })];
  if (report === undefined) return counted;
  return [
    ...tellRows(teller, report),
    ...Object.keys(report.dropped).flatMap((reason) => tellDropped(teller, report, reason)),
    ...tellOddRows(teller, report),
    ...tellPeriod(teller, report),
    ...counted,
    ...tellCustomers(teller, report),
  ];
}

function tellRows({ say, count }: Teller, { rowsRead, rowsKept }: LogReport): Sentence[] {
  if (rowsRead === 0) return [say("base", "noRows", {}, { rowsRead })];
  if (rowsRead === rowsKept) return [say("base", "allRows", { rowsRead: count(rowsRead) }, { rowsKept })];
  return [say("base", "rows", { rowsRead: count(rowsRead), rowsKept: count(rowsKept) })];
}

/** What the reader of rows leaves out by itself; every other reason is a rule of the shop's own. */
const FAULTS = [
  "missingCustomer",
  "invalidCustomer",
  "invalidDate",
  "invalidQuantity",
  "duplicate",
  "return",
] as const;

function tellDropped({ say, count, money, name }: Teller, report: LogReport, reason: string): Sentence[] {
  const [dropped, amount] = [report.dropped[reason], report.droppedAmounts[reason]];
  const pieces = { dropped: count(dropped), droppedAmounts: money(amount) };
  const fault = FAULTS.find((known) => known === reason);
  if (reason === "invalidAmount") {
    return dropped === 0 ? [] : [say("base", "invalidAmount", { dropped: count(dropped) })];
  }
  if (fault !== undefined) return dropped === 0 ? [] : [say("base", fault, pieces)];
  if (dropped === 0) return [say("base", "excludedNone", { reason: name(reason) }, { dropped })];
  return [say("base", "excluded", { reason: name(reason), ...pieces })];
}

/** Repetitions that were kept, and returns. */
function tellOddRows({ say, count, money }: Teller, report: LogReport): Sentence[] {
  const { duplicates, returns, dropped, rowsKept } = report;
  const { rows, amount, matched } = returns;
  const sentences: Sentence[] = [];
  if (duplicates !== null && duplicates > 0 && dropped.duplicate === undefined) {
    sentences.push(say("base", "duplicates", { duplicates: count(duplicates) }));
  }
  if (rowsKept === 0) return sentences;
  if (rows === 0) return [...sentences, say("base", "noReturns", {}, { rows })];
  sentences.push(say("base", "returns", { rows: count(rows), returned: money(amount) }));
  if (matched !== null) sentences.push(say("base", "matched", { matched: count(matched) }));
  return sentences;
}

function tellPeriod({ say, day }: Teller, { firstDay, lastDay }: LogReport): Sentence[] {
  if (firstDay === null || lastDay === null) return [];
  if (firstDay === lastDay) return [say("base", "oneDay", { firstDay: day(firstDay) }, { lastDay })];
  return [say("base", "period", { firstDay: day(firstDay), lastDay: day(lastDay) })];
}

function tellCustomers({ say, count, money }: Teller, report: LogReport): Sentence[] {
  const { orders, amount, returns, customersWithoutPurchase: without, rowsWithoutOrder: loose } = report;
  const customers = report.customers - without;
  if (report.customers === 0) return [];
  const pieces = { customers: count(customers), orders: count(orders), amount: money(amount) };
  const sentences =
    customers === 0 ? [] : [say("base", returns.rows > 0 ? "customersNet" : "customers", pieces)];
  if (without > 0)
    sentences.push(say("base", "withoutPurchase", { customersWithoutPurchase: count(without) }));
  if (loose !== null && loose > 0) {
    sentences.push(say("base", "withoutOrder", { rowsWithoutOrder: count(loose) }));
  }
  return sentences;
}

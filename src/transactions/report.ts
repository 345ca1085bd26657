import { Adder } from "d3-array";
import { formatDay } from "../core/day.js";
import type { AttributeValue } from "./input-types.js";
import type { AttributeTotal, Coded, LogReport, TransactionLog } from "./log-types.js";
import type { Tally } from "./tally.js";

type Columns = Omit<TransactionLog<unknown>, "report" | "kind" | "timeZone" | "clock">;

/** The profile of a log. O(rows). */
export function profile(log: Columns, tally: Tally, duplicates: number | null): LogReport {
  const { amounts, partners, times } = log;
  const isMatched = (row: number): boolean => partners !== undefined && partners[row] >= 0;
  const kept = select(allRows(log.length), (row) => !Number.isNaN(times[row]));
  const purchases = select(kept, (row) => amounts[row] >= 0 && !isMatched(row));
  const returned = select(kept, (row) => amounts[row] < 0);
  const [firstDay, lastDay] = daySpan(log.days, kept);
  return {
    rowsRead: log.length,
    rowsKept: kept.length,
    dropped: tally.counts(),
    droppedAmounts: tally.amounts(),
    duplicates,
    returns: {
      rows: returned.length,
      amount: total(amounts, returned),
      matched: partners === undefined ? null : select(returned, isMatched).length,
    },
    amount: total(amounts, kept),
    firstDay,
    lastDay,
    customers: log.customerOrder.length,
    customersWithoutPurchase: log.customerOrder.length - distinct(log.customers, purchases).size,
    orders: countOrders(log.orders, purchases),
    rowsWithoutOrder: log.orders ? distinct(log.orders, kept).missing : null,
    products: log.products ? distinct(log.products, kept).size : null,
    attributes: Object.fromEntries(
      Object.entries(log.attributes).map(([name, coded]) => [name, attributeTotals(coded, amounts, kept)]),
    ),
    issues: tally.issues,
  };
}

function allRows(length: number): Int32Array {
  return new Int32Array(length).map((_, row) => row);
}

function select(rows: Int32Array, test: (row: number) => boolean): Int32Array {
  const selected = new Int32Array(rows.length);
  let count = 0;
  for (const row of rows) if (test(row)) selected[count++] = row;
  return selected.subarray(0, count);
}

function daySpan(days: Int32Array, kept: Int32Array): [string | null, string | null] {
  if (kept.length === 0) return [null, null];
  let first = days[kept[0]];
  let last = first;
  for (const row of kept) {
    if (days[row] < first) first = days[row];
    if (days[row] > last) last = days[row];
  }
  return [formatDay(first), formatDay(last)];
}

function total(amounts: Float64Array, rows: Int32Array): number {
  const sum = new Adder();
  for (const row of rows) sum.add(amounts[row]);
  return sum.valueOf() + 0;
}

/** The codes that occur, without the missing one. */
function distinct({ codes, values }: Coded<unknown>, rows: Int32Array): { size: number; missing: number } {
  const seen = new Uint8Array(values.length);
  let size = 0;
  let missing = 0;
  for (const row of rows) {
    const code = codes[row];
    if (code < 0) missing++;
    else if (seen[code] === 0) {
      seen[code] = 1;
      size++;
    }
  }
  return { size, missing };
}

/** Distinct orders; a row without an order id is one of its own. */
function countOrders(orders: Coded<unknown> | undefined, purchases: Int32Array): number {
  if (orders === undefined) return purchases.length;
  const { size, missing } = distinct(orders, purchases);
  return size + missing;
}

function attributeTotals(
  { codes, values }: Coded<AttributeValue>,
  amounts: Float64Array,
  kept: Int32Array,
): { distinct: number; totals: AttributeTotal[] } {
  const sums = new Map<number, { rows: number; amount: Adder }>();
  for (const row of kept) {
    let sum = sums.get(codes[row]);
    if (sum === undefined) {
      sum = { rows: 0, amount: new Adder() };
      sums.set(codes[row], sum);
    }
    sum.rows++;
    sum.amount.add(amounts[row]);
  }
  const totals = Array.from(sums, ([code, { rows, amount }]) => {
    return { value: code < 0 ? null : values[code], rows, amount: amount.valueOf() + 0 };
  });
  totals.sort((a, b) => b.amount - a.amount || b.rows - a.rows || compareTexts(a, b));
  return { distinct: sums.size - (sums.has(-1) ? 1 : 0), totals };
}

/** Values of one total stand by type and text, whatever the order of the rows. */
function compareTexts(a: AttributeTotal, b: AttributeTotal): number {
  return `${typeof a.value} ${a.value}` < `${typeof b.value} ${b.value}` ? -1 : 1;
}

import { Adder } from "d3-array";
import { formatDay } from "../core/day.js";
import type { Tally } from "./tally.js";
import type { AttributeTotal, AttributeValue, Coded, LogReport, TransactionLog } from "./types.js";

type Columns = Omit<TransactionLog<unknown>, "report" | "kind" | "timeZone" | "clock">;

/** The profile of a log. O(rows). */
export function profile(log: Columns, tally: Tally, duplicates: number | null): LogReport {
  const kept = keptRows(log.times);
  const purchase = purchaseRows(log, kept);
  const returned = kept.filter((row) => log.amounts[row] < 0);
  const [firstDay, lastDay] = daySpan(log.days, kept);
  return {
    rowsRead: log.length,
    rowsKept: kept.length,
    dropped: tally.counts(),
    droppedAmounts: tally.amounts(),
    duplicates,
    returns: {
      rows: returned.length,
      amount: total(log.amounts, returned),
      matched: log.partners ? returned.filter((row) => (log.partners as Int32Array)[row] >= 0).length : null,
    },
    amount: total(log.amounts, kept),
    firstDay,
    lastDay,
    customers: log.customerOrder.length,
    customersWithoutPurchase: log.customerOrder.length - distinct(log.customers, purchase).size,
    ...orderCounts(log.orders, kept),
    products: log.products ? distinct(log.products, kept).size : null,
    attributes: Object.fromEntries(
      Object.entries(log.attributes).map(([name, coded]) => [
        name,
        attributeTotals(coded, log.amounts, kept),
      ]),
    ),
    issues: tally.issues,
  };
}

function keptRows(times: Float64Array): Int32Array {
  const rows = new Int32Array(times.length);
  let count = 0;
  for (let row = 0; row < times.length; row++) if (!Number.isNaN(times[row])) rows[count++] = row;
  return rows.subarray(0, count);
}

function purchaseRows({ amounts, partners }: Columns, kept: Int32Array): Int32Array {
  return kept.filter((row) => amounts[row] >= 0 && !(partners && partners[row] >= 0));
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
  return sum.valueOf();
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

function orderCounts(
  orders: Coded<unknown> | undefined,
  kept: Int32Array,
): Pick<LogReport, "orders" | "rowsWithoutOrder"> {
  if (orders === undefined) return { orders: kept.length, rowsWithoutOrder: null };
  const { size, missing } = distinct(orders, kept);
  return { orders: size + missing, rowsWithoutOrder: missing };
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
    return { value: code < 0 ? null : values[code], rows, amount: amount.valueOf() };
  });
  totals.sort((a, b) => b.amount - a.amount);
  return { distinct: sums.size - (sums.has(-1) ? 1 : 0), totals };
}

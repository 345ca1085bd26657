import { formatDay, NO_DAY } from "../core/day.js";
import { ExactSum } from "../core/sum.js";
import { OrderClaims } from "./claims.js";
import { MISSING } from "./coder.js";
import type { AttributeValue } from "./input-types.js";
import type { AttributeTotal, Coded, LogReport, TransactionLog } from "./log-types.js";
import type { Tally } from "./tally.js";

type Columns = Omit<TransactionLog<unknown>, "report" | "kind" | "timeZone" | "clock">;

/** The profile of a log. O(rows). */
export function profile(log: Columns, tally: Tally, duplicates: number | null): LogReport {
  const { amounts, days, partners } = log;
  const kept = new ExactSum();
  const returned = new ExactSum();
  const purchases = openPurchases(log);
  let [rowsKept, returns, matched] = [0, 0, 0];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let row = 0; row < days.length; row++) {
    const day = days[row];
    if (day === NO_DAY) continue;
    const amount = amounts[row];
    const isMatched = partners !== undefined && partners[row] >= 0;
    rowsKept++;
    kept.add(amount);
    if (day < first) first = day;
    if (day > last) last = day;
    if (amount < 0) {
      returns++;
      returned.add(amount);
      if (isMatched) matched++;
    } else if (!isMatched) purchases.add(row);
  }
  return {
    rowsRead: log.length,
    rowsKept,
    dropped: tally.counts(),
    droppedAmounts: tally.amounts(),
    duplicates,
    returns: { rows: returns, amount: returned.valueOf(), matched: partners === undefined ? null : matched },
    amount: kept.valueOf(),
    firstDay: rowsKept === 0 ? null : formatDay(first),
    lastDay: rowsKept === 0 ? null : formatDay(last),
    customers: log.customerOrder.length,
    customersWithoutPurchase: log.customerOrder.length - purchases.customers(),
    orders: purchases.orders(),
    rowsWithoutOrder: log.orders ? occurring(log.orders, days).missing : null,
    products: log.products ? occurring(log.products, days).size : null,
    attributes: Object.fromEntries(
      Object.entries(log.attributes).map(([name, coded]) => [name, attributeTotals(coded, amounts, days)]),
    ),
    issues: tally.issues,
  };
}

/** Counts the customers and the orders of purchases; one without an order id is an order of its own. */
function openPurchases({ customers, orders }: Columns) {
  const buyers = new Uint8Array(customers.values.length);
  const claims = new OrderClaims();
  claims.reserve(orders?.values.length ?? 0);
  let [buyerCount, orderCount] = [0, 0];
  let [lastCustomer, lastOrder] = [MISSING, MISSING];
  return {
    add(row: number): void {
      const customer = customers.codes[row];
      const order = orders === undefined ? MISSING : orders.codes[row];
      if (customer === lastCustomer && order === lastOrder && order !== MISSING) return;
      [lastCustomer, lastOrder] = [customer, order];
      if (buyers[customer] === 0) {
        buyers[customer] = 1;
        buyerCount++;
      }
      if (order === MISSING || claims.claim(order, customer)) orderCount++;
    },
    customers: () => buyerCount,
    orders: () => orderCount,
  };
}

/** How many codes occur in kept rows, and in how many of these there is none. */
function occurring({ codes, values }: Coded<unknown>, days: Int32Array): { size: number; missing: number } {
  const seen = new Uint8Array(values.length);
  let [size, missing] = [0, 0];
  for (let row = 0; row < days.length; row++) {
    if (days[row] === NO_DAY) continue;
    const code = codes[row];
    if (code === MISSING) missing++;
    else if (seen[code] === 0) {
      seen[code] = 1;
      size++;
    }
  }
  return { size, missing };
}

function attributeTotals(
  { codes, values }: Coded<AttributeValue>,
  amounts: Float64Array,
  days: Int32Array,
): { distinct: number; totals: AttributeTotal[] } {
  const sums = new Map<number, { rows: number; readonly amount: ExactSum }>();
  for (let row = 0; row < days.length; row++) {
    if (days[row] === NO_DAY) continue;
    let sum = sums.get(codes[row]);
    if (sum === undefined) {
      sum = { rows: 0, amount: new ExactSum() };
      sums.set(codes[row], sum);
    }
    sum.rows++;
    sum.amount.add(amounts[row]);
  }
  const totals = Array.from(sums, ([code, { rows, amount }]) => {
    return { value: code === MISSING ? null : values[code], rows, amount: amount.valueOf() };
  });
  totals.sort((a, b) => b.amount - a.amount || b.rows - a.rows || compareTexts(a, b));
  return { distinct: sums.size - (sums.has(MISSING) ? 1 : 0), totals };
}

/** Values of one total stand by type and text, whatever the order of the rows. */
function compareTexts(a: AttributeTotal, b: AttributeTotal): number {
  return `${typeof a.value} ${a.value}` < `${typeof b.value} ${b.value}` ? -1 : 1;
}

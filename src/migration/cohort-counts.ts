import type { Calendar } from "../core/calendar.js";
import { ExactSum } from "../core/sum.js";
import { OrderClaims } from "../transactions/claims.js";
import { MISSING } from "../transactions/coder.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { groupRows } from "../transactions/rows-by-customer.js";
import type { Window } from "../transactions/window.js";

/** The customers whose first purchase was in one period, and what they did in each period from then on. */
export class Cohort {
  size = 0;
  readonly customers: Int32Array;
  readonly orders: Int32Array;
  readonly revenue: readonly ExactSum[];

  constructor(periods: number) {
    this.customers = new Int32Array(periods);
    this.orders = new Int32Array(periods);
    this.revenue = Array.from({ length: periods }, () => new ExactSum());
  }
}

/** Counts the cohorts of a log by their period, up to a last one. O(rows + Σ k log k), k the rows of a customer. */
export function countCohorts(
  log: TransactionLog<unknown>,
  window: Window,
  calendar: Calendar,
  lastPeriod: number,
): ReadonlyMap<number, Cohort> {
  const { amounts, days } = log;
  const rowsOf = groupRows(log, window);
  const beginsOrder = openOrders(log);
  const cohorts = new Map<number, Cohort>();
  for (const code of log.customerOrder) {
    const rows = rowsOf(code).sort((a, b) => days[a] - days[b]);
    const first = rows.find((row) => amounts[row] >= 0);
    if (first === undefined) continue;
    const start = calendar.periodOf(days[first]);
    const cohort = cohorts.get(start) ?? new Cohort(lastPeriod - start + 1);
    cohorts.set(start, cohort);
    cohort.size++;
    let seen = -1;
    for (const row of rows) {
      // Before the first purchase there can only be returns: of what was bought before the log begins.
      const period = Math.max(calendar.periodOf(days[row]) - start, 0);
      cohort.revenue[period].add(amounts[row]);
      if (amounts[row] < 0) continue;
      if (beginsOrder(row, code)) cohort.orders[period]++;
      if (period > seen) cohort.customers[period]++;
      seen = period;
    }
  }
  return cohorts;
}

/** Whether a purchase is the first of its order, where the rows of a customer are asked for in the order of their days. */
function openOrders({ orders }: TransactionLog<unknown>): (row: number, customer: number) => boolean {
  const claims = new OrderClaims();
  if (orders !== undefined) claims.reserve(orders.values.length);
  return (row, customer) => {
    const order = orders === undefined ? MISSING : orders.codes[row];
    return order === MISSING || claims.claim(order, customer);
  };
}

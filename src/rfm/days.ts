import type { TransactionLog } from "../transactions/log-types.js";
import { visibleRows } from "./totals.js";
import type { Window } from "./window.js";

/** Distinct calendar days with a purchase, by customer code. O(n log n) in the rows of the window. */
export function countDays(log: TransactionLog<unknown>, window: Window): Uint32Array {
  const { amounts, days } = log;
  const customers = log.customers.codes;
  const sees = visibleRows(log, window);
  const keys = new Float64Array(amounts.length);
  let count = 0;
  for (let row = 0; row < amounts.length; row++) {
    if (sees(row) && amounts[row] >= 0) keys[count++] = customers[row] * DAYS + days[row] - FIRST_DAY;
  }
  const sorted = keys.subarray(0, count).sort();
  const counts = new Uint32Array(log.customers.values.length);
  for (let i = 0; i < count; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) counts[Math.floor(sorted[i] / DAYS)]++;
  }
  return counts;
}

/** 0000-01-01, and more days than the ten thousand years from there. */
const FIRST_DAY = -719_528;
const DAYS = 2 ** 22;

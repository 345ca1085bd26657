import { fsum } from "d3-array";
import type { TransactionLog } from "../transactions/log-types.js";
import type { Bounds } from "../transactions/window.js";
import { allRowsBetween } from "./rows-between.js";

/** What customers spent between two days, by their codes. */
export interface SpendBetween {
  /** Σ amounts of purchases. */
  readonly gross: Float64Array;
  /** The same less returns. */
  readonly net: Float64Array;
  /** Holds 1 where there is a purchase. */
  readonly bought: Float64Array;
}

/**
 * Counts each row on its day, a return on the day it came back, so that the spend of days next to each other adds up, whether
 * or not returns are matched. O(rows).
 */
export function spendBetween(log: TransactionLog<unknown>, bounds: Bounds): SpendBetween {
  const rowsOf = allRowsBetween(log, bounds);
  const customers = log.customers.values.length;
  const [gross, net, bought] = Array.from({ length: 3 }, () => new Float64Array(customers));
  for (let customer = 0; customer < customers; customer++) {
    const amounts = Array.from(rowsOf(customer), (row) => log.amounts[row]);
    const purchases = amounts.filter((amount) => amount >= 0);
    gross[customer] = fsum(purchases) + 0;
    net[customer] = fsum(amounts) + 0;
    bought[customer] = Number(purchases.length > 0);
  }
  return { gross, net, bought };
}

import { fsum } from "d3-array";
import { MISSING } from "../transactions/coder.js";
import type { TransactionLog } from "../transactions/log-types.js";
import type { Bounds } from "../transactions/window.js";
import { rowsBetween } from "./rows-between.js";

/** The mean value of a customer's orders before a day and from it on. */
interface OrderValues {
  readonly earlier: number;
  readonly later: number;
}

/**
 * The mean order values of customers, by their code; `null` without an order on either side of the day. An order's value is that of
 * its purchases, and it is of the day of its first one; a purchase without an order id is an order of its own.
 */
export function meanOrderValues(
  log: TransactionLog<unknown>,
  bounds: Bounds,
  day: number,
): (customer: number) => OrderValues | null {
  const rowsOf = rowsBetween(log, bounds);
  return (customer) => {
    const orders = ordersOf(log, rowsOf(customer));
    const values = (isEarlier: boolean) =>
      orders
        .filter((rows) => rows.some((row) => log.days[row] < day) === isEarlier)
        .map((rows) => fsum(rows.map((row) => log.amounts[row])));
    const [before, after] = [values(true), values(false)];
    if (before.length === 0 || after.length === 0) return null;
    return { earlier: fsum(before) / before.length, later: fsum(after) / after.length };
  };
}

/** The rows of each order with a purchase; returns are none. */
function ordersOf({ orders, amounts }: TransactionLog<unknown>, rows: Int32Array): number[][] {
  const found = new Map<number, number[]>();
  const alone: number[][] = [];
  for (const row of rows) {
    if (amounts[row] < 0) continue;
    const order = orders?.codes[row] ?? MISSING;
    const own = found.get(order);
    if (order === MISSING) alone.push([row]);
    else if (own === undefined) found.set(order, [row]);
    else own.push(row);
  }
  return [...found.values(), ...alone];
}

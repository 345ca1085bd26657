import type { OpenProducts } from "./open-products.js";
import { byCode } from "./order.js";

/** The first order of a customer. */
export interface FirstOrder {
  readonly day: number;
  /** Its purchases. */
  readonly rows: readonly number[];
}

/**
 * The order of a customer that has the earliest purchase; of several, that of the smallest id. Rows without an order id at that
 * time are one order, of the smallest id of all. `undefined` for a customer without a purchase. O(rows of the customer).
 */
export function firstOrderOf({ log, rowsOf }: OpenProducts, customer: number): FirstOrder | undefined {
  const purchases = Array.from(rowsOf(customer)).filter((row) => log.amounts[row] >= 0);
  if (purchases.length === 0) return undefined;
  const { days, times, orders } = log;
  const first = purchases.reduce((best, row) => {
    return (days[row] - days[best] || times[row] - times[best] || compareOrders(orders, row, best)) < 0
      ? row
      : best;
  });
  const order = orders?.codes[first] ?? NONE;
  const isIn = (row: number) =>
    order === NONE
      ? times[row] === times[first] && (orders?.codes[row] ?? NONE) === NONE
      : orders?.codes[row] === order;
  return { day: days[first], rows: purchases.filter(isIn) };
}

const NONE = -1;

function compareOrders(orders: OpenProducts["log"]["orders"], a: number, b: number): number {
  if (orders === undefined) return 0;
  const [one, other] = [orders.codes[a], orders.codes[b]];
  if (one === NONE || other === NONE) return Math.sign(one - other);
  return byCode(orders.values[one], orders.values[other]);
}

import { fsum } from "d3-array";
import { formatDay } from "../core/day.js";
import type { OpenProducts } from "./open-products.js";

/** What a customer bought of a product. */
export interface ProductPurchases {
  /** Distinct orders with a purchase of it; a purchase without an order id is one of its own. */
  readonly orders: number;
  /** Σ quantities, less returns; `null` where a row does not tell one. */
  readonly units: number | null;
  /** Σ amounts likewise. */
  readonly revenue: number;
  /** The days of the first and the last purchase, `YYYY-MM-DD`. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** The rows of one customer with one product, added up; `undefined` without a purchase among them. O(rows). */
export function purchasesOf({ log }: OpenProducts, rows: readonly number[]): ProductPurchases | undefined {
  const purchases = rows.filter((row) => log.amounts[row] >= 0);
  if (purchases.length === 0) return undefined;
  const days = purchases.map((row) => log.days[row]).sort((a, b) => a - b);
  const orders = purchases.map((row) => log.orders?.codes[row] ?? -1);
  return {
    orders: new Set(orders.filter((order) => order >= 0)).size + orders.filter((order) => order < 0).length,
    units: unitsOf(log.quantities, rows),
    revenue: fsum(rows, (row) => log.amounts[row]) + 0,
    firstDay: formatDay(days[0]),
    lastDay: formatDay(days[days.length - 1]),
  };
}

function unitsOf(quantities: Float64Array | undefined, rows: readonly number[]): number | null {
  if (quantities === undefined || rows.some((row) => Number.isNaN(quantities[row]))) return null;
  return fsum(rows, (row) => quantities[row]) + 0;
}

import { fsum } from "d3-array";
import { MISSING } from "../transactions/coder.js";
import { firstOrderOf } from "./first-orders.js";
import type { OpenProducts } from "./open-products.js";

/** A customer with a first order, and what came after. */
export interface Entrant {
  /** The products of the first order, each once. */
  readonly products: readonly number[];
  /** Whether the customer was seen for as many days as are asked for. */
  readonly isFollowed: boolean;
  /** Whether there is a purchase on a later one of these days, and what all rows on them add up to. */
  readonly repeated: boolean;
  readonly laterSpend: number;
}

/** Those of some customers who have a purchase, with what followed on the next days. O(rows). */
export function listEntrants(open: OpenProducts, customers: Int32Array, days: number): Entrant[] {
  const { log, rowsOf, productOf, lastDay = 0 } = open;
  return Array.from(customers).flatMap((customer) => {
    const first = firstOrderOf(open, customer);
    if (first === undefined) return [];
    const products = new Set(first.rows.map(productOf));
    products.delete(MISSING);
    const later = rowsOf(customer).filter((row) => {
      return log.days[row] > first.day && log.days[row] <= first.day + days;
    });
    return {
      products: [...products],
      isFollowed: first.day + days <= lastDay,
      repeated: later.some((row) => log.amounts[row] >= 0),
      laterSpend: fsum(later, (row) => log.amounts[row]) + 0,
    };
  });
}

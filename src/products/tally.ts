import { ExactSum } from "../core/sum.js";
import { MISSING } from "../transactions/coder.js";
import type { OpenProducts } from "./open-products.js";

/** What some customers bought of each product, by the products' codes. */
export interface ProductTally {
  /** Customers with a purchase of it. */
  readonly buyers: Uint32Array;
  /** Σ amounts, less returns. */
  readonly revenue: readonly ExactSum[];
  /** Σ quantities likewise; `null` where a row does not tell one. */
  readonly unitsOf: (product: number) => number | null;
  /** Σ amounts of rows without a product, or with one that is excluded. */
  readonly other: ExactSum;
}

/** Adds up the rows of some customers, given by their codes; a customer counts once for a product. O(rows + products). */
export function tallyProducts(open: OpenProducts, customers: Int32Array): ProductTally {
  const { log, products, rowsOf, productOf } = open;
  const count = products.values.length;
  const sums = () => Array.from({ length: count }, () => new ExactSum());
  const [revenue, units, other] = [sums(), sums(), new ExactSum()];
  const [buyers, lacksUnits] = [new Uint32Array(count), new Uint8Array(count)];
  const lastBuyer = new Int32Array(count).fill(-1);
  for (const customer of customers) {
    for (const row of rowsOf(customer)) {
      const [product, amount] = [productOf(row), log.amounts[row]];
      if (product === MISSING) {
        other.add(amount);
        continue;
      }
      revenue[product].add(amount);
      const quantity = log.quantities?.[row] ?? Number.NaN;
      if (Number.isNaN(quantity)) lacksUnits[product] = 1;
      else units[product].add(quantity);
      if (amount < 0 || lastBuyer[product] === customer) continue;
      lastBuyer[product] = customer;
      buyers[product]++;
    }
  }
  const unitsOf = (product: number) => (lacksUnits[product] === 1 ? null : units[product].valueOf());
  return { buyers, revenue, unitsOf, other };
}

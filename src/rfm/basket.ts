import { ExactSum } from "../core/sum.js";
import { MISSING } from "../transactions/coder.js";
import type { TransactionLog } from "../transactions/log-types.js";

/** Counts what is in customers' purchases; `null` where a purchase does not say. */
export function openBasket({ amounts, products, quantities }: TransactionLog<unknown>) {
  /** One more than the last customer seen with a product. */
  const buyers = new Int32Array(products?.values.length ?? 0);
  return {
    distinctProducts(customer: number, rows: Int32Array): number | null {
      if (products === undefined) return null;
      let count = 0;
      for (const row of rows) {
        if (amounts[row] < 0) continue;
        const product = products.codes[row];
        if (product === MISSING) return null;
        if (buyers[product] === customer + 1) continue;
        buyers[product] = customer + 1;
        count++;
      }
      return count;
    },
    items(rows: Int32Array): number | null {
      if (quantities === undefined) return null;
      const items = new ExactSum();
      for (const row of rows) {
        if (amounts[row] < 0) continue;
        if (Number.isNaN(quantities[row])) return null;
        items.add(quantities[row]);
      }
      return items.valueOf();
    },
  };
}

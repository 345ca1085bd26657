import { cutPoints } from "../core/quantile.js";
import { ExactSum } from "../core/sum.js";
import { MISSING } from "../transactions/coder.js";
import type { OpenProducts } from "./open-products.js";
import type { PriceLevel } from "./product-types.js";

/** The price of each product and its level, by the products' codes. */
export interface Prices {
  /** Mean price of a unit over all purchases; NaN where it has none. */
  readonly prices: Float64Array;
  readonly levelOf: (product: number) => PriceLevel | null;
}

export const PRICE_LEVELS = ["low", "middle", "high"] as const satisfies readonly PriceLevel[];

/** Σ amounts / Σ quantities of the purchases of some customers that tell a quantity. O(rows + products log products). */
export function measurePrices(
  { log, products, rowsOf, productOf }: OpenProducts,
  customers: Int32Array,
): Prices {
  const count = products.values.length;
  const sums = () => Array.from({ length: count }, () => new ExactSum());
  const [amounts, units] = [sums(), sums()];
  for (const customer of customers) {
    for (const row of rowsOf(customer)) {
      const product = productOf(row);
      const quantity = log.quantities?.[row] ?? Number.NaN;
      if (product === MISSING || log.amounts[row] < 0 || Number.isNaN(quantity)) continue;
      amounts[product].add(log.amounts[row]);
      units[product].add(quantity);
    }
  }
  const prices = Float64Array.from(amounts, (sum, product) => {
    const bought = units[product].valueOf();
    return bought > 0 ? sum.valueOf() / bought : Number.NaN;
  });
  return { prices, levelOf: openLevels(prices) };
}

/** Thirds of the products by price, at type-7 quantiles; a price on a cut point belongs to the lower third. */
function openLevels(prices: Float64Array): Prices["levelOf"] {
  const known = prices.filter((price) => !Number.isNaN(price)).sort();
  const cuts = known.length === 0 ? [] : cutPoints(known, PRICE_LEVELS.length);
  return (product) => {
    const price = prices[product];
    return Number.isNaN(price) ? null : PRICE_LEVELS[cuts.filter((cut) => cut < price).length];
  };
}

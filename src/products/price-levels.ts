import { fsum } from "d3-array";
import { PRICE_LEVELS, type Prices } from "./prices.js";
import type { PriceLevelSplit } from "./product-types.js";

/** Splits revenue by the price level of its products; a level without a product is left out. O(products). */
export function splitByPriceLevel(
  { prices, levelOf }: Prices,
  revenue: Float64Array,
  allRevenue: Float64Array,
): PriceLevelSplit[] {
  const priced = Array.from(prices.keys()).filter((product) => levelOf(product) !== null);
  const sumOf = (of: Float64Array, products: readonly number[]) =>
    fsum(products, (product) => of[product]) + 0;
  const shareOf = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
  const [total, allTotal] = [sumOf(revenue, priced), sumOf(allRevenue, priced)];
  return PRICE_LEVELS.flatMap((level) => {
    const products = priced.filter((product) => levelOf(product) === level);
    if (products.length === 0) return [];
    const inLevel = products.map((product) => prices[product]).sort((a, b) => a - b);
    const own = sumOf(revenue, products);
    return {
      level,
      from: inLevel[0],
      to: inLevel[inLevel.length - 1],
      products: products.length,
      revenue: own,
      revenueShare: shareOf(own, total),
      allRevenueShare: shareOf(sumOf(allRevenue, products), allTotal),
    };
  });
}

import { checkWhole } from "../core/whole.js";
import type { SegmentProduct, SegmentProducts } from "../products/product-types.js";
import { emptyChart, liteChart } from "./frame.js";
import { intervalParts, ROW } from "./intervals.js";
import { type ChartOptions, openLook } from "./options.js";
import { checkAnswer, checkTable } from "./rows.js";
import type { ChartSpec } from "./spec.js";

/** How {@link productLiftChart} looks. */
export interface ProductLiftOptions extends ChartOptions {
  /** How many products. Default: 12. */
  readonly top?: number | undefined;
}

/**
 * The products that a segment buys more often than all customers do, with the lift of each and its interval, and a mark at 1,
 * where the segment buys as often as all.
 *
 * Cost: O(top).
 *
 * @param products what `segmentProducts` gives; drawn are the first of `byLift`.
 * @returns a specification of Vega-Lite.
 * @throws RfmError on what is none, and on an unknown option.
 * @example
 * ```ts
 * import { productLiftChart } from "rfm-kit/chart";
 *
 * const mug = {
 *   product: "85123A", name: "Mug", revenue: 60, revenueShare: 0.5, allRevenueShare: 0.04, units: 12, buyers: 3, allBuyers: 6,
 *   share: 0.6, shareLow: 0.23, shareHigh: 0.88, lift: 2, liftLow: 0.8, liftHigh: 2.9,
 *   pValue: 0.2, qValue: 0.4, price: 5, priceLevel: null,
 * };
 * const products = {
 *   segment: "loyal", customers: 5, allCustomers: 20, revenue: 120, minBuyers: 5, level: 0.95, tested: 1, found: 0,
 *   byRevenue: [mug], byLift: [mug], priceLevels: [],
 * };
 * productLiftChart(products).description;
 * // => "Products that a segment buys more often: Loyal customers. Highest: Mug, 2 (between 0.8 and 2.9)."
 * ```
 */
export function productLiftChart(
  products: Pick<SegmentProducts, "segment" | "byLift">,
  options: ProductLiftOptions = {},
): ChartSpec {
  const caller = "productLiftChart";
  const look = openLook(caller, options, ["top"]);
  const top = checkWhole(caller, "top", options.top ?? 12, 1, 100);
  checkAnswer(caller, "products", products, "byLift", "segmentProducts");
  checkTable(caller, "products.byLift", products.byLift, COLUMNS);
  checkTable(caller, "products", [products], { segment: "text" });
  const { titles, words, measures, says } = look.texts;
  const title = `${titles.productLift}: ${look.nameOf(products.segment)}`;
  const { decimal, count } = look.formats;
  const rows = products.byLift.slice(0, top).map((row) => {
    const name = productName(row);
    const told = `${decimal(row.lift)} (${decimal(row.liftLow)} – ${decimal(row.liftHigh)})`;
    const tip = { [words.product]: name, [words.lift]: told, [measures.customers]: count(row.buyers) };
    return { name, value: row.lift, low: row.liftLow, high: row.liftHigh, told, tip };
  });
  if (rows.length === 0) return emptyChart(look, title);
  const { name, value, low, high } = rows[0];
  const said = says.between(name, decimal(value), decimal(low), decimal(high));
  const caption = { title, says: [said], height: 104 + ROW * rows.length, besidePlot: true };
  const parts = intervalParts(look, { rows, title: words.lift, format: ",.1~f", reference: 1 });
  return liteChart(look, caption, parts);
}

/** What a product is called: its name, or its code where it has none. */
export function productName({ name, product }: Pick<SegmentProduct, "name" | "product">): string {
  return name ?? String(product);
}

const COLUMNS = {
  product: "id",
  lift: "number",
  liftLow: "number",
  liftHigh: "number",
  buyers: "number",
} as const;

import { fsum } from "d3-array";
import { isFinding, ratesOfTested } from "../core/false-discovery.js";
import { checkOptions, nearest, unknownName } from "../core/options.js";
import { hypergeometricUpperTail, wilsonInterval } from "../core/proportion.js";
import { checkWholeFrom } from "../core/whole.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { checkLevel } from "./evidence.js";
import { type OpenProducts, openProducts, PRODUCT_OPTIONS, type ProductOptions } from "./open-products.js";
import { byCode } from "./order.js";
import { splitByPriceLevel } from "./price-levels.js";
import { measurePrices, type Prices } from "./prices.js";
import type { SegmentProduct, SegmentProducts } from "./product-types.js";
import { type PlacedCustomer, placeCustomers } from "./segments-of-log.js";
import { type ProductTally, tallyProducts } from "./tally.js";

/** How {@link segmentProducts} looks. */
export interface SegmentProductsOptions extends ProductOptions {
  /** Buyers among all customers below which a product is not tested. Default: 10. */
  readonly minBuyers?: number | undefined;
  /** Of the intervals; 1 − level is the share of false discoveries that `found` allows. Default: 0.95. */
  readonly level?: number | undefined;
}

/**
 * What a segment buys: its products by revenue, by how much more often its customers buy them than all customers do, and by
 * price.
 *
 * - share = buyers of the segment / customers of the segment, with Wilson's score interval;
 * - lift = share / (buyers / customers, of all who are in `segmented`);
 * - pValue: that of Fisher's exact test, one-sided: the chance that customers drawn at random hold so many of the product's
 *   buyers; qValue: adjusted for all products that were tested (Benjamini and Hochberg), so that of those with a q-value of at
 *   most 0.05 on average one in twenty is chance;
 * - price = Σ amounts / Σ quantities of all customers' purchases; its level is the third of all products that it lies in.
 *
 * A buyer has a purchase, an amount of 0 or more, that no return has undone; revenue and units are less returns as the log has
 * them. So the revenue of all products and `otherRevenue` add up to the segment's monetary value of the same days.
 *
 * Cost: O(rows + products · log products + products · √customers).
 *
 * @param log a `transactionLog` with products.
 * @param segmented customers of the log with their segments, each once. Who is not among them is nobody's customer here.
 * @param segment one of their segments. Of one that nobody is in there is nothing to tell; a name that is nearly one of those
 * that occur is refused.
 * @throws RfmError on a log without products, on a customer who is not in it, on an `asOf` before the first purchase, on a
 * `minBuyers` below 1 and a level that is not between 0 and 1.
 * @see Wilson (1927); Benjamini and Hochberg (1995), "Controlling the False Discovery Rate".
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { segmentProducts } from "rfm-kit/products";
 *
 * const log = transactionLog(
 *   [
 *     { customerId: "ada", date: "2024-03-01", amount: 20, sku: "tea" },
 *     { customerId: "ada", date: "2024-03-02", amount: 5, sku: "mug" },
 *     { customerId: "bob", date: "2024-03-02", amount: 5, sku: "mug" },
 *   ],
 *   { product: "sku" },
 * );
 * const segmented = [
 *   { customerId: "ada", segment: "loyal" },
 *   { customerId: "bob", segment: "new" },
 * ];
 * const { revenue, byRevenue } = segmentProducts(log, segmented, "loyal");
 * revenue; // => 25
 * byRevenue.map(({ product, buyers, allBuyers, lift }) => [product, buyers, allBuyers, lift]);
 * // => [["tea", 1, 1, 2], ["mug", 1, 2, 1]]
 * ```
 */
export function segmentProducts<Id, Name extends string>(
  log: TransactionLog<Id>,
  segmented: readonly PlacedCustomer<Name, Id>[],
  segment: NoInfer<Name>,
  options: SegmentProductsOptions = {},
): SegmentProducts<Name> {
  checkOptions(CALLER, options, [...PRODUCT_OPTIONS, "minBuyers", "level"]);
  const minBuyers = checkWholeFrom(CALLER, "minBuyers", options.minBuyers ?? 10, 1);
  const level = checkLevel(CALLER, options.level);
  const open = openProducts(CALLER, log, options);
  const { codes, segments, places } = placeCustomers(CALLER, log, segmented);
  const place = placeOf(segments, segment);
  const own = codes.filter((_, row) => places[row] === place);
  const [tally, all] = [tallyProducts(open, own), tallyProducts(open, codes)];
  const prices = measurePrices(open, codes);
  const groups = { customers: own.length, allCustomers: codes.length };
  const rows = listProducts(open, { ...groups, tally, all, prices, minBuyers, level });
  const tested = rows.filter(({ pValue }) => pValue !== null);
  const revenue = fsum(rows, (row) => row.revenue) + 0;
  return {
    segment,
    ...groups,
    revenue,
    otherRevenue: otherRevenue(tally, all),
    minBuyers,
    level,
    tested: tested.length,
    found: tested.filter(({ qValue }) => isFinding(qValue, level)).length,
    byRevenue: rows.filter((row) => row.buyers > 0 || row.revenue !== 0).sort(byFallingRevenue),
    byLift: tested.sort(byFallingLift),
    priceLevels: own.length === 0 ? [] : splitByPriceLevel(prices, revenuesOf(tally), revenuesOf(all)),
  };
}

const CALLER = "segmentProducts";

/** The place of a segment among those that occur; −1 where nobody is in it. A name that is nearly one of them is a slip. */
function placeOf(segments: readonly string[], segment: unknown): number {
  const place = segments.indexOf(segment as string);
  if (typeof segment === "string" && (place !== -1 || nearest(segment, segments) === undefined)) return place;
  throw unknownName(CALLER, "unknownSegment", String(segment), segments, "a segment", "segment");
}

interface Figures {
  readonly customers: number;
  readonly allCustomers: number;
  readonly tally: ProductTally;
  readonly all: ProductTally;
  readonly prices: Prices;
  readonly minBuyers: number;
  readonly level: number;
}

/** A row for each product that anybody bought; none for a segment without customers. */
function listProducts(open: OpenProducts, figures: Figures): SegmentProduct[] {
  const { customers, tally, all, minBuyers } = figures;
  if (customers === 0) return [];
  const bought = Array.from(all.buyers.keys()).filter((product) => all.buyers[product] > 0);
  const totalOf = ({ revenue }: ProductTally) => fsum(bought, (product) => revenue[product].valueOf());
  const [total, allTotal] = [totalOf(tally), totalOf(all)];
  const pValues = bought.map((product) =>
    all.buyers[product] >= minBuyers ? pValueOf(figures, product) : null,
  );
  const qValues = ratesOfTested(pValues);
  return bought.map((product, i) => ({
    product: open.products.values[product],
    name: open.nameOf(product),
    ...spendOn(tally, product, total),
    allRevenueShare: shareOf(all.revenue[product].valueOf(), allTotal),
    ...buyingOf(figures, product),
    pValue: pValues[i],
    qValue: qValues[i],
    ...priceOf(figures, product),
  }));
}

function spendOn({ revenue, unitsOf }: ProductTally, product: number, total: number) {
  const spent = revenue[product].valueOf();
  return { revenue: spent, revenueShare: shareOf(spent, total), units: unitsOf(product) };
}

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function buyingOf({ customers, allCustomers, tally, all, level }: Figures, product: number) {
  const [buyers, allBuyers] = [tally.buyers[product], all.buyers[product]];
  const { low, high } = wilsonInterval(buyers, customers, level);
  const liftOf = (share: number) => (share * allCustomers) / allBuyers;
  return {
    buyers,
    allBuyers,
    share: buyers / customers,
    shareLow: low,
    shareHigh: high,
    // In whole numbers as long as it goes, so that equal ratios are equal.
    lift: (buyers * allCustomers) / (allBuyers * customers),
    liftLow: liftOf(low),
    liftHigh: liftOf(high),
  };
}

function pValueOf({ customers, allCustomers, tally, all }: Figures, product: number): number {
  const urn = { population: allCustomers, marked: all.buyers[product], drawn: customers };
  return hypergeometricUpperTail(tally.buyers[product], urn);
}

function priceOf({ prices: { prices, levelOf } }: Figures, product: number) {
  const price = prices[product];
  return { price: Number.isNaN(price) ? null : price, priceLevel: levelOf(product) };
}

/** What the segment spent beside the products that are told: on none, on one that is excluded, or returned of one that nobody bought. */
function otherRevenue(tally: ProductTally, all: ProductTally): number {
  const unbought = tally.revenue.filter((_, product) => all.buyers[product] === 0);
  return fsum([tally.other, ...unbought], Number) + 0;
}

const revenuesOf = ({ revenue }: ProductTally) => Float64Array.from(revenue, Number);

const byFallingRevenue = (a: SegmentProduct, b: SegmentProduct): number =>
  b.revenue - a.revenue || byCode(a.product, b.product);

/** Equal lifts are equal ratios of whole numbers, whose quotients may differ in the last digit. */
function byFallingLift(a: SegmentProduct, b: SegmentProduct): number {
  const difference = b.buyers * a.allBuyers - a.buyers * b.allBuyers;
  return difference || b.buyers - a.buyers || byCode(a.product, b.product);
}

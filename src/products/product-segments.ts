import { checkOptions } from "../core/options.js";
import { wilsonInterval } from "../core/proportion.js";
import type { Identifier } from "../transactions/input-types.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { checkLevel } from "./evidence.js";
import { codeOfProduct, onlyProduct } from "./find-product.js";
import { openProducts, type ProductOptions } from "./open-products.js";
import { type PlacedCustomer, placeCustomers } from "./segments-of-log.js";
import { tallyProducts } from "./tally.js";

/** How {@link productSegments} looks. */
export interface ProductSegmentsOptions extends Pick<ProductOptions, "asOf" | "since"> {
  /** Of the intervals. Default: 0.95. */
  readonly level?: number | undefined;
}

/** How a segment takes to a product. */
export interface ProductSegment<Name extends string = string> {
  readonly segment: Name;
  readonly customers: number;
  /** Those of them who bought it. */
  readonly buyers: number;
  /** buyers / customers, 0 to 1, with Wilson's interval. */
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  /** share / the share of all customers; 0 where nobody bought it. */
  readonly lift: number;
  /** What the segment spent on it, less returns, and its part of what all did; 0 where that is nothing. */
  readonly revenue: number;
  readonly revenueShare: number;
  /** Σ quantities likewise; `null` where a row does not tell one. */
  readonly units: number | null;
}

/**
 * Who buys a product: how each segment takes to it, by falling share of its customers. From a segment's products back to
 * customers, it is the way that {@link segmentProducts} goes the other way round.
 *
 * Cost: O(rows + products).
 *
 * @param log a `transactionLog` with products.
 * @param segmented customers of the log with their segments, each once.
 * @param product one of the log's.
 * @returns a row for each segment that occurs.
 * @throws RfmError on a product that is not in the log, and as {@link segmentProducts}.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { productSegments } from "rfm-kit/products";
 *
 * const log = transactionLog(
 *   [
 *     { customerId: "ada", date: "2024-03-01", amount: 20, sku: "tea" },
 *     { customerId: "bob", date: "2024-03-02", amount: 5, sku: "mug" },
 *   ],
 *   { product: "sku" },
 * );
 * const segmented = [
 *   { customerId: "ada", segment: "loyal" },
 *   { customerId: "bob", segment: "new" },
 * ];
 * productSegments(log, segmented, "tea").map(({ segment, share, lift }) => [segment, share, lift]);
 * // => [["loyal", 1, 2], ["new", 0, 0]]
 * ```
 */
export function productSegments<Id, Name extends string>(
  log: TransactionLog<Id>,
  segmented: readonly PlacedCustomer<Name, Id>[],
  product: Identifier,
  options: ProductSegmentsOptions = {},
): ProductSegment<Name>[] {
  const caller = "productSegments";
  checkOptions(caller, options, ["asOf", "since", "level"]);
  const level = checkLevel(caller, options.level);
  const open = openProducts(caller, log, options);
  const { codes, segments, places } = placeCustomers(caller, log, segmented);
  const alone = onlyProduct(open, codeOfProduct(caller, open, product));
  const ofGroup = (customers: Int32Array) => {
    const { buyers, revenue, unitsOf } = tallyProducts(alone, customers);
    return { buyers: buyers[0], revenue: revenue[0].valueOf(), units: unitsOf(0) };
  };
  const all = ofGroup(codes);
  const rows = segments.map((segment, place) => {
    const own = codes.filter((_, row) => places[row] === place);
    const { buyers, revenue, units } = ofGroup(own);
    const { low, high } = wilsonInterval(buyers, own.length, level);
    return {
      segment: segment as Name,
      customers: own.length,
      buyers,
      share: buyers / own.length,
      shareLow: low,
      shareHigh: high,
      lift: all.buyers === 0 ? 0 : (buyers * codes.length) / (all.buyers * own.length),
      revenue,
      revenueShare: all.revenue === 0 ? 0 : revenue / all.revenue,
      units,
    };
  });
  return rows.sort((a, b) => b.share - a.share || b.buyers - a.buyers || (a.segment < b.segment ? -1 : 1));
}

import { greatestOfFinding } from "../core/false-discovery.js";
import type { PriceLevelSplit, SegmentProduct, SegmentProducts } from "../products/product-types.js";
import { greatest } from "./greatest.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

const MOST = 3;

/** What a segment buys: what brings most, what it buys more often than others beyond chance, and which prices it prefers. */
export function tellProducts(teller: Teller, products: SegmentProducts): Sentence[] {
  const { say, segment, name, money, share, count } = teller;
  const [first] = products.byRevenue;
  if (first === undefined) return [say("products", "nothing", { segment: segment(products.segment) })];
  const pieces = {
    segment: segment(products.segment),
    product: name(first.product, first.name),
    revenue: money(first.revenue),
    revenueShare: share(first.revenueShare),
    buyers: count(first.buyers),
  };
  return [say("products", "first", pieces), ...tellLifts(teller, products), ...tellPrices(teller, products)];
}

/** Only what chance does not explain, by the q-value. */
function tellLifts(teller: Teller, products: SegmentProducts): Sentence[] {
  const { say, count, alpha = greatestOfFinding(products.level) } = teller;
  const segment = teller.segment(products.segment);
  if (products.tested === 0) {
    return [say("products", "untested", { segment, minBuyers: count(products.minBuyers) }, { tested: 0 })];
  }
  const tested = count(products.tested);
  const found = products.byLift.filter(({ qValue, lift }) => qValue !== null && qValue <= alpha && lift > 1);
  if (found.length === 0) return [say("products", "noLift", { segment, tested }, { found: 0 })];
  return [
    say("products", "found", { segment, tested, found: count(found.length) }),
    ...found.slice(0, MOST).map((product) => tellLift(teller, products, product)),
  ];
}

function tellLift(teller: Teller, products: SegmentProducts, product: SegmentProduct): Sentence {
  const { say, name, share, decimal } = teller;
  const { qValue, lift, liftLow, liftHigh } = product;
  const pieces = {
    segment: teller.segment(products.segment),
    product: name(product.product, product.name),
    share: share(product.share),
    liftLow: decimal(liftLow, 1),
    liftHigh: decimal(liftHigh, 1),
  };
  if (liftLow <= 1) return say("products", "liftFaint", pieces, { lift, qValue });
  return say("products", "lift", { ...pieces, lift: decimal(lift, 1) }, { qValue });
}

/** A part of the spend this much above that of all customers is a preference. */
const PREFERRED = 0.02;
const PRICES = { low: "priceLow", middle: "priceMiddle", high: "priceHigh" } as const;

function tellPrices(teller: Teller, { segment, priceLevels }: SegmentProducts): Sentence[] {
  if (priceLevels.length === 0) return [];
  const { say, money, share } = teller;
  const more = ({ revenueShare, allRevenueShare }: PriceLevelSplit) => revenueShare - allRevenueShare;
  const preferred = greatest(priceLevels, more);
  const name = teller.segment(segment);
  if (more(preferred) < PREFERRED) return [say("products", "priceEven", { segment: name })];
  const pieces = {
    segment: name,
    from: money(preferred.from),
    to: money(preferred.to),
    revenueShare: share(preferred.revenueShare),
    allRevenueShare: share(preferred.allRevenueShare),
  };
  return [say("products", PRICES[preferred.level], pieces)];
}

import type { Identifier } from "../transactions/input-types.js";

/** Where the price of a product lies among those of all products: in the lowest third, the middle one, the highest. */
export type PriceLevel = "low" | "middle" | "high";

/** One product beside a segment. */
export interface SegmentProduct {
  readonly product: Identifier;
  /** Its commonest name in the attribute `nameFrom`; `null` without one. */
  readonly name: string | null;
  /** What the segment spent on it, less returns. The unit of the amounts. */
  readonly revenue: number;
  /** Its part of the segment's revenue, and of that of all customers. */
  readonly revenueShare: number;
  readonly allRevenueShare: number;
  /** Σ quantities of the segment likewise; `null` where a row does not tell one. */
  readonly units: number | null;
  /** Customers of the segment who bought it, and of all customers. */
  readonly buyers: number;
  readonly allBuyers: number;
  /** buyers / customers of the segment, 0 to 1, with Wilson's interval. */
  readonly share: number;
  readonly shareLow: number;
  readonly shareHigh: number;
  /** share / (allBuyers / all customers), and the same of the ends of the interval. */
  readonly lift: number;
  readonly liftLow: number;
  readonly liftHigh: number;
  /** Of Fisher's exact test, one-sided: that chance gives the segment so many of its buyers; `null` below `minBuyers`. */
  readonly pValue: number | null;
  /** Adjusted for the number of products by Benjamini and Hochberg. */
  readonly qValue: number | null;
  /** Revenue / units over all customers; `null` where the units do not add up to more than 0. */
  readonly price: number | null;
  readonly priceLevel: PriceLevel | null;
}

/** What a segment spends on products of one price level. */
export interface PriceLevelSplit {
  readonly level: PriceLevel;
  /** The lowest and the highest price of its products. */
  readonly from: number;
  readonly to: number;
  readonly products: number;
  /** The segment's revenue of them, its part of the segment's, and the part of all customers'. */
  readonly revenue: number;
  readonly revenueShare: number;
  readonly allRevenueShare: number;
}

/** The products of a segment. */
export interface SegmentProducts<Name extends string = string> {
  readonly segment: Name;
  /** Customers of the segment, and in all. */
  readonly customers: number;
  readonly allCustomers: number;
  /** What the segment spent on the products of `byRevenue`, less returns. */
  readonly revenue: number;
  /** What it spent beside: on rows without a product, on what is excluded, and what it returned of products that nobody bought. */
  readonly otherRevenue: number;
  readonly minBuyers: number;
  /** 1 − the share of false discoveries that `found` allows, and the level of the intervals. */
  readonly level: number;
  /** Products with at least `minBuyers` buyers among all customers, and those of them with a q-value of at most 1 − level. */
  readonly tested: number;
  readonly found: number;
  /** All that the segment bought, by falling revenue. */
  readonly byRevenue: readonly SegmentProduct[];
  /** Those that were tested, by falling lift, then by falling number of buyers. */
  readonly byLift: readonly SegmentProduct[];
  /** From low to high; empty where no product has a price. */
  readonly priceLevels: readonly PriceLevelSplit[];
}

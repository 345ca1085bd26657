import type { Text } from "../shown.js";

/** What is said of segments. */
export interface SegmentSentences {
  readonly none: Text;
  readonly empty: Text<"segment">;
  /** A share of revenue above that of customers, about the same, below. */
  readonly more: Text<"segment" | "customers" | "share" | "revenueShare" | "ratio">;
  readonly even: Text<"segment" | "customers" | "share" | "revenueShare">;
  readonly less: Text<"segment" | "customers" | "share" | "revenueShare">;
  /** Where nobody brought revenue. */
  readonly customers: Text<"segment" | "customers" | "share">;
  readonly typical: Text<"segment" | "medianRecency" | "medianFrequency" | "medianMonetary">;
  readonly advice: Text<"segment" | "advice">;
  readonly largest: Text<"segment" | "customers" | "share">;
  readonly richest: Text<"segment" | "revenue" | "revenueShare">;
  /** The largest one that is the richest, too. */
  readonly first: Text<"segment" | "customers" | "share" | "revenue" | "revenueShare">;
  readonly asleep: Text<"segments" | "customers" | "revenue" | "revenueShare">;
}

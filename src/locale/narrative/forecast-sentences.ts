import type { Text } from "../shown.js";

/** What is said of what is to come. */
export interface ForecastSentences {
  readonly none: Text;
  readonly purchases: Text<"days" | "customers" | "expectedPurchases">;
  readonly purchasesRange: Text<
    "days" | "customers" | "expectedPurchases" | "purchasesLow" | "purchasesHigh" | "certainty"
  >;
  readonly purchasesWide: Text<"days" | "customers" | "purchasesLow" | "purchasesHigh">;
  readonly revenue: Text<"days" | "expectedRevenue">;
  readonly revenueRange: Text<"days" | "expectedRevenue" | "revenueLow" | "revenueHigh" | "certainty">;
  readonly revenueWide: Text<"days" | "revenueLow" | "revenueHigh">;
  readonly revenueUnknown: Text;
  /** Days that the model had not seen: too many expected, too few, about right, none made. */
  readonly trackedHigh: Text<"expected" | "actual" | "error">;
  readonly trackedLow: Text<"expected" | "actual" | "error">;
  readonly trackedClose: Text<"expected" | "actual" | "error">;
  readonly trackedNone: Text<"expected">;
  /** The model of purchases does not say who has left. */
  readonly unidentified: Text;
  readonly untracked: Text;
}

/** How sure an interval is, in the middle of a sentence. */
export interface CertaintyPhrases {
  readonly certainty: Text<"level">;
  /** Where nobody said how sure. */
  readonly likely: Text;
}

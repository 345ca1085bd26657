import type { Text } from "../shown.js";

/** What is said of clusters. */
export interface ClusterSentences {
  readonly count: Text<"k" | "customers">;
  readonly share: Text<"name" | "customers" | "share">;
  readonly revenue: Text<"name" | "customers" | "share" | "revenueShare">;
  readonly typical: Text<"name" | "medianRecency" | "medianFrequency" | "medianMonetary">;
  readonly advice: Text<"name" | "advice">;
  /** The number that is recommended, where the groups lie apart, and where they touch. */
  readonly recommendedClear: Text<"recommended" | "silhouette" | "stability">;
  readonly recommendedFaint: Text<"recommended" | "silhouette" | "stability">;
  readonly noneRecommended: Text<"from" | "to">;
  readonly otherNumber: Text<"k" | "recommended">;
}

/** The charts that have a title of their own. */
export type ChartTitle =
  | "segmentTreemap"
  | "revenueShare"
  | "rfHeatMap"
  | "scoreBars"
  | "histogram"
  | "orderDistribution"
  | "lorenz"
  | "abc"
  | "clusterScatter"
  | "clusterProfile"
  | "elbow"
  | "silhouette"
  | "migrationFlow"
  | "migrationMatrix"
  | "retention"
  | "tracking"
  | "groupForecast"
  | "aliveMatrix"
  | "productLift"
  | "gateway";

/** What charts measure, as an axis says it. */
export type ChartMeasure =
  | "customers"
  | "share"
  | "revenue"
  | "revenueShare"
  | "recency"
  | "frequency"
  | "monetary"
  | "meanRecency"
  | "medianRecency"
  | "meanFrequency"
  | "medianFrequency"
  | "meanMonetary"
  | "medianMonetary"
  | "averageOrderValue";

/** Other short words on axes and in legends. */
export type ChartWord =
  | "segment"
  | "cluster"
  | "rScore"
  | "fScore"
  | "mScore"
  | "population"
  | "cumulativeRevenue"
  | "equality"
  | "rows"
  | "cumulativeValue"
  | "abcClass"
  | "clusterCount"
  | "inertia"
  | "silhouette"
  | "feature"
  | "scaled"
  | "before"
  | "after"
  | "entered"
  | "left"
  | "stayed"
  | "moved"
  | "cohort"
  | "month"
  | "week"
  | "incomplete"
  | "repeatPurchases"
  | "allPurchases"
  | "actual"
  | "expected"
  | "holdout"
  | "alive"
  | "silentDays"
  | "repeatBought"
  | "lift"
  | "product"
  | "repeatRate"
  | "allCustomers"
  | "noData"
  | "notTold";

/** What charts say in whole sentences, mostly to those who cannot see them. Figures come as the language writes them. */
export interface ChartSentences {
  readonly customers: (count: string) => string;
  readonly highest: (name: string, value: string) => string;
  readonly lowest: (name: string, value: string) => string;
  readonly between: (name: string, value: string, low: string, high: string) => string;
  readonly topHold: (top: string, share: string) => string;
  readonly classes: (a: string, b: string, c: string) => string;
  readonly recommended: (clusters: string) => string;
  readonly notRecommended: string;
  readonly moved: (
    figures: Readonly<Record<"before" | "stayed" | "moved" | "left" | "entered", string>>,
  ) => string;
  readonly cameBack: (share: string, cohorts: string) => string;
  readonly tracked: (day: string, actual: string, expected: string) => string;
  readonly aliveFrom: (low: string, high: string) => string;
}

/** What is written on charts. */
export interface ChartTexts {
  readonly titles: Readonly<Record<ChartTitle, string>>;
  readonly measures: Readonly<Record<ChartMeasure, string>>;
  readonly words: Readonly<Record<ChartWord, string>>;
  /** A title of two measures, such as `"Revenue and customers by segment"`. */
  readonly bySegment: (measure: string) => string;
  readonly against: (measure: string, other: string) => string;
  /** What colour says: `"Colour: mean monetary value"`. */
  readonly colour: (measure: string) => string;
  readonly says: ChartSentences;
}

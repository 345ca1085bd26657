/** The columns of a row that hold numbers, or nothing. */
export type FeatureKey<Row> = {
  [K in keyof Row & string]-?: [Row[K]] extends [number | null | undefined] ? K : never;
}[keyof Row & string];

/** What {@link describeFeatures} looks at, and what it finds worth saying. */
export interface DescribeOptions<F extends string> {
  /** Columns by name. Default: all that hold numbers, but for `customerId`. */
  readonly features?: readonly F[] | undefined;
  /** From which |r| on two features say the same. Default: 0.9, as R's caret has it. */
  readonly redundantAt?: number | undefined;
  /** From which share of one value on a feature is nearly constant. Default: 0.95, as R's caret has it. */
  readonly constantAt?: number | undefined;
  /** Beyond which |skewness| a feature is strongly skewed. Default: 1. */
  readonly skewedAt?: number | undefined;
}

/** One feature in figures, over the customers that have it, in its own unit. `null`: too few of them. */
export interface FeatureSummary<F extends string = string> {
  readonly feature: F;
  /** Customers that have it, and those that do not. */
  readonly count: number;
  readonly missing: number;
  readonly mean: number | null;
  /** √(Σ (x − mean)² / (n − 1)); `null` below two. */
  readonly standardDeviation: number | null;
  readonly min: number | null;
  /** Quartiles are type-7 quantiles. */
  readonly lowerQuartile: number | null;
  readonly median: number | null;
  readonly upperQuartile: number | null;
  readonly max: number | null;
  /** The adjusted Fisher-Pearson coefficient G₁; `null` below three, and where all are equal. No unit. */
  readonly skewness: number | null;
  /** The excess kurtosis G₂, of a normal distribution 0; `null` below four, and where all are equal. No unit. */
  readonly kurtosis: number | null;
}

/** Something about the features that whoever chooses among them should know. */
export type FeatureFinding<F extends string = string> =
  | {
      readonly finding: "missing";
      readonly feature: F;
      readonly missing: number;
      readonly text: string;
    }
  | {
      readonly finding: "near-constant";
      readonly feature: F;
      /** The commonest value, and its share of the customers that have one. */
      readonly value: number;
      readonly share: number;
      readonly text: string;
    }
  | {
      readonly finding: "redundant";
      /** Two features, in the order of the columns. */
      readonly features: readonly [F, F];
      readonly correlation: number;
      readonly text: string;
    }
  | {
      readonly finding: "skewed";
      readonly feature: F;
      readonly skewness: number;
      /**
       * `"log"` where the feature is from 0 up and log(1 + x) leans less, else `"yeo-johnson"`. Whether the logarithm is
       * enough, `logSkewness` says.
       */
      readonly transform: "log" | "yeo-johnson";
      /** The skewness of log(1 + x); `null` where the feature is not from 0 up. */
      readonly logSkewness: number | null;
      readonly text: string;
    };

/** What the features of customers look like before anything is made of them. */
export interface FeatureReport<F extends string = string> {
  readonly customers: number;
  readonly summaries: FeatureSummary<F>[];
  /**
   * Pearson's r of each two features, over the customers that have both; `null` where these are fewer than two, or one
   * of the features does not vary among them.
   */
  readonly correlations: Readonly<Record<F, Readonly<Record<F, number | null>>>>;
  readonly findings: FeatureFinding<F>[];
}

import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { cutPoints } from "../core/quantile.js";
import { checkShare } from "../core/share.js";
import { correlation, deviationsOf } from "./correlation.js";
import type { DescribeOptions, FeatureKey, FeatureReport, FeatureSummary } from "./describe-types.js";
import { type FeatureColumn, readFeatureColumns } from "./feature-columns.js";
import { type Described, findAll, type Thresholds } from "./findings.js";
import { deviationOf, kurtosisOf, meanOf, skewnessOf, standingOf } from "./moments.js";

/**
 * What the numeric columns of customers look like, before they are clustered: count, missing, mean, spread, quartiles,
 * skewness and kurtosis of each, the correlation of each two, and what stands out. `null` and `undefined` are missing.
 *
 * - mean = Σ x / n, from the exact sum; standard deviation s = √(Σ (x − mean)² / (n − 1));
 * - quartiles: type-7 quantiles;
 * - skewness G₁ = √(n(n − 1)) / (n − 2) · m₃ / m₂^1.5, with mₖ = Σ (x − mean)ᵏ / n;
 * - kurtosis G₂ = (n − 1) / ((n − 2)(n − 3)) · ((n + 1)(m₄ / m₂² − 3) + 6), in excess of the normal distribution's;
 * - correlation: Pearson's r, over the customers that have both.
 *
 * These are pandas' `mean`, `std`, `quantile`, `skew`, `kurt` and `corr`, and those of Excel, SAS and SPSS; where all
 * values are equal, pandas gives skewness and kurtosis as 0, which is `null` here. Values are compared with their median
 * before powers are taken of them, so that spreads far below the values lose nothing.
 *
 * Findings, in this order: `"missing"` for a feature that some customers do not have, which k-means takes none of;
 * `"near-constant"` where one value has at least `constantAt` of the customers; `"redundant"` where |r| is at least
 * `redundantAt`; `"skewed"` where |skewness| is above `skewedAt`, and the feature is not nearly constant. Their texts say
 * what to do: nothing is ever to be filled in, as a figure that nobody has measured tells nobody apart.
 *
 * Cost: O(p n log n + p² n) for p features. No order of the rows changes a figure.
 *
 * @param customers rows; columns without any number, such as names, are passed over unless they are named.
 * @returns a plain object.
 * @throws RfmError on a column that is not there or is named twice, on a value that is neither a finite number nor
 * missing, on an option out of its range.
 * @see Joanes and Gill (1998), "Comparing Measures of Sample Skewness and Kurtosis", for G₁ and G₂; Kuhn (2008), "Building
 * Predictive Models in R Using the caret Package", for `nearZeroVar` and `findCorrelation`; Bulmer (1979), "Principles of
 * Statistics", for 1 as strongly skewed.
 * @example
 * ```ts
 * import { describeFeatures } from "rfm-kit";
 *
 * const customers = [1, 2, 2, 3, 17].map((frequency, i) => ({ frequency, monetary: 10 * frequency + i }));
 * const { summaries, correlations, findings } = describeFeatures(customers);
 * const [{ mean, median, skewness }] = summaries;
 * [mean, median, skewness?.toFixed(2)]; // => [5, 2, "2.17"]
 * correlations.frequency.monetary?.toFixed(4); // => "0.9999"
 * findings[0].text; // => '"frequency" and "monetary" go together (r = 1.00): one of them is enough.'
 * ```
 */
export function describeFeatures<
  Row extends object,
  F extends FeatureKey<Row> = Exclude<FeatureKey<Row>, "customerId">,
>(customers: readonly Row[], options?: DescribeOptions<F>): FeatureReport<F>;
export function describeFeatures(
  customers: readonly object[],
  options: DescribeOptions<string> = {},
): FeatureReport {
  checkOptions(CALLER, options, ["features", "redundantAt", "constantAt", "skewedAt"]);
  const thresholds = readThresholds(options);
  const columns = readFeatureColumns(CALLER, customers, options.features);
  const described = columns.map(describeColumn);
  const correlations = correlate(columns, described);
  return {
    customers: customers.length,
    summaries: described.map(({ summary }) => summary),
    correlations,
    findings: findAll(described, (a, b) => correlations[a][b], thresholds),
  };
}

const CALLER = "describeFeatures";

function readThresholds({
  redundantAt = 0.9,
  constantAt = 0.95,
  skewedAt = 1,
}: DescribeOptions<string>): Thresholds {
  if (!(Number.isFinite(skewedAt) && skewedAt >= 0)) {
    const refusal = { caller: CALLER, code: "invalidOption", path: "skewedAt" } as const;
    throw new RfmError({ ...refusal, expected: "a number from 0 up", received: skewedAt });
  }
  return {
    redundantAt: checkShare(CALLER, "redundantAt", redundantAt),
    constantAt: checkShare(CALLER, "constantAt", constantAt),
    skewedAt,
  };
}

function describeColumn({ feature, values }: FeatureColumn): Described {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  return { sorted, summary: summarize(feature, values.length, sorted) };
}

function summarize(feature: string, customers: number, sorted: Float64Array): FeatureSummary {
  const head = { feature, count: sorted.length, missing: customers - sorted.length };
  if (sorted.length === 0) return { ...head, ...NOTHING };
  const standing = standingOf(sorted);
  const [lowerQuartile, median, upperQuartile] = cutPoints(sorted, 4);
  return {
    ...head,
    mean: meanOf(sorted),
    standardDeviation: deviationOf(standing),
    min: sorted[0] + 0,
    lowerQuartile,
    median,
    upperQuartile,
    max: sorted[sorted.length - 1] + 0,
    skewness: skewnessOf(standing),
    kurtosis: kurtosisOf(standing),
  };
}

const NOTHING = {
  mean: null,
  standardDeviation: null,
  min: null,
  lowerQuartile: null,
  median: null,
  upperQuartile: null,
  max: null,
  skewness: null,
  kurtosis: null,
} as const;

/** The correlation of each two features, and of each with itself. */
function correlate(columns: readonly FeatureColumn[], described: readonly Described[]) {
  const isComplete = (i: number) => described[i].summary.missing === 0;
  const whole = columns.map(({ values }, i) => (isComplete(i) ? deviationsOf(values) : undefined));
  const correlationOf = (i: number, j: number): number | null => {
    const [{ values: x }, { values: y }] = [columns[i], columns[j]];
    const complete = isComplete(i) && isComplete(j);
    const [dx, dy] = complete ? [whole[i], whole[j]] : [deviationsOf(x, y), deviationsOf(y, x)];
    return dx && dy ? correlation(dx, dy) : null;
  };
  const matrix = columns.map(() => new Array<number | null>(columns.length).fill(null));
  for (let i = 0; i < columns.length; i++) {
    matrix[i][i] = described[i].summary.standardDeviation ? 1 : null;
    for (let j = 0; j < i; j++) {
      matrix[i][j] = correlationOf(i, j);
      matrix[j][i] = matrix[i][j];
    }
  }
  const named = <T>(row: readonly T[]) =>
    Object.fromEntries(columns.map(({ feature }, i): [string, T] => [feature, row[i]]));
  return named(matrix.map((row) => named(row)));
}

import { sampleKurtosis, sampleSkewness, sampleStandardDeviation } from "simple-statistics";
import { powerBelow } from "../core/number.js";
import { cutPoints } from "../core/quantile.js";
import { sumOf } from "../core/sum.js";

/** Values between -2 and 2 that lie among each other as the given ones do: given = median + scale · value. */
export interface Standing {
  readonly values: number[];
  /** A power of two, so that scaling loses nothing. 0: all are equal. */
  readonly scale: number;
}

/**
 * Takes the median away and scales by the largest distance from it. Differences of near numbers are exact, so that a
 * small spread survives a huge offset; and no power of what is left can leave the doubles.
 *
 * @param sorted ascending, not empty.
 */
export function standingOf(sorted: Float64Array): Standing {
  const median = cutPoints(sorted, 2)[0];
  const furthest = Math.max(median - sorted[0], sorted[sorted.length - 1] - median);
  const scale = furthest === 0 ? 0 : powerBelow(furthest);
  const values = Array.from(sorted, (value) => (scale === 0 ? 0 : (value - median) / scale));
  return { values, scale };
}

/** The mean, from the exact sum. */
export function meanOf(values: Float64Array): number {
  return sumOf(values) / values.length;
}

/** √(Σ (x − mean)² / (n − 1)); `null` below two values. */
export function deviationOf({ values, scale }: Standing): number | null {
  return values.length < 2 ? null : scale === 0 ? 0 : scale * sampleStandardDeviation(values);
}

/** G₁ = √(n(n − 1)) / (n − 2) · m₃ / m₂^1.5; `null` below three values, and where all are equal. */
export function skewnessOf({ values, scale }: Standing): number | null {
  return values.length < 3 || scale === 0 ? null : sampleSkewness(values) + 0;
}

/**
 * G₂ = (n − 1) / ((n − 2)(n − 3)) · ((n + 1)(m₄ / m₂² − 3) + 6); `null` below four values, and where all are equal.
 */
export function kurtosisOf({ values, scale }: Standing): number | null {
  return values.length < 4 || scale === 0 ? null : sampleKurtosis(values) + 0;
}

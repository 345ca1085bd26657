import { binomialUpperTail } from "../core/proportion.js";
import type { ProgrammeConditions } from "./conditions.js";
import type { Population } from "./population.js";
import { moveThresholds, type ThresholdSensitivity } from "./sensitivity.js";

/** How many are members. */
export interface ProgrammeSize {
  readonly members: number;
  readonly customers: number;
  /** members / customers. */
  readonly share: number;
  /**
   * The bootstrap interval of `members`: how many there would be among as many customers like these, the border staying
   * where it is.
   */
  readonly low: number;
  readonly high: number;
  /** How many the rule would admit with a threshold moved. */
  readonly sensitivity: readonly ThresholdSensitivity[];
}

/** How many? O(n). */
export function measureSize(
  population: Population<unknown>,
  entry: ProgrammeConditions,
  level: number,
): ProgrammeSize {
  const { members } = population;
  const customers = population.customers.length;
  const share = members / customers;
  const low = bootstrapQuantile(customers, share, (1 - level) / 2);
  const high = bootstrapQuantile(customers, share, (1 + level) / 2);
  return { members, customers, share, low, high, sensitivity: moveThresholds(population, entry) };
}

/**
 * The quantile of the members among n customers drawn with replacement. Their number is binomial, so that no resample has to
 * be drawn: it is what the percentile interval comes to with ever more of them. O(√n log n).
 */
function bootstrapQuantile(n: number, share: number, p: number): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    // P(at most `middle`) = 1 − P(at least one more).
    if (1 - binomialUpperTail(middle + 1, n, share) >= p) high = middle;
    else low = middle + 1;
  }
  return low;
}

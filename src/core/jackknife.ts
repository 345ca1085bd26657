import type { Random } from "./random.js";

/**
 * The statistic of the rows without each group in turn: row i is of group i mod groups, so the rows have to stand in
 * random order where there are more of them than groups. O(groups · statistic).
 */
export function leaveOut<Row>(
  rows: readonly Row[],
  groups: number,
  statistic: (rows: readonly Row[]) => number,
): Float64Array {
  return Float64Array.from({ length: groups }, (_, group) =>
    statistic(rows.filter((_, i) => i % groups !== group)),
  );
}

/** The jackknife's variance of a statistic: (g − 1) / g · Σ (value − mean)². */
export function jackknifeVariance(values: Float64Array): number {
  return deviations(values).reduce((sum, d) => sum + d ** 2, 0) * (1 - 1 / values.length);
}

/**
 * The acceleration of BCa: Σ u³ / (6 (Σ u²)^1.5) with u = (mean − value) (n − 1) / n, over the values that each sample of n
 * leaves behind without one of its rows; 0 where they are all the same.
 *
 * @see DiCiccio and Efron (1996), "Bootstrap Confidence Intervals", for several samples.
 */
export function acceleration(...samples: readonly Float64Array[]): number {
  let squares = 0;
  let cubes = 0;
  for (const values of samples) {
    const weight = 1 - 1 / values.length;
    for (const d of deviations(values)) {
      squares += (weight * d) ** 2;
      cubes += (weight * d) ** 3;
    }
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** The rows in random order, by Fisher and Yates. */
export function shuffled<Row>(rows: readonly Row[], random: Random): Row[] {
  const order = [...rows];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.below(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Mean − value; all 0 where the values differ by no more than a statistic's own rounding. */
function deviations(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const rounding = 1e-12 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const same = values.every((value) => Math.abs(mean - value) <= rounding);
  return values.map((value) => (same ? 0 : mean - value));
}

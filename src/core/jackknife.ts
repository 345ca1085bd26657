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

/** The acceleration of BCa: Σ d³ / (6 (Σ d²)^1.5) with d = mean − value; 0 where the values are all the same. */
export function acceleration(values: Float64Array): number {
  const from = deviations(values);
  const squares = from.reduce((sum, d) => sum + d ** 2, 0);
  const cubes = from.reduce((sum, d) => sum + d ** 3, 0);
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

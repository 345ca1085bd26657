/**
 * Benjamini and Hochberg's adjusted p-values: the least share of false discoveries at which each would be one, the smallest
 * p(j) · n / j over the j-th smallest p-values that are no smaller. In the order given. O(n log n).
 *
 * @see Benjamini and Hochberg (1995), "Controlling the False Discovery Rate".
 */
export function falseDiscoveryRates(pValues: readonly number[]): number[] {
  const n = pValues.length;
  const falling = pValues.map((_, i) => i).sort((a, b) => pValues[b] - pValues[a]);
  const adjusted = new Array<number>(n);
  let least = 1;
  falling.forEach((i, place) => {
    least = Math.min(least, (pValues[i] * n) / (n - place));
    adjusted[i] = least;
  });
  return adjusted;
}

/** The same where some were not tested: those stay `null`, and do not count. */
export function ratesOfTested(pValues: readonly (number | null)[]): (number | null)[] {
  const rates = falseDiscoveryRates(pValues.filter((pValue) => pValue !== null));
  let tested = 0;
  return pValues.map((pValue) => (pValue === null ? null : rates[tested++]));
}

/** The greatest p- or q-value of a finding at a level, 1 − level: that of 0.9 is a rounding error below 0.1. */
export const greatestOfFinding = (level: number): number => 1 - level + 1e-12;

/** Whether a q-value is low enough for a finding; one that is `null` was not tested. */
export const isFinding = (qValue: number | null, level: number): boolean =>
  qValue !== null && qValue <= greatestOfFinding(level);

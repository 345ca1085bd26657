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

/** One-sided p-values of what was observed. */
export interface PermutationTest {
  /** Of its being the greater one. */
  readonly greater: number;
  /** Of its being the lesser one. */
  readonly less: number;
}

/** How far a sum may be off by rounding, as a part of the sum of absolute values. */
const ROUNDING = 1e-12;

/**
 * How likely chance alone gives a sum so far on either side: p = (1 + draws as extreme) / (draws + 1), which is never 0, since
 * what was observed is one way to draw.
 *
 * @param size the sum of absolute values: sums of the same amounts in another order round otherwise, and that must not part
 * equal ones.
 * @see Phipson and Smyth (2010), "Permutation P-values Should Never Be Zero".
 */
export function countExtremes(
  observed: number,
  size: number,
  draws: number,
  draw: () => number,
): PermutationTest {
  const rounding = ROUNDING * size;
  let [atLeast, atMost] = [1, 1];
  for (let i = 0; i < draws; i++) {
    const sum = draw();
    if (sum >= observed - rounding) atLeast++;
    if (sum <= observed + rounding) atMost++;
  }
  return { greater: atLeast / (draws + 1), less: atMost / (draws + 1) };
}

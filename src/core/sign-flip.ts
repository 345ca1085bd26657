import { fsum } from "d3-array";
import type { PermutationTest } from "./permutation.js";
import type { Random } from "./random.js";

/** How far a sum may be off by rounding, as a part of the sum of absolute values. */
const ROUNDING = 1e-12;

/**
 * How likely chance alone parts the halves of pairs so far: if neither half is the greater one, each difference could as well
 * have the other sign. p = (1 + draws as extreme as the pairs) / (draws + 1), one-sided. O(draws · n).
 *
 * @see Fisher (1935), "The Design of Experiments", chapter 3; Phipson and Smyth (2010), "Permutation P-values Should Never Be
 * Zero".
 */
export function signFlipTest(
  differences: Float64Array,
  { random, draws }: { readonly random: Random; readonly draws: number },
): PermutationTest {
  const observed = fsum(differences);
  // Sums of the same amounts with other signs round otherwise; that must not part equal ones.
  const rounding = ROUNDING * fsum(differences.map(Math.abs));
  let [atLeast, atMost] = [1, 1];
  for (let i = 0; i < draws; i++) {
    let sum = 0;
    for (const difference of differences) sum += random.below(2) === 0 ? difference : -difference;
    if (sum >= observed - rounding) atLeast++;
    if (sum <= observed + rounding) atMost++;
  }
  return { greater: atLeast / (draws + 1), less: atMost / (draws + 1) };
}

import { fsum } from "d3-array";
import { countExtremes, type PermutationTest } from "./count-extremes.js";
import type { Random } from "./random.js";

/**
 * How likely chance alone parts the halves of pairs so far: if neither half is the greater one, each difference could as well
 * have the other sign. O(draws · n).
 *
 * @see Fisher (1935), "The Design of Experiments", chapter 3.
 */
export function signFlipTest(
  differences: Float64Array,
  { random, draws }: { readonly random: Random; readonly draws: number },
): PermutationTest {
  const size = fsum(differences.map(Math.abs));
  return countExtremes(fsum(differences), size, draws, () => {
    let sum = 0;
    for (const difference of differences) sum += random.below(2) === 0 ? difference : -difference;
    return sum;
  });
}

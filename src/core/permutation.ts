import { fsum } from "d3-array";
import { countExtremes, type PermutationTest } from "./count-extremes.js";
import type { Random } from "./random.js";

/**
 * How likely chance alone parts two means so far, as the members' being the greater one and the lesser one. Members are chosen
 * anew by a partial Fisher-Yates shuffle of the smaller group. O(n + permutations · smaller group).
 */
export function permutationTest(
  members: Float64Array,
  rest: Float64Array,
  { random, permutations }: { readonly random: Random; readonly permutations: number },
): PermutationTest {
  const swapped = rest.length < members.length;
  const [small, large] = swapped ? [rest, members] : [members, rest];
  const pool = concatenated(small, large);
  // The mean of a group rises with its sum, as the sum of both groups stays.
  const size = fsum(pool.map(Math.abs));
  const { greater, less } = countExtremes(fsum(small), size, permutations, () =>
    drawSum(pool, small.length, random),
  );
  return swapped ? { greater: less, less: greater } : { greater, less };
}

/** The sum of so many values drawn without replacement; they change places with the first ones. */
function drawSum(pool: Float64Array, count: number, random: Random): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const j = i + random.below(pool.length - i);
    const value = pool[j];
    pool[j] = pool[i];
    pool[i] = value;
    sum += value;
  }
  return sum;
}

function concatenated(one: Float64Array, other: Float64Array): Float64Array {
  const both = new Float64Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

import { fsum } from "d3-array";
import type { Random } from "./random.js";

/** One-sided p-values of a difference between two groups. */
export interface PermutationTest {
  /** Of the members' mean being the greater one. */
  readonly greater: number;
  /** Of its being the lesser one. */
  readonly less: number;
}

/** How far a sum may be off by rounding, as a part of the sum of absolute values. */
const ROUNDING = 1e-12;

/**
 * How likely chance alone parts two means so far: p = (1 + permutations as extreme as the groups) / (permutations + 1),
 * which is never 0, since the groups themselves are one way to part the customers. Members are chosen anew by a partial
 * Fisher-Yates shuffle of the smaller group. O(n + permutations · smaller group).
 *
 * @see Phipson and Smyth (2010), "Permutation P-values Should Never Be Zero".
 */
export function permutationTest(
  members: Float64Array,
  rest: Float64Array,
  { random, permutations }: { readonly random: Random; readonly permutations: number },
): PermutationTest {
  const swapped = rest.length < members.length;
  const [small, large] = swapped ? [rest, members] : [members, rest];
  // The mean of a group rises with its sum, as the sum of both groups stays.
  const observed = fsum(small);
  const pool = concatenated(small, large);
  // Sums of the same amounts in another order round otherwise; that must not part equal ones.
  const rounding = ROUNDING * fsum(pool.map(Math.abs));
  let atLeast = 1;
  let atMost = 1;
  for (let i = 0; i < permutations; i++) {
    const drawn = drawSum(pool, small.length, random);
    if (drawn >= observed - rounding) atLeast++;
    if (drawn <= observed + rounding) atMost++;
  }
  const above = atLeast / (permutations + 1);
  const below = atMost / (permutations + 1);
  return swapped ? { greater: below, less: above } : { greater: above, less: below };
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

import { codeLabels, type GroupLabels } from "./labels.js";

/**
 * How far two ways to group the same customers agree, whatever the groups are called: the share of pairs of customers
 * on which both agree (together or apart), corrected for chance. 1 for the same groups, 0 on average for groups that
 * have nothing to do with each other, below 0 for less than chance.
 *
 * ARI = (Σ C(nᵢⱼ, 2) − E) / ((Σ C(aᵢ, 2) + Σ C(bⱼ, 2)) / 2 − E) with E = Σ C(aᵢ, 2) Σ C(bⱼ, 2) / C(n, 2), where nᵢⱼ is
 * the number of customers in group i of the one and j of the other, and aᵢ and bⱼ are their sums.
 *
 * Cost: O(n).
 *
 * @param a a label for each customer, a number or a name.
 * @param b the same customers' labels of another grouping, in the same order.
 * @returns a number from −0.5 to 1; 1 where both put all customers in one group, or each in its own.
 * @throws RfmError on lists of different lengths, and on a label that is neither a finite number nor a name.
 * @see Hubert and Arabie (1985), "Comparing partitions".
 * @example
 * ```ts
 * import { adjustedRandIndex } from "rfm-kit/cluster";
 *
 * adjustedRandIndex([0, 0, 1, 1], ["b", "b", "a", "a"]); // => 1
 * adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1]); // => -0.5
 * ```
 */
export function adjustedRandIndex(a: GroupLabels, b: GroupLabels): number {
  const first = codeLabels(CALLER, "a", a);
  const second = codeLabels(CALLER, "b", b, first.codes.length);
  return randIndex(first, second);
}

const CALLER = "adjustedRandIndex";

/** Labels as whole numbers from 0 on, and how many there are of each. */
export interface Coded {
  readonly codes: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

/** The adjusted Rand index of labels that are coded. Counts of pairs are whole, so no order of the rows changes it. */
export function randIndex(a: Coded, b: Coded): number {
  const customers = a.codes.length;
  const together = pairsOf(crossCounts(a, b).values());
  const [inA, inB] = [pairsOf(Array.from(a.counts)), pairsOf(Array.from(b.counts))];
  const all = pairs(customers);
  // Either both have one group, or both a group a customer: they agree.
  if (inA === inB && (inA === all || inA === 0)) return 1;
  // Everything times the number of pairs, so that whole numbers are divided once.
  const expected = inA * inB;
  return (together * all - expected) / (((inA + inB) / 2) * all - expected);
}

/** How many customers are in group i of the one and j of the other, under i · groups of the other + j. */
export function crossCounts(a: Coded, b: Coded): Map<number, number> {
  const counts = new Map<number, number>();
  for (let row = 0; row < a.codes.length; row++) {
    const cell = a.codes[row] * b.counts.length + b.codes[row];
    counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return counts;
}

const pairs = (customers: number) => (customers * (customers - 1)) / 2;

function pairsOf(counts: Iterable<number>): number {
  let sum = 0;
  for (const count of counts) sum += pairs(count);
  return sum;
}

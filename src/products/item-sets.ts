/** Products that are bought together, and the baskets that hold them all. */
export interface ItemSet {
  /** Codes, ascending. */
  readonly items: readonly number[];
  readonly baskets: readonly number[];
}

/**
 * All sets of one to `most` products that at least so many baskets hold, by Eclat: the baskets of a set are those that its
 * products' lists share, and a set is extended only by products that come with it often enough. O(Σ baskets of the pairs tried).
 *
 * @see Zaki (2000), "Scalable Algorithms for Association Mining".
 */
export function frequentSets(
  holding: readonly (readonly number[])[],
  least: number,
  most: number,
): ItemSet[] {
  const found: ItemSet[] = [];
  const single = holding.flatMap((baskets, item) =>
    baskets.length >= least ? [{ items: [item], baskets }] : [],
  );
  /** Each class holds sets that differ in their last item only. */
  const extend = (siblings: readonly ItemSet[]): void => {
    for (const [place, set] of siblings.entries()) {
      found.push(set);
      if (set.items.length === most) continue;
      extend(
        siblings.slice(place + 1).flatMap((other) => {
          const baskets = shared(set.baskets, other.baskets, least);
          return baskets === undefined
            ? []
            : [{ items: [...set.items, other.items[other.items.length - 1]], baskets }];
        }),
      );
    }
  };
  extend(single);
  return found;
}

/** What two ascending lists share; `undefined` as soon as that must be too little. */
function shared(one: readonly number[], other: readonly number[], least: number): number[] | undefined {
  const both: number[] = [];
  let [i, j] = [0, 0];
  while (i < one.length && j < other.length) {
    if (both.length + Math.min(one.length - i, other.length - j) < least) return undefined;
    if (one[i] === other[j]) both.push(one[i]);
    const step = one[i] - other[j];
    if (step <= 0) i++;
    if (step >= 0) j++;
  }
  return both.length >= least ? both : undefined;
}

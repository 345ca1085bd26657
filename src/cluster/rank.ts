import type { RankKnots } from "./model.js";
import type { Tally } from "./tally.js";

/** So many different values keep their own rank; of more, as many at even distances do. */
const MOST_KNOTS = 10_000;

/** The average rank of each value, counted from 1. */
export function fitKnots({ values, counts }: Tally): RankKnots {
  const ranks = new Float64Array(values.length);
  let below = 0;
  for (let i = 0; i < values.length; i++) {
    ranks[i] = below + (counts[i] + 1) / 2;
    below += counts[i];
  }
  const kept = Math.min(values.length, MOST_KNOTS);
  const step = (values.length - 1) / Math.max(1, kept - 1);
  const places = Array.from({ length: kept }, (_, i) => Math.round(i * step));
  return { values: places.map((place) => values[place]), ranks: places.map((place) => ranks[place]) };
}

/** The rank of a value: its own at a knot, on a straight line between two, that of the end beyond. O(log knots). */
export function rankOf(value: number, { values, ranks }: RankKnots): number {
  return interpolate(value, values, ranks);
}

/** The value at a rank. */
export function valueAtRank(rank: number, { values, ranks }: RankKnots): number {
  return interpolate(rank, ranks, values);
}

function interpolate(at: number, from: readonly number[], to: readonly number[]): number {
  let low = 0;
  let high = from.length - 1;
  if (at <= from[low]) return to[low];
  if (at >= from[high]) return to[high];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle] <= at) low = middle;
    else high = middle;
  }
  if (at === from[low]) return to[low];
  return to[low] + ((at - from[low]) / (from[high] - from[low])) * (to[high] - to[low]);
}

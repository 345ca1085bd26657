import { kmeans } from "ml-kmeans";
import type { Random } from "../core/random.js";
import type { Points } from "./points.js";

/** A start need only be near: polishing does the rest. */
const ROUNDS = 30;
const TOLERANCE = 1e-4;

/**
 * Centers found by ml-kmeans from one k-means++ start. The points have to hold at least as many different ones as
 * there are groups.
 *
 * @see Arthur and Vassilvitskii (2007), "k-means++: The advantages of careful seeding".
 */
export function seedCenters(
  { values, count, dimensions }: Points,
  groups: number,
  random: Random,
): Float64Array {
  const rows = Array.from({ length: count }, (_, i) => {
    return Array.from(values.subarray(i * dimensions, (i + 1) * dimensions));
  });
  const seed = random.below(2 ** 31);
  const { centroids } = kmeans(rows, groups, { seed, maxIterations: ROUNDS, tolerance: TOLERANCE });
  return Float64Array.from(centroids.flat());
}

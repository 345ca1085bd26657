import type { Random } from "../core/random.js";
import { canonicalOrder } from "./order.js";
import { type Points, takePoints } from "./points.js";
import type { Partition } from "./polish.js";
import { type Coded, randIndex } from "./rand-index.js";
import { search } from "./search.js";
import { Seek } from "./seek.js";

const RESAMPLES = 10;
const STARTS = 3;
const SEEDED = 250;

/**
 * How far groups come back when the customers are others of the same kind: the mean adjusted Rand index between the
 * groups of all points and those that centers fitted to a bootstrap resample give them. One for each partition.
 *
 * @see Hennig (2007), "Cluster-wise assessment of cluster stability", for the idea.
 */
export function stabilities(points: Points, partitions: readonly Partition[], random: Random): number[] {
  const sums = partitions.map(() => 0);
  for (let i = 0; i < RESAMPLES; i++) {
    const places = Uint32Array.from({ length: points.count }, () => random.below(points.count));
    const resample = takePoints(points, places);
    const order = canonicalOrder(resample, 0);
    for (const [at, { labels, counts }] of partitions.entries()) {
      const groups = counts.length;
      // A resample may hold fewer different points than groups; what it has then cannot come back.
      if (order.distinct.length < groups) continue;
      const { centers } = search(resample, order, groups, STARTS, random, SEEDED);
      sums[at] += randIndex({ codes: labels, counts }, placedBy(points, centers));
    }
  }
  return sums.map((sum) => sum / RESAMPLES);
}

/** The points in the groups of other centers. */
function placedBy(points: Points, centers: Float64Array): Coded {
  const seek = new Seek(points, centers);
  const codes = new Uint16Array(points.count);
  const counts = new Uint32Array(centers.length / points.dimensions);
  for (let i = 0; i < points.count; i++) {
    codes[i] = seek.nearest(i);
    counts[codes[i]]++;
  }
  return { codes, counts };
}

import { sumsByGroup } from "./describe.js";
import type { Points } from "./points.js";
import { type Partition, polish } from "./polish.js";

/** A point between two centers belongs to the first, so a new order may move it; the inertia falls with every move. */
const MOST_TIMES = 20;

/** The same partition with its groups by falling mean of a column; where means are the same, by falling center. */
export function renumber(points: Points, found: Partition, column: Float64Array): Partition {
  let partition = found;
  for (let i = 0; i < MOST_TIMES; i++) {
    const order = byFallingMean(partition, column);
    if (order.every((group, place) => group === place)) return partition;
    const permuted = permute(partition, order);
    if (partition.settled) return permuted;
    const polished = polish(points, permuted.centers);
    partition = { ...polished, iterations: partition.iterations + polished.iterations };
  }
  return { ...partition, converged: false };
}

function byFallingMean({ labels, centers, counts }: Partition, column: Float64Array): number[] {
  const means = sumsByGroup(column, labels, counts.length).map((sum, group) => sum / counts[group]);
  const dimensions = centers.length / counts.length;
  const byCenter = (a: number, b: number) => {
    const from = centers.subarray(a * dimensions, (a + 1) * dimensions);
    const to = centers.subarray(b * dimensions, (b + 1) * dimensions);
    const j = from.findIndex((coordinate, i) => coordinate !== to[i]);
    return j === -1 ? 0 : to[j] - from[j];
  };
  return means.map((_, group) => group).sort((a, b) => means[b] - means[a] || byCenter(a, b));
}

/** The group that was number order[i] becomes number i. */
function permute(partition: Partition, order: readonly number[]): Partition {
  const { labels, centers, counts } = partition;
  const dimensions = centers.length / counts.length;
  const places = new Uint16Array(order.length);
  for (const [place, group] of order.entries()) places[group] = place;
  return {
    ...partition,
    labels: labels.map((group) => places[group]),
    centers: Float64Array.from(centers, (_, i) => {
      return centers[order[Math.floor(i / dimensions)] * dimensions + (i % dimensions)];
    }),
    counts: Uint32Array.from(order, (group) => counts[group]),
  };
}

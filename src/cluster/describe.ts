import { fsum } from "d3-array";
import { quickselect } from "simple-statistics";
import { ExactSum } from "../core/sum.js";
import type { ModelCluster } from "./model.js";
import type { Partition } from "./polish.js";
import { type Preparation, restorePoint } from "./prepare.js";

/** The clusters in figures. O(customers · features). */
export function describeClusters(
  { labels, centers, counts }: Partition,
  columns: readonly Float64Array[],
  how: Preparation,
): ModelCluster[] {
  const { features } = how;
  const sums = columns.map((column) => sumsByGroup(column, labels, counts.length));
  const medians = columns.map((column) => mediansByGroup(column, labels, counts));
  const record = (of: (j: number) => number) =>
    Object.fromEntries(features.map((feature, j) => [feature, of(j)]));
  const revenues = sums[features.indexOf("monetary")] ?? [];
  const revenue = fsum(revenues);
  return Array.from(counts, (customers, cluster) => {
    const center = Array.from(centers.subarray(cluster * features.length, (cluster + 1) * features.length));
    return {
      cluster,
      customers,
      share: customers / labels.length,
      revenueShare: revenue > 0 ? revenues[cluster] / revenue : null,
      center,
      centroid: restorePoint(center, how),
      mean: record((j) => sums[j][cluster] / customers),
      median: record((j) => medians[j][cluster]),
    };
  });
}

/** The sum of a column in each group, rounded once. */
export function sumsByGroup(column: Float64Array, labels: Uint16Array, groups: number): number[] {
  const sums = Array.from({ length: groups }, () => new ExactSum());
  for (let i = 0; i < column.length; i++) sums[labels[i]].add(column[i]);
  return sums.map((sum) => sum.valueOf());
}

/** The middle value of each group, or the mean of the middle two. Values of a group stand together, to be selected from. */
function mediansByGroup(column: Float64Array, labels: Uint16Array, counts: Uint32Array): number[] {
  const ends: number[] = [];
  for (const count of counts) ends.push((ends.at(-1) ?? 0) + count);
  const starts = ends.map((end, group) => end - counts[group]);
  const next = [...starts];
  const grouped = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) grouped[next[labels[i]]++] = column[i];
  return starts.map((start, group) => middleOf(grouped.subarray(start, ends[group])));
}

function middleOf(values: Float64Array): number {
  const half = values.length >> 1;
  // It reads and writes by index alone, so a typed array does.
  const selected: ArrayLike<number> = values;
  quickselect(selected as number[], half);
  const upper = values[half];
  if (values.length % 2 === 1) return upper + 0;
  let lower = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < half; i++) if (values[i] > lower) lower = values[i];
  return (lower + upper) / 2 + 0;
}

import { ExactSum } from "../core/sum.js";
import type { ClusterCustomers, NamedCustomers, RfmFeature } from "./features.js";
import { GroupSums } from "./group-sums.js";
import type { GroupLabels } from "./labels.js";
import { type Grouped, type MeasureOptions, readMeasured } from "./measured.js";
import { type Points, squaredDistance } from "./points.js";
import { inertiaOf } from "./polish.js";

/**
 * The Calinski-Harabasz index, or variance ratio: how far the centroids of the groups are spread around that of all,
 * over how far customers are spread around their centroids; the higher the better, without a bound.
 *
 * (Σ nᵢ |cᵢ − c|² / (k − 1)) / (W / (n − k)), with W = Σ |x − cᵢ|²; `Infinity` where every group is a single point.
 *
 * Cost: O(n · features).
 *
 * @param labels a group for each customer, a number or a name.
 * @param options the space to measure in, as for {@link silhouette}.
 * @throws RfmError as {@link silhouette}.
 * @see Calinski and Harabasz (1974), "A dendrite method for cluster analysis".
 * @example
 * ```ts
 * import { calinskiHarabasz } from "rfm-kit/cluster";
 *
 * const customers = [{ spend: 1 }, { spend: 3 }, { spend: 9 }, { spend: 11 }];
 * // Centroids 2 and 10 around 6: (2 · 16 + 2 · 16) / 1 over (1 + 1 + 1 + 1) / 2.
 * calinskiHarabasz(customers, [0, 0, 1, 1], { features: ["spend"], transform: "none", scale: "none" }); // => 32
 * ```
 */
export function calinskiHarabasz<const F extends string = RfmFeature>(
  customers: ClusterCustomers<NoInfer<F>>,
  labels: GroupLabels,
  options?: MeasureOptions<F>,
): number;
export function calinskiHarabasz(
  customers: NamedCustomers,
  labels: GroupLabels,
  options: MeasureOptions<string> = {},
): number {
  return varianceRatio(readMeasured("calinskiHarabasz", customers, labels, options));
}

/**
 * The Davies-Bouldin index: how much the two most alike groups overlap, on average over the groups; the lower the
 * better, 0 at best. With sᵢ the mean distance of a group's customers to its centroid and dᵢⱼ the distance between two
 * centroids, the mean over i of the greatest (sᵢ + sⱼ) / dᵢⱼ; `Infinity` where two centroids are the same.
 *
 * Cost: O(n · features + groups² · features).
 *
 * @param labels a group for each customer, a number or a name.
 * @param options the space to measure in, as for {@link silhouette}.
 * @throws RfmError as {@link silhouette}.
 * @see Davies and Bouldin (1979), "A cluster separation measure".
 * @example
 * ```ts
 * import { daviesBouldin } from "rfm-kit/cluster";
 *
 * const customers = [{ spend: 1 }, { spend: 3 }, { spend: 9 }, { spend: 11 }];
 * // Both groups have a spread of 1, and their centroids are 8 apart: (1 + 1) / 8.
 * daviesBouldin(customers, [0, 0, 1, 1], { features: ["spend"], transform: "none", scale: "none" }); // => 0.25
 * ```
 */
export function daviesBouldin<const F extends string = RfmFeature>(
  customers: ClusterCustomers<NoInfer<F>>,
  labels: GroupLabels,
  options?: MeasureOptions<F>,
): number;
export function daviesBouldin(
  customers: NamedCustomers,
  labels: GroupLabels,
  options: MeasureOptions<string> = {},
): number {
  return overlap(readMeasured("daviesBouldin", customers, labels, options));
}

/** The Calinski-Harabasz index of groups that are coded. */
export function varianceRatio({ points, labels: { codes, counts } }: Grouped): number {
  const { count, dimensions } = points;
  const centers = meansOf(points, codes, counts.length);
  const all = meansOf(points, new Uint8Array(count), 1);
  const between = new ExactSum();
  for (const [group, customers] of counts.entries())
    between.add(customers * squaredDistance(centers, group * dimensions, all, 0, dimensions));
  const within = inertiaOf(points, centers, codes);
  const ratio = between.valueOf() / (counts.length - 1) / (within / (count - counts.length));
  return within === 0 ? Number.POSITIVE_INFINITY : ratio;
}

/** The Davies-Bouldin index of groups that are coded. */
export function overlap({ points, labels: { codes, counts } }: Grouped): number {
  const { dimensions } = points;
  const centers = meansOf(points, codes, counts.length);
  const spreads = spreadsOf(points, centers, codes, counts);
  const total = new ExactSum();
  for (const i of counts.keys()) {
    let worst = 0;
    for (const j of counts.keys()) {
      if (i === j) continue;
      const apart = Math.sqrt(squaredDistance(centers, i * dimensions, centers, j * dimensions, dimensions));
      worst = Math.max(worst, apart === 0 ? Number.POSITIVE_INFINITY : (spreads[i] + spreads[j]) / apart);
    }
    if (worst === Number.POSITIVE_INFINITY) return worst;
    total.add(worst);
  }
  return total.valueOf() / counts.length;
}

function meansOf(points: Points, codes: ArrayLike<number>, groups: number): Float64Array {
  const sums = new GroupSums(points, groups);
  for (let i = 0; i < points.count; i++) sums.add(i, codes[i]);
  const means = new Float64Array(groups * points.dimensions);
  sums.writeMeans(means);
  return means;
}

/** The mean distance of each group's points to its center. */
function spreadsOf(
  { values, count, dimensions }: Points,
  centers: Float64Array,
  codes: ArrayLike<number>,
  counts: Uint32Array,
): number[] {
  const sums = Array.from(counts, () => new ExactSum());
  for (let i = 0; i < count; i++) {
    const at = codes[i] * dimensions;
    sums[codes[i]].add(Math.sqrt(squaredDistance(values, i * dimensions, centers, at, dimensions)));
  }
  return sums.map((sum, group) => sum.valueOf() / counts[group]);
}

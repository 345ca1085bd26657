import { checkOptions } from "../core/options.js";
import { openRandom, type Random } from "../core/random.js";
import { checkWhole } from "../core/whole.js";
import { countsUpTo } from "./counts.js";
import { type ClusterCustomers, type NamedCustomers, type RfmFeature, readFeatures } from "./features.js";
import { differing, filledGroups, refuseNone } from "./fit.js";
import {
  MOST_CLUSTERS,
  MOST_STARTS,
  readSpace,
  SPACE_OPTIONS,
  type SpaceOptions,
  STARTS,
} from "./fit-options.js";
import { gaps } from "./gap.js";
import { type CanonicalOrder, canonicalOrder } from "./order.js";
import type { Points } from "./points.js";
import type { Partition } from "./polish.js";
import { fitPoints } from "./prepare.js";
import { type Recommendation, recommend } from "./recommend.js";
import { sample, search } from "./search.js";
import { measureSilhouette, SAMPLE } from "./silhouette.js";
import { overlap, varianceRatio } from "./spread.js";
import { stabilities } from "./stability.js";

/** How {@link compareClusterCounts} compares. */
export interface CompareOptions<F extends string = RfmFeature> extends SpaceOptions<F> {
  /** The least number of clusters, likewise below the number of customers that differ. Default: 2. */
  readonly from?: number | undefined;
  /**
   * The greatest number of clusters. It has to be below the number of customers that differ, who else would be a
   * cluster each. Default: 8, or as many as there can be.
   */
  readonly to?: number | undefined;
  /** How many times each fit starts anew. Default: 10. */
  readonly starts?: number | undefined;
  /** A whole number that decides starts, samples, references and resamples. Default: 1. */
  readonly seed?: number | undefined;
}

/** One number of clusters in figures. What needs two clusters is `null` for one. */
export interface ClusterCount {
  readonly k: number;
  /** Σ squared distances to the centroid: always falls with k. */
  readonly inertia: number;
  /** −1 to 1, higher is better. */
  readonly silhouette: number | null;
  /** Higher is better. */
  readonly calinskiHarabasz: number | null;
  /** Lower is better. */
  readonly daviesBouldin: number | null;
  /** How much less the logarithm of the inertia is than that of evenly spread points. */
  readonly gap: number;
  readonly gapStandardError: number;
  /** The mean adjusted Rand index with the groups of bootstrap resamples, at most 1. */
  readonly stability: number;
}

/** Numbers of clusters side by side. */
export interface ClusterComparison {
  readonly counts: readonly ClusterCount[];
  readonly recommended: Recommendation;
  readonly customers: number;
  /** Customers that silhouettes were measured on, and those that gap and stability were: a sample where fewer than all. */
  readonly measured: { readonly silhouette: number; readonly refits: number };
}

/** Gap and stability refit some twenty times for each k. */
const REFITTED = 1_000;

/**
 * How many groups customers have by themselves, if any: for each number of clusters its inertia, silhouette,
 * Calinski-Harabasz and Davies-Bouldin index, gap statistic and stability, and what they speak for.
 *
 * Recommended is, of the numbers of clusters
 *
 * 1. whose gap is more than three standard errors above that of one cluster: they tell more of the customers than
 *    as many clusters tell of points spread evenly over the box around them; and
 * 2. whose groups come back: the mean adjusted Rand index with the groups of ten bootstrap resamples is at least 0.95,
 *
 * that with the greatest silhouette. Where there is none, `k` is `null`: customers are spread without groups, and any
 * number of clusters cuts where nothing is to be cut.
 *
 * Silhouettes are exact up to 5,000 customers; gap and stability use all up to 1,000. Beyond that they use a seeded
 * sample, as `measured` tells.
 *
 * Cost: a fit of all customers for each k, and 20 fits of a sample.
 *
 * @param customers rows with a number for each feature, or these as columns.
 * @throws RfmError as `fitClusters`, and on a `from` above `to` or one of them that is not below the number of customers
 * that differ.
 * @see Rousseeuw (1987) for the silhouette; Tibshirani, Walther and Hastie (2001), "Estimating the number of clusters
 * in a data set via the gap statistic"; Ben-Hur, Elisseeff and Guyon (2002), "A stability based method for discovering
 * structure in clustered data".
 * @example
 * ```ts
 * import { compareClusterCounts } from "rfm-kit/cluster";
 *
 * const customers = Array.from({ length: 60 }, (_, i) => {
 *   const loyal = i % 2 === 0;
 *   return { recency: (loyal ? 5 : 300) + i / 6, frequency: (loyal ? 30 : 2) + (i % 7) / 5, monetary: loyal ? 900 + i : 50 + i / 9 };
 * });
 * const { counts, recommended } = compareClusterCounts(customers, { from: 2, to: 4 });
 * recommended.k; // => 2
 * counts.map(({ k }) => k); // => [2, 3, 4]
 * ```
 */
export function compareClusterCounts<const F extends string = RfmFeature>(
  customers: ClusterCustomers<NoInfer<F>>,
  options?: CompareOptions<F>,
): ClusterComparison;
export function compareClusterCounts(
  customers: NamedCustomers,
  options: CompareOptions<string> = {},
): ClusterComparison {
  const { starts, seed, ...space } = readOptions(options);
  const random = openRandom(CALLER, seed);
  const columns = readFeatures(CALLER, customers, space.features);
  refuseNone(CALLER, columns[0].length);
  const { points } = fitPoints(CALLER, columns, space);
  const order = canonicalOrder(points, seed);
  const fits = fitAll(points, order, options, starts, random);
  const ks = fits.map(({ counts }) => counts.length);
  const separations = fits.map((fit) => separation(points, fit, seed));
  const most = ks[ks.length - 1];
  const few = sample(points, order, Math.max(REFITTED, 20 * most), most + 1);
  const refits = refit(few, ks, starts, random);
  const counts = ks.map((k, i): ClusterCount => {
    const { measured: _, ...indices } = separations[i];
    return { k, inertia: fits[i].inertia, ...indices, ...refits.figures[i] };
  });
  const measured = {
    silhouette: Math.max(0, ...separations.map((separation) => separation.measured)),
    refits: few.count,
  };
  return { counts, recommended: recommend(counts, refits.gapOfOne), customers: points.count, measured };
}

const CALLER = "compareClusterCounts";

function readOptions(options: CompareOptions<string>) {
  checkOptions(CALLER, options, [...SPACE_OPTIONS, "from", "to", "starts", "seed"]);
  countsUpTo(CALLER, options, MOST_CLUSTERS);
  const { starts = STARTS, seed = 1 } = options;
  return {
    ...readSpace(CALLER, options),
    starts: checkWhole(CALLER, "starts", starts, 1, MOST_STARTS),
    seed,
  };
}

/** A fit of all customers for each number of clusters. */
function fitAll(
  points: Points,
  order: CanonicalOrder,
  options: CompareOptions<string>,
  starts: number,
  random: Random,
): Partition[] {
  const { length } = order.distinct;
  const why = `${differing(length)}, and there have to be fewer clusters`;
  const { from, to } = countsUpTo(CALLER, options, length - 1, why);
  const fits = Array.from({ length: to - from + 1 }, (_, i) => {
    return search(points, order, from + i, starts, random);
  });
  const filled = Math.max(...fits.map(filledGroups));
  const found = countsUpTo(CALLER, options, filled, differing(filled));
  return fits.filter(({ counts }) => counts.length <= found.to);
}

/** How far apart the groups of a partition are; nothing to be said of one group. */
function separation(points: Points, { labels, counts }: Partition, seed: number) {
  if (counts.length === 1)
    return { silhouette: null, calinskiHarabasz: null, daviesBouldin: null, measured: 0 };
  const names = Array.from(counts, (_, group) => group);
  const grouped = { points, labels: { codes: labels, counts, names } };
  const { silhouette, measured } = measureSilhouette(grouped, SAMPLE, seed);
  return { silhouette, calinskiHarabasz: varianceRatio(grouped), daviesBouldin: overlap(grouped), measured };
}

/** Gap and stability of each number of clusters, and the gap of one cluster. */
function refit(points: Points, ks: readonly number[], starts: number, random: Random) {
  const order = canonicalOrder(points, 0);
  const partitions = [1, ...ks].map((k) => search(points, order, k, starts, random));
  const [one, ...found] = gaps(points, partitions, random);
  const stability = stabilities(points, partitions.slice(1), random);
  const figures = found.map((gap, i) => ({ ...gap, stability: stability[i] }));
  return { gapOfOne: one.gap, figures };
}

import { RfmError } from "../core/error.js";
import { deepFreeze } from "../core/model.js";
import { openRandom } from "../core/random.js";
import { checkWhole } from "../core/whole.js";
import { describeClusters } from "./describe.js";
import { type ClusterCustomers, type NamedCustomers, type RfmFeature, readFeatures } from "./features.js";
import { type FitClustersOptions, readFitOptions } from "./fit-options.js";
import { CLUSTER_MODEL_HEAD, type ClusterModel } from "./model.js";
import { canonicalOrder } from "./order.js";
import type { Partition } from "./polish.js";
import { fitPoints } from "./prepare.js";
import { renumber } from "./renumber.js";
import { search } from "./search.js";

/**
 * Groups customers by k-means: k centroids such that the sum of the squared distances of all customers to the nearest
 * of them, the inertia, is as small as can be found.
 *
 * Features are transformed and scaled first, so that a day, a purchase and a sum of money count alike. k-means++ starts
 * on a sample of the customers lead to centroids that are compared on a larger sample; from the best of them on, all
 * customers move to the nearest centroid and centroids to the mean of their customers, until nothing moves. The seed
 * decides where the starts are, the order of the rows decides nothing.
 *
 * Clusters are numbered from 0 on by falling mean monetary value, or of the first feature where monetary is none.
 *
 * Cost: O(n · k · features) for the first round and far less for the later ones, by Hamerly's bounds; O(n log n) where
 * values are ranked, and 50 passes over the different values for `"yeo-johnson"`.
 *
 * @param customers rows with a number for each feature, or these as columns.
 * @returns a frozen, JSON-safe model.
 * @throws RfmError on no customers, on a value that is no finite number or that the transform cannot take, on a feature
 * that is the same for all, and on a k below 1 or above the number of customers that differ.
 * @see Lloyd (1982), "Least squares quantization in PCM"; Arthur and Vassilvitskii (2007), "k-means++: The advantages
 * of careful seeding"; Hamerly (2010), "Making k-means even faster".
 * @example
 * ```ts
 * import { fitClusters } from "rfm-kit/cluster";
 *
 * const customers = [
 *   { recency: 3, frequency: 9, monetary: 900 },
 *   { recency: 5, frequency: 7, monetary: 700 },
 *   { recency: 200, frequency: 1, monetary: 30 },
 *   { recency: 240, frequency: 1, monetary: 50 },
 * ];
 * const model = fitClusters(customers, { k: 2 });
 * model.clusters.map((cluster) => cluster.mean.monetary); // => [800, 40]
 * model.clusters[0].median.recency; // => 4
 * model.converged; // => true
 * ```
 */
export function fitClusters<const F extends string = RfmFeature>(
  customers: ClusterCustomers<NoInfer<F>>,
  options: FitClustersOptions<F>,
): ClusterModel<F>;
export function fitClusters(
  customers: NamedCustomers,
  options: FitClustersOptions<string>,
): ClusterModel<string> {
  const caller = "fitClusters";
  const { k, features, transform, scale, starts, seed } = readFitOptions(caller, options);
  const random = openRandom(caller, seed);
  const columns = readFeatures(caller, customers, features);
  refuseNone(caller, columns[0].length);
  const { how, points } = fitPoints(caller, columns, { features, transform, scale });
  const order = canonicalOrder(points, seed);
  checkClusters(caller, k, order.distinct.length);
  const found = search(points, order, k, starts, random);
  checkClusters(caller, k, filledGroups(found));
  const partition = renumber(points, found, columns[Math.max(0, features.indexOf("monetary"))]);
  const { inertia, iterations, converged } = partition;
  return deepFreeze({
    ...CLUSTER_MODEL_HEAD,
    k,
    ...how,
    scale,
    clusters: describeClusters(partition, columns, how),
    customers: points.count,
    inertia,
    iterations,
    converged,
    starts,
    seed,
  });
}

/** Refuses an empty list. */
export function refuseNone(caller: string, customers: number): void {
  if (customers > 0) return;
  const expected = "at least one customer";
  throw new RfmError({ caller, code: "emptyPopulation", path: "customers", expected });
}

/** Groups that have customers: those of customers who differ by less than sums can tell run empty. */
export function filledGroups({ counts }: Partition): number {
  return counts.reduce((filled, customers) => filled + Math.min(customers, 1), 0);
}

/** Refuses more clusters than there are customers that differ. */
function checkClusters(caller: string, k: number, distinct: number): void {
  checkWhole(caller, "k", k, 1, distinct, `${differing(distinct)}: choose fewer clusters`);
}

/** How many customers differ, in words. */
export function differing(distinct: number): string {
  const few = distinct === 1 ? "all customers are alike" : `only ${distinct} customers differ`;
  return `${few} in these features`;
}

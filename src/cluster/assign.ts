import { extendRow, type Merge } from "../core/extend.js";
import { isColumns } from "../core/values.js";
import {
  type FeatureColumns,
  type FeatureRow,
  type NamedCustomers,
  type RfmFeature,
  readFeatures,
} from "./features.js";
import { type ClusterModel, checkClusterModel } from "./model.js";
import { preparePoints } from "./prepare.js";
import { Seek } from "./seek.js";

/** The columns that {@link assignClusters} adds. */
export interface ClusterPlace {
  /** The number of the nearest cluster. */
  readonly cluster: number;
  /** The Euclidean distance to its centroid, in the scaled space. */
  readonly distance: number;
  /** How much farther the next centroid is: 0 half way between two. `Infinity` where there is no other. */
  readonly margin: number;
}

/** A row with its cluster. */
export type Clustered<C> = Merge<C, ClusterPlace>;

/** Columns with their clusters. */
export type ClusteredColumns<C> = Merge<
  C,
  { readonly cluster: Uint16Array; readonly distance: Float64Array; readonly margin: Float64Array }
>;

/**
 * Gives each customer the nearest cluster of a model, of those at the same distance the first. Customers need not be
 * those of the fit: a model fitted in June places the customers of December.
 *
 * Cost: O(n · k · features), O(log different values) more for ranks.
 *
 * @param customers rows with the features of the model; all their own columns are kept. Of a model that was read from
 * JSON as a plain `ClusterModel` no features are known before it runs: rows of any type are taken, and checked then.
 * @returns a new row for each, with `cluster`, `distance` and `margin` added; none for no customers. Columns are
 * answered in columns.
 * @throws RfmError on a feature that is missing or no finite number or that the transform cannot take, and on a model
 * of another kind or version.
 * @example
 * ```ts
 * import { assignClusters, fitClusters } from "rfm-kit/cluster";
 *
 * const customers = [
 *   { id: "ada", recency: 3, frequency: 9, monetary: 900 },
 *   { id: "bob", recency: 200, frequency: 1, monetary: 30 },
 *   { id: "eve", recency: 5, frequency: 7, monetary: 700 },
 * ];
 * const model = fitClusters(customers, { k: 2 });
 * assignClusters(customers, model).map(({ id, cluster }) => `${id} ${cluster}`); // => ["ada 0", "bob 1", "eve 0"]
 * assignClusters(customers, model)[1].distance; // => 0
 * ```
 */
export function assignClusters<C extends FeatureColumns<F>, F extends string = RfmFeature>(
  customers: C,
  model: ClusterModel<F>,
): ClusteredColumns<C>;
export function assignClusters<C extends FeatureRow<F>, F extends string = RfmFeature>(
  customers: readonly C[],
  model: ClusterModel<F>,
): Clustered<C>[];
export function assignClusters(customers: NamedCustomers, model: ClusterModel): object {
  const caller = "assignClusters";
  checkClusterModel(caller, model);
  const columns = readFeatures(caller, customers, model.features);
  const places = placesOf(caller, columns, model);
  if (isColumns(customers)) return { ...customers, ...places };
  return customers.map((customer, row) => {
    const { cluster, distance, margin } = places;
    return extendRow(customer, { cluster: cluster[row], distance: distance[row], margin: margin[row] });
  });
}

function placesOf(caller: string, columns: readonly Float64Array[], model: ClusterModel) {
  const points = preparePoints(caller, columns, model);
  const seek = new Seek(points, Float64Array.from(model.clusters.flatMap(({ center }) => center)));
  const cluster = new Uint16Array(points.count);
  const distance = new Float64Array(points.count);
  const margin = new Float64Array(points.count);
  for (let row = 0; row < points.count; row++) {
    cluster[row] = seek.nearest(row);
    distance[row] = Math.sqrt(seek.squared);
    margin[row] = Math.sqrt(seek.nextSquared) - distance[row];
  }
  return { cluster, distance, margin };
}

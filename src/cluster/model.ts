import { RfmError } from "../core/error.js";
import { checkModel } from "../core/model.js";
import { checkChoice } from "../core/options.js";

/** What is done to the values of a feature before they are scaled. */
export type ClusterTransform = "log" | "none" | "yeo-johnson" | "rank";

/** What brings the features to one size, so that none of them drowns the others. */
export type ClusterScale = "standard" | "robust" | "minmax";

/** The values at which a rank is known; between two of them it is interpolated, beyond them it stays. */
export interface RankKnots {
  /** Ascending. */
  readonly values: readonly number[];
  /** The average rank of each value, from 1 to the number of customers. */
  readonly ranks: readonly number[];
}

/** How a feature is prepared: scaled = (transform(value) − offset) / factor. */
export interface ClusterPreparation<F extends string = string> {
  readonly feature: F;
  readonly offset: number;
  readonly factor: number;
  /** The parameter of the transform `"yeo-johnson"`. */
  readonly lambda?: number;
  /** The parameters of the transform `"rank"`. */
  readonly knots?: RankKnots;
}

/** One group of customers. */
export interface ModelCluster<F extends string = string> {
  /** From 0 on, by falling mean monetary value (by the falling mean of the first feature where monetary is none of them). */
  readonly cluster: number;
  readonly customers: number;
  /** Its part of all customers, 0 to 1. */
  readonly share: number;
  /** Its part of all monetary value, 0 to 1; null where monetary is no feature or its total is not positive. */
  readonly revenueShare: number | null;
  /** The centroid in the space in which distances are measured, a number a feature. */
  readonly center: readonly number[];
  /** The centroid back in the customers' own units. */
  readonly centroid: Readonly<Record<F, number>>;
  /** Means of its customers in their own units. */
  readonly mean: Readonly<Record<F, number>>;
  /** Medians of its customers in their own units. */
  readonly median: Readonly<Record<F, number>>;
}

/** Groups found by k-means, as frozen JSON. */
export interface ClusterModel<F extends string = string> {
  readonly kind: "clusterModel";
  readonly version: 1;
  readonly k: number;
  readonly features: readonly F[];
  readonly transform: ClusterTransform;
  readonly scale: ClusterScale;
  /** How each feature is transformed and scaled, in the order of the features. */
  readonly preparation: readonly ClusterPreparation<F>[];
  readonly clusters: readonly ModelCluster<F>[];
  /** Customers it was fitted to. */
  readonly customers: number;
  /** Σ squared distances to the centroid, in the scaled space. */
  readonly inertia: number;
  /** Rounds in which every customer was looked at, until none of them moved. */
  readonly iterations: number;
  readonly converged: boolean;
  readonly starts: number;
  readonly seed: number;
}

/** What marks a cluster model. */
export const CLUSTER_MODEL_HEAD = { kind: "clusterModel", version: 1 } as const;

export const TRANSFORMS = ["log", "none", "yeo-johnson", "rank"] as const;
export const SCALES = ["standard", "robust", "minmax"] as const;

/** Refuses what is not a cluster model of this version, or has been damaged since. */
export function checkClusterModel(caller: string, model: ClusterModel): void {
  checkModel(caller, "model", model, CLUSTER_MODEL_HEAD);
  const check = (path: string, sound: boolean, expected: string, received: unknown): void => {
    if (sound) return;
    throw new RfmError({ caller, code: "invalidModel", path: `model.${path}`, expected, received });
  };
  const { k, features, preparation, clusters } = model;
  check("k", Number.isInteger(k) && k > 0, "a whole number from 1 up", k);
  const named = Array.isArray(features) && features.length > 0 && new Set(features).size === features.length;
  const names = named && features.every((name) => typeof name === "string");
  check("features", names, "the names of the features, each once", features);
  checkChoice(caller, "model.transform", model.transform, TRANSFORMS);
  checkChoice(caller, "model.scale", model.scale, SCALES);
  const prepared = Array.isArray(preparation) && preparation.length === features.length;
  check("preparation", prepared, `an entry for each of ${features.length} features`, preparation);
  for (const [i, part] of preparation.entries()) checkPreparation(check, model, part, i);
  const grouped = Array.isArray(clusters) && clusters.length === k;
  check("clusters", grouped, `${k} clusters, as "model.k" says`, clusters);
  for (const [i, cluster] of clusters.entries()) checkCluster(check, features, cluster, i);
}

type Check = (path: string, sound: boolean, expected: string, received: unknown) => void;

function checkPreparation(check: Check, model: ClusterModel, part: ClusterPreparation, i: number): void {
  const at = `preparation[${i}]`;
  const { feature, offset, factor, lambda, knots }: Partial<ClusterPreparation> = part ?? {};
  const name = model.features[i];
  check(`${at}.feature`, feature === name, `"${name}", as in "model.features"`, feature);
  check(`${at}.offset`, Number.isFinite(offset), "a finite number", offset);
  check(`${at}.factor`, Number.isFinite(factor) && (factor as number) > 0, "a number above 0", factor);
  if (model.transform === "yeo-johnson")
    check(`${at}.lambda`, Number.isFinite(lambda), "a finite number", lambda);
  if (model.transform !== "rank") return;
  const { values, ranks }: Partial<RankKnots> = knots ?? {};
  const ascending = ascends(values) && ascends(ranks) && values?.length === ranks?.length;
  check(`${at}.knots`, ascending, "ascending values, and an ascending rank for each", knots);
}

function ascends(numbers: unknown): boolean {
  if (!Array.isArray(numbers) || numbers.length < 2) return false;
  return numbers.every((number, i) => Number.isFinite(number) && (i === 0 || numbers[i - 1] < number));
}

function checkCluster(check: Check, features: readonly string[], cluster: ModelCluster, i: number): void {
  const at = `clusters[${i}]`;
  const found: Partial<ModelCluster> = cluster ?? {};
  check(`${at}.cluster`, found.cluster === i, `${i}, as clusters are numbered from 0 on`, found.cluster);
  const { customers, share, revenueShare, center } = found;
  check(`${at}.customers`, Number.isInteger(customers), "a whole number", customers);
  check(`${at}.share`, Number.isFinite(share), "a share from 0 to 1", share);
  const shared = revenueShare === null || Number.isFinite(revenueShare);
  check(`${at}.revenueShare`, shared, "a share, or null", revenueShare);
  const placed = Array.isArray(center) && center.length === features.length && center.every(Number.isFinite);
  check(`${at}.center`, placed, "a finite number for each feature", center);
  for (const figure of ["centroid", "mean", "median"] as const) {
    for (const feature of features) {
      const value = found[figure]?.[feature];
      check(`${at}.${figure}.${feature}`, Number.isFinite(value), "a finite number", value);
    }
  }
}

import type { ClusterModel } from "./model.js";

/** The place of a cluster on one measure: well above the population, well below, or neither. */
export type Level = "high" | "middle" | "low";

/** The place of a cluster on R, F and M; recency counts as high where it is short. */
export interface Standing {
  readonly cluster: number;
  readonly r: Level;
  readonly f: Level;
  readonly m: Level;
  /** The sum of its places as numbers, each from -1 to 1: the better, the higher. */
  readonly total: number;
}

/** The measures of RFM in the order R, F, M, and whether more of them is better. */
export const MEASURES = [
  { feature: "recency", better: -1 },
  { feature: "frequency", better: 1 },
  { feature: "monetary", better: 1 },
] as const;

/** From this part of the way to the furthest cluster on, a cluster stands high or low. */
const FAR = 1 / 3;
/** A deviation below this part of the largest of all is none: the clusters were hardly told apart by it. */
const SLIGHT = 0.1;
/** What rounding can make of equal numbers, as a part of their size. */
const ROUNDING = 1e-9;

/**
 * Where each cluster stands, in the space in which its distances are measured. On each measure its deviation is that
 * of its centroid from the mean of the population, Σ n(c) center(c) / Σ n(c); its place is the deviation as a part of
 * that of the furthest cluster on the same side. O(clusters).
 */
export function standingsOf(model: ClusterModel): Standing[] {
  const deviations = MEASURES.map(({ feature, better }) => {
    return deviationsOf(model, model.features.indexOf(feature)).map((deviation) => better * deviation);
  });
  const least = SLIGHT * Math.max(...deviations.flat().map(Math.abs));
  const places = deviations.map((column) => placesOf(column, least));
  return model.clusters.map(({ cluster }, i) => {
    const [r, f, m] = places.map((column) => column[i]);
    return { cluster, r: levelOf(r), f: levelOf(f), m: levelOf(m), total: r + f + m };
  });
}

function deviationsOf({ clusters }: ClusterModel, axis: number): number[] {
  const centers = clusters.map(({ center }) => center[axis]);
  const customers = clusters.reduce((sum, cluster) => sum + cluster.customers, 0);
  const mean = clusters.reduce((sum, cluster, i) => sum + cluster.customers * centers[i], 0) / customers;
  const rounding = ROUNDING * Math.max(...centers.map(Math.abs));
  return centers.map((center) => (Math.abs(center - mean) <= rounding ? 0 : center - mean));
}

function placesOf(deviations: readonly number[], least: number): number[] {
  const above = Math.max(...deviations);
  const below = -Math.min(...deviations);
  return deviations.map((deviation) => {
    if (deviation === 0 || Math.abs(deviation) < least) return 0;
    return deviation / (deviation > 0 ? above : below);
  });
}

function levelOf(place: number): Level {
  if (place >= FAR) return "high";
  return place <= -FAR ? "low" : "middle";
}

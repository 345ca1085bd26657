import { checkChoice, checkOptions } from "../core/options.js";
import { checkWhole } from "../core/whole.js";
import { checkFeatures, RFM_FEATURES, type RfmFeature } from "./features.js";
import { type ClusterScale, type ClusterTransform, SCALES, TRANSFORMS } from "./model.js";

/** The space in which distances between customers are measured. */
export interface SpaceOptions<F extends string = RfmFeature> {
  /** The columns that count. Default: `["recency", "frequency", "monetary"]`. */
  readonly features?: readonly F[] | undefined;
  /**
   * What is done to values before they are scaled: `"log"` takes log(1 + x), `"yeo-johnson"` the power that makes the
   * feature most like a normal one, `"rank"` the average rank. Default: `"log"`.
   */
  readonly transform?: ClusterTransform | undefined;
  /**
   * What brings features to one size: `"standard"` mean and standard deviation (of all n), `"robust"` median and
   * interquartile range, `"minmax"` least value and range. Default: `"standard"`.
   */
  readonly scale?: ClusterScale | undefined;
}

/** How {@link fitClusters} groups customers. */
export interface FitClustersOptions<F extends string = RfmFeature> extends SpaceOptions<F> {
  /** Clusters to find, from 1 to the number of customers that differ. */
  readonly k: number;
  /** How many times to start anew; the best end is kept. Default: 10. */
  readonly starts?: number | undefined;
  /** A whole number that decides where the starts are. Default: 1. */
  readonly seed?: number | undefined;
}

export const SPACE_OPTIONS = ["features", "transform", "scale"] as const;

/** Starts that a fit takes unless told otherwise. */
export const STARTS = 10;
export const MOST_STARTS = 1000;
/** Labels are of 16 bits. */
export const MOST_CLUSTERS = 65_535;

export function readSpace(caller: string, options: SpaceOptions<string>) {
  return {
    features: checkFeatures(caller, options.features ?? RFM_FEATURES),
    transform: checkChoice(caller, "transform", options.transform ?? "log", TRANSFORMS),
    scale: checkChoice(caller, "scale", options.scale ?? "standard", SCALES),
  };
}

export function readFitOptions(caller: string, options: FitClustersOptions<string>) {
  checkOptions(caller, options, [...SPACE_OPTIONS, "k", "starts", "seed"]);
  const { k, starts = STARTS, seed = 1 } = options;
  return {
    ...readSpace(caller, options),
    k: checkWhole(caller, "k", k, 1, MOST_CLUSTERS),
    starts: checkWhole(caller, "starts", starts, 1, MOST_STARTS),
    seed,
  };
}

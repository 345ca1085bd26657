import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import {
  checkFeatures,
  type NamedCustomers,
  RFM_FEATURES,
  type RfmFeature,
  readFeatures,
} from "./features.js";
import { SPACE_OPTIONS, type SpaceOptions } from "./fit-options.js";
import { type CodedLabels, codeLabels, type GroupLabels } from "./labels.js";
import { type ClusterModel, type ClusterScale, checkClusterModel, SCALES, TRANSFORMS } from "./model.js";
import type { Points } from "./points.js";
import { fitPoints, preparePoints } from "./prepare.js";

/** The space in which groups are measured: that of a model, or one made of the customers themselves. */
export interface MeasureOptions<F extends string = RfmFeature> extends Omit<SpaceOptions<F>, "scale"> {
  /** Measures as this model does; features, transform and scale are its own then. */
  readonly model?: ClusterModel<F> | undefined;
  /** As of a fit, or `"none"` to take the transformed values as they are. Default: `"standard"`. */
  readonly scale?: ClusterScale | "none" | undefined;
}

export const MEASURE_OPTIONS = [...SPACE_OPTIONS, "model"] as const;

/** Customers as points, and the group of each. */
export interface Grouped {
  readonly points: Points;
  readonly labels: CodedLabels;
}

/** Reads customers and labels; refused where there are not at least two groups and more customers than groups. */
export function readMeasured(
  caller: string,
  customers: NamedCustomers,
  groups: GroupLabels,
  options: MeasureOptions<string>,
  known: readonly string[] = MEASURE_OPTIONS,
): Grouped {
  checkOptions(caller, options, known);
  const points = openSpace(caller, options)(customers);
  const labels = codeLabels(caller, "labels", groups, points.count);
  const { length } = labels.names;
  if (length >= 2 && length < points.count) return { points, labels };
  const expected = `labels of 2 groups or more, and fewer groups than customers (${points.count})`;
  throw new RfmError({ caller, code: "invalidInput", path: "labels", expected, received: length });
}

function openSpace(caller: string, options: MeasureOptions<string>) {
  const { model, scale = "standard" } = options;
  if (model !== undefined) {
    const path = SPACE_OPTIONS.find((name) => options[name] !== undefined);
    if (path !== undefined) {
      const expected = "nothing beside a model, which has its own";
      throw new RfmError({ caller, code: "invalidOption", path, expected, received: options[path] });
    }
    checkClusterModel(caller, model);
    return (customers: NamedCustomers) =>
      preparePoints(caller, readFeatures(caller, customers, model.features), model);
  }
  const features = checkFeatures(caller, options.features ?? RFM_FEATURES);
  const transform = checkChoice(caller, "transform", options.transform ?? "log", TRANSFORMS);
  const chosen = checkChoice(caller, "scale", scale, [...SCALES, "none"]);
  return (customers: NamedCustomers) => {
    const columns = readFeatures(caller, customers, features);
    return fitPoints(caller, columns, { features, transform, scale: chosen }).points;
  };
}

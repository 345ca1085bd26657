import type { LabelledCluster } from "../cluster/label.js";
import type { ModelCluster } from "../cluster/model.js";
import { type Customer, PARAMETERS, type Parameter } from "./parameters.js";

/** Recency, frequency and monetary value under the names that answers have. */
export interface Figures<Value = number> {
  readonly frequency: Value;
  readonly monetaryValue: Value;
  readonly recency: Value;
}

/** The values that were asked about; null where none could be read. */
export type Inputs = Figures<number | null>;

/** The cluster of a customer in figures. */
export interface ClusterMetrics {
  /** What the cluster is called in every language, such as `"at-risk"`. */
  readonly label: LabelledCluster["label"];
  /** Customers that the model was fitted to. */
  readonly size: number;
  /** Its part of all customers, 0 to 1. */
  readonly shareOfCustomers: number;
  /** Its part of all revenue, 0 to 1; null where there was none. */
  readonly shareOfRevenue: number | null;
  readonly medians: Figures;
  /** From the customer to the centroid, in the space of the model. */
  readonly distance: number;
  /** How much further the next centroid is; null where there is no other. */
  readonly margin: number | null;
}

/** The answer to one customer. */
export interface ClusterAnswer {
  readonly clusterId: number;
  readonly clusterLabel: string;
  readonly error: "";
  readonly inputValues: Figures;
  readonly message: typeof DONE;
  readonly suggestions: string;
  readonly cluster: ClusterMetrics;
}

/** The answer to a request that is refused. */
export interface ClusterRefusal {
  readonly clusterId: null;
  readonly clusterLabel: "";
  /** One sentence. */
  readonly error: string;
  readonly inputValues: Inputs;
  readonly message: typeof REFUSED;
  readonly suggestions: "";
  readonly cluster: null;
}

// For programs, and so the same in every language.
export const DONE = "Data processed successfully";
export const REFUSED = "Data not processed";

export const NO_INPUTS: Inputs = { frequency: null, monetaryValue: null, recency: null };

/** Figures by the names of answers, in the order of the alphabet. */
export function figuresOf<Value>(read: (parameter: Parameter) => Value): Figures<Value> {
  const [recency, frequency, monetaryValue] = PARAMETERS.map(read);
  return { frequency, monetaryValue, recency };
}

export function answerTo(
  customer: Customer & {
    readonly cluster: number;
    readonly distance: number;
    readonly margin: number;
  },
  group: ModelCluster<Parameter["feature"]>,
  { label, name, advice }: LabelledCluster,
): ClusterAnswer {
  const { cluster, distance, margin } = customer;
  return {
    clusterId: cluster,
    clusterLabel: name,
    error: "",
    inputValues: figuresOf(({ feature }) => customer[feature]),
    message: DONE,
    suggestions: advice,
    cluster: {
      label,
      size: group.customers,
      shareOfCustomers: group.share,
      shareOfRevenue: group.revenueShare,
      medians: figuresOf(({ feature }) => group.median[feature]),
      distance,
      // Without another cluster the next one is infinitely far.
      margin: Number.isFinite(margin) ? margin : null,
    },
  };
}

export function refuse(error: string, inputValues: Inputs): ClusterRefusal {
  return {
    clusterId: null,
    clusterLabel: "",
    error,
    inputValues,
    message: REFUSED,
    suggestions: "",
    cluster: null,
  };
}

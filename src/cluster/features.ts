import { RfmError } from "../core/error.js";
import { checkColumns, checkRows, isColumns, readValues } from "../core/values.js";

/** The features that customers of `computeRfm` have. */
export type RfmFeature = "recency" | "frequency" | "monetary";

/** A customer with a number for each feature; any row where the features are known only when the program runs. */
export type FeatureRow<F extends string = RfmFeature> = string extends F
  ? object
  : { readonly [K in F]: number };

/** Customers as columns of one length, one a feature; any columns where the features are known only later. */
export type FeatureColumns<F extends string = RfmFeature> = string extends F
  ? { readonly [column: string]: unknown }
  : { readonly [K in F]: Float64Array };

/** Customers as rows, or as columns. */
export type ClusterCustomers<F extends string = RfmFeature> = readonly FeatureRow<F>[] | FeatureColumns<F>;

/** Customers whose features are looked up by their names when they are read. */
export type NamedCustomers = ClusterCustomers<string>;

export const RFM_FEATURES = ["recency", "frequency", "monetary"] as const;

/** The names of features, each once; refused where there is none. */
export function checkFeatures(caller: string, features: unknown): readonly string[] {
  const sound =
    Array.isArray(features) &&
    features.length > 0 &&
    features.every((feature) => typeof feature === "string") &&
    new Set(features).size === features.length;
  if (sound) return features;
  const expected = "the names of one or more columns, each once";
  throw new RfmError({ caller, code: "invalidOption", path: "features", expected, received: features });
}

/** A column of finite numbers for each feature, in the order of the customers. */
export function readFeatures(
  caller: string,
  customers: NamedCustomers,
  features: readonly string[],
): Float64Array[] {
  if (isColumns(customers)) return checkColumns(caller, customers as NamedColumns, features);
  checkRows(caller, customers);
  const rows = customers as readonly NamedRow[];
  return features.map((feature) => readValues<NamedRow>(caller, rows, feature, MISSING));
}

const MISSING = "leave out the customers without one, or the feature";

// What is not so is refused as it is read.
type NamedRow = Readonly<Record<string, number>>;
type NamedColumns = Readonly<Record<string, Float64Array>>;

import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { checkLocale } from "../locale/check-locale.js";
import type { ClusterLabel } from "../locale/cluster-texts.js";
import { clusters } from "../locale/en/clusters.js";
import type { LocaleOf } from "../locale/locale.js";
import type { RfmFeature } from "./features.js";
import { labelAll } from "./label-rule.js";
import { type ByCluster, readTexts } from "./label-texts.js";
import { type ClusterModel, checkClusterModel } from "./model.js";
import { MEASURES, standingsOf } from "./standing.js";

/** A model with recency, frequency and monetary among its features, as far as these are known. */
export type NameableModel<F extends string> = ClusterModel<F> &
  ([RfmFeature] extends [F] ? unknown : ClusterModel<RfmFeature>);

/** How clusters are named. */
export interface LabelOptions {
  /** The language. Default: `en` of `rfm-kit/locale`. */
  readonly locale?: LocaleOf<"clusters"> | undefined;
  /** Names of your own, such as `{ 0: "Wholesale" }`. */
  readonly names?: ByCluster | undefined;
  /** Advice of your own, by cluster likewise. */
  readonly advice?: ByCluster | undefined;
}

/** A cluster with a name. */
export interface LabelledCluster {
  readonly cluster: number;
  /** What it is called in every language; the second one of a kind is `"loyal-2"`. */
  readonly label: ClusterLabel | `${ClusterLabel}-${number}`;
  readonly name: string;
  readonly advice: string;
}

/**
 * Names the clusters by their place on recency, frequency and monetary value: a label, a name and an advice each.
 *
 * On each measure a cluster's deviation is that of its centroid from the mean of the population, Σ n(c) center(c) /
 * Σ n(c), in the space in which distances are measured; on recency, less is better. It stands high or low from a
 * third of the way to the furthest cluster on the same side on, else in the middle; and in the middle, too, where its
 * deviation is below a tenth of the largest on any measure. A table turns the three places into a label.
 *
 * Of several clusters with one label the best, by the sum of its three places, keeps it. Further champions are called
 * loyal, and further ones not to lose at risk, where no cluster is that by the table; all others are told apart by a
 * number: `hibernating`, `hibernating-2`.
 *
 * Cost: O(clusters²).
 *
 * @param model with the features recency, frequency and monetary among its features.
 * @returns an entry for each cluster, by its number.
 * @throws RfmError on a model without these features, on a text for a cluster that is not there, and on two clusters
 * of one name.
 * @see Ha and Park (1998), "Application of data mining tools to hotel data mart on the Intranet for database
 * marketing", for clusters read by whether their R, F and M are above those of the population.
 * @example
 * ```ts
 * import { fitClusters, labelClusters } from "rfm-kit/cluster";
 * import { es } from "rfm-kit/locale";
 *
 * const customers = [
 *   { recency: 3, frequency: 9, monetary: 900 },
 *   { recency: 5, frequency: 7, monetary: 700 },
 *   { recency: 200, frequency: 1, monetary: 30 },
 *   { recency: 240, frequency: 1, monetary: 50 },
 * ];
 * const model = fitClusters(customers, { k: 2 });
 * labelClusters(model, { locale: es }).map(({ name }) => name); // => ["Campeones", "Hibernando"]
 * ```
 */
export function labelClusters<F extends string = RfmFeature>(
  model: NameableModel<F>,
  options?: LabelOptions,
): LabelledCluster[];
export function labelClusters(model: ClusterModel, options: LabelOptions = {}): LabelledCluster[] {
  const caller = "labelClusters";
  checkOptions(caller, options, ["locale", "names", "advice"]);
  return nameClusters(caller, model, options);
}

/** What a language has to have here, and the default. */
const ENGLISH: LocaleOf<"clusters"> = { language: "en", clusters };

/** {@link labelClusters} for a function that has checked its own options. */
export function nameClusters(caller: string, model: ClusterModel, options: LabelOptions): LabelledCluster[] {
  checkClusterModel(caller, model);
  checkMeasures(caller, model);
  const locale: unknown = options.locale ?? ENGLISH;
  checkLocale(caller, "locale", locale, ENGLISH);
  const names = readTexts(caller, "names", options.names, model.k);
  const advice = readTexts(caller, "advice", options.advice, model.k);
  const labelled = labelAll(standingsOf(model)).map(({ label, number }, cluster) => {
    const text = locale.clusters[label];
    return {
      cluster,
      label: number === 1 ? label : (`${label}-${number}` as const),
      name: names.get(cluster) ?? (number === 1 ? text.name : `${text.name} ${number}`),
      advice: advice.get(cluster) ?? text.advice,
    };
  });
  checkUnique(caller, labelled);
  return labelled;
}

function checkMeasures(caller: string, { features }: ClusterModel): void {
  const missing = MEASURES.filter(({ feature }) => !features.includes(feature));
  if (missing.length === 0) return;
  const expected = `${missing.map(({ feature }) => `"${feature}"`).join(" and ")} among the features`;
  const hint = "clusters are named by their place on recency, frequency and monetary";
  const refusal = { caller, code: "invalidModel", path: "model.features", expected, hint } as const;
  throw new RfmError({ ...refusal, received: features });
}

function checkUnique(caller: string, labelled: readonly LabelledCluster[]): void {
  for (const { cluster, name } of labelled) {
    const twin = labelled.find((other) => other.cluster < cluster && other.name === name);
    if (twin === undefined) continue;
    const expected = `another name than that of cluster ${twin.cluster}`;
    throw new RfmError({ caller, code: "invalidOption", path: `names.${cluster}`, expected, received: name });
  }
}

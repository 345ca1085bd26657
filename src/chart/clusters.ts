import type { LabelledCluster } from "../cluster/label.js";
import { type ClusterModel, checkClusterModel } from "../cluster/model.js";
import type { ChartOptions, Look } from "./options.js";
import { checkTable, distinctNames } from "./rows.js";

/** How charts of clusters look. */
export interface ClusterChartOptions extends ChartOptions {
  /** Names of the clusters, of `labelClusters`. Default: their numbers. */
  readonly labels?: readonly Pick<LabelledCluster, "cluster" | "name">[] | undefined;
}

/** Checks a model, and names its clusters: by labels where they are given, else by number. */
export function nameClusters(
  caller: string,
  look: Look,
  model: ClusterModel,
  labels: ClusterChartOptions["labels"] = [],
): string[] {
  checkClusterModel(caller, model);
  checkTable(caller, "labels", labels, { cluster: "number", name: "text" });
  const names = new Map(labels.map(({ cluster, name }) => [cluster, name]));
  const { words } = look.texts;
  return distinctNames(
    model.clusters.map(({ cluster }) => names.get(cluster) ?? `${words.cluster} ${cluster}`),
  );
}

/** How a feature is called on an axis. */
export function featureName({ texts }: Look, feature: string): string {
  const { measures } = texts;
  const isKnown = feature === "recency" || feature === "frequency" || feature === "monetary";
  return isKnown ? measures[feature] : feature;
}

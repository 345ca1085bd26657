import type { ClusterModel } from "../cluster/model.js";
import { RfmError } from "../core/error.js";
import { unknownName } from "../core/options.js";
import { type ClusterChartOptions, featureName, nameClusters } from "./clusters.js";
import { emptyChart, liteChart } from "./frame.js";
import { type Look, openLook } from "./options.js";
import { groupEncoding, type PlaneAxis, planeParts, pointsOf } from "./plane.js";
import { checkTable } from "./rows.js";
import { axisOf } from "./scatter.js";
import type { ChartSpec } from "./spec.js";

/** How {@link clusterScatterChart} looks. */
export interface ClusterScatterOptions extends ClusterChartOptions {
  /** A feature of the model. Default: `"recency"` where it is one, else the first. */
  readonly x?: string | undefined;
  /** Another one. Default: `"monetary"` where it is one, else the second. */
  readonly y?: string | undefined;
}

/**
 * Customers on two features of a cluster model, in the colour and shape of their clusters, with a large mark at each
 * centroid. Customers are put together in cells, as in {@link rfmScatterChart}, so no row of a customer is in the chart.
 *
 * Cost: O(n).
 *
 * @param clustered rows of `assignClusters`.
 * @param model the model that they were assigned by.
 * @returns a specification of Vega-Lite with one row a cell.
 * @throws RfmError on rows without the features or the cluster, on what is no feature of the model, on a model of one feature
 * and on an unknown option.
 * @example
 * ```ts
 * import { clusterScatterChart } from "rfm-kit/chart";
 * import { assignClusters, fitClusters } from "rfm-kit/cluster";
 *
 * const customers = [
 *   { recency: 3, frequency: 9, monetary: 900 },
 *   { recency: 200, frequency: 1, monetary: 30 },
 *   { recency: 5, frequency: 7, monetary: 700 },
 * ];
 * const model = fitClusters(customers, { k: 2 });
 * clusterScatterChart(assignClusters(customers, model), model).description;
 * // => "Clusters of customers. Customers: 3. Highest: Cluster 0, 66.7%."
 * ```
 */
export function clusterScatterChart<F extends string>(
  clustered: readonly ({ readonly cluster: number } & { readonly [K in NoInfer<F>]: number })[],
  model: ClusterModel<F>,
  options: ClusterScatterOptions = {},
): ChartSpec {
  const look = openLook(CALLER, options, ["x", "y", "labels"]);
  const groups = nameClusters(CALLER, look, model, options.labels);
  const x = readFeature(model, "x", options.x ?? preferred(model, "recency", 0));
  const y = readFeature(model, "y", options.y ?? preferred(model, "monetary", 1, x));
  checkTable(CALLER, "clustered", clustered, { [x]: "number", [y]: "number", cluster: "number" });
  const rows = clustered as readonly (Readonly<Record<string, number>> & { readonly cluster: number })[];
  const { titles, words, says } = look.texts;
  if (rows.length === 0) return emptyChart(look, titles.clusterScatter);
  const points = rows.map((row, i) => ({
    x: row[x],
    y: row[y],
    group: checkCluster(row.cluster, model.k, i),
  }));
  const centroids = model.clusters.map(({ centroid }, i) => {
    const of: Readonly<Record<string, number>> = centroid;
    return { x: of[x], y: of[y], group: groups[i], label: groups[i] };
  });
  const largest = model.clusters.reduce((a, b) => (b.customers > a.customers ? b : a));
  const caption = {
    title: titles.clusterScatter,
    says: [
      says.customers(look.formats.count(rows.length)),
      says.highest(groups[largest.cluster], look.formats.share(largest.share)),
    ],
    height: 400 + (look.isNarrow ? 16 * Math.ceil(groups.length / 2) : 0),
  };
  const isLog = model.transform === "log";
  const plane = {
    points,
    x: planeAxis(look, x, isLog),
    y: planeAxis(look, y, isLog),
    groups,
    groupTitle: words.cluster,
  };
  const at = (more: object) => ({ data: { values: centroids }, ...more });
  return liteChart(
    look,
    caption,
    planeParts(look, plane, [
      at({
        mark: { type: "point", filled: true, size: 260, opacity: 1, stroke: look.theme.text, strokeWidth: 2 },
        encoding: pointsOf(groupEncoding(look, groups, words.cluster)),
      }),
      at({
        mark: {
          type: "text",
          dy: -17,
          fontSize: 12,
          fontWeight: 700,
          fill: look.theme.text,
          stroke: look.theme.background,
          strokeWidth: 4,
          strokeJoin: "round",
          limit: 150,
        },
        encoding: { text: { field: "label", type: "nominal" } },
      }),
      at({
        mark: { type: "text", dy: -17, fontSize: 12, fontWeight: 700, color: look.theme.text, limit: 150 },
        encoding: { text: { field: "label", type: "nominal" } },
      }),
    ]),
  );
}

const CALLER = "clusterScatterChart";

function preferred(model: ClusterModel, name: string, place: number, taken?: string): string {
  if (model.features.includes(name) && name !== taken) return name;
  return model.features.filter((feature) => feature !== taken)[taken === undefined ? place : 0];
}

function readFeature(model: ClusterModel, path: "x" | "y", name: string | undefined): string {
  if (model.features.length < 2) {
    const expected = "a model of two features or more, for a plane";
    const received = model.features;
    throw new RfmError({ caller: CALLER, code: "invalidModel", path: "model.features", expected, received });
  }
  if (name !== undefined && model.features.includes(name)) return name;
  throw unknownName(CALLER, "unknownColumn", String(name), model.features, "a feature", path);
}

function checkCluster(cluster: number, k: number, row: number): number {
  if (Number.isInteger(cluster) && cluster >= 0 && cluster < k) return cluster;
  const expected = `a cluster of the model, from 0 to ${k - 1}`;
  const refusal = { caller: CALLER, code: "invalidValue", path: "cluster", row } as const;
  throw new RfmError({ ...refusal, expected, received: cluster });
}

function planeAxis(look: Look, feature: string, isLog: boolean): PlaneAxis {
  if (feature === "recency" || feature === "frequency" || feature === "monetary") {
    return { ...axisOf(look, feature), ...(isLog && { isLog }) };
  }
  return { title: featureName(look, feature), isLog, isWhole: false };
}

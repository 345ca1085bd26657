import type { ClusterModel } from "../cluster/model.js";
import { type ClusterChartOptions, featureName, nameClusters } from "./clusters.js";
import { liteChart } from "./frame.js";
import { openLook } from "./options.js";
import { groupEncoding } from "./plane.js";
import { distinctNames } from "./rows.js";
import type { ChartSpec } from "./spec.js";

/**
 * The profile of each cluster, a snake plot: its centroid on each feature, in the space in which distances are measured. On
 * the scale `"standard"` 0 is the average customer and 1 a standard deviation.
 *
 * Cost: O(clusters · features).
 *
 * @param model a model of `fitClusters`.
 * @returns a specification of Vega-Lite with one row a cluster and feature.
 * @throws RfmError on a model of another kind or version, and on an unknown option.
 * @example
 * ```ts
 * import { clusterProfileChart } from "rfm-kit/chart";
 * import { fitClusters, labelClusters } from "rfm-kit/cluster";
 *
 * const customers = [
 *   { recency: 3, frequency: 9, monetary: 900 },
 *   { recency: 5, frequency: 7, monetary: 700 },
 *   { recency: 200, frequency: 1, monetary: 30 },
 * ];
 * const model = fitClusters(customers, { k: 2 });
 * clusterProfileChart(model, { labels: labelClusters(model) }).description;
 * // => "Profile of each cluster. Customers: 3. Highest: Champions, 66.7%. Lowest: Hibernating, 33.3%."
 * ```
 */
export function clusterProfileChart<F extends string>(
  model: ClusterModel<F>,
  options: ClusterChartOptions = {},
): ChartSpec {
  const caller = "clusterProfileChart";
  const look = openLook(caller, options, ["labels"]);
  const groups = nameClusters(caller, look, model, options.labels);
  const { titles, words, says } = look.texts;
  const features = distinctNames(model.features.map((feature) => featureName(look, feature)));
  const values = model.clusters.flatMap(({ center }, i) =>
    center.map((value, j) => ({ group: groups[i], feature: features[j], value })),
  );
  const bySize = [...model.clusters].sort((a, b) => b.customers - a.customers);
  const [largest, smallest] = [bySize[0], bySize[bySize.length - 1]];
  const say = look.formats.share;
  const caption = {
    title: titles.clusterProfile,
    says: [
      says.customers(look.formats.count(model.customers)),
      says.highest(groups[largest.cluster], say(largest.share)),
      ...(bySize.length > 1 ? [says.lowest(groups[smallest.cluster], say(smallest.share))] : []),
    ],
    height: 340 + (look.isNarrow ? 16 * Math.ceil(groups.length / 2) : 0),
  };
  const { color, shape, strokeDash } = groupEncoding(look, groups, words.cluster);
  const x = {
    field: "feature",
    type: "nominal",
    sort: null,
    axis: { title: null, labelAngle: 0, ticks: false, labelLimit: look.isNarrow ? 110 : 180 },
    scale: { type: "point", padding: 0.55 },
  };
  const y = {
    field: "value",
    type: "quantitative",
    axis: { title: words.scaled, tickCount: 5, domain: false },
  };
  return liteChart(look, caption, {
    data: { values },
    layer: [
      { mark: { type: "rule", color: look.theme.neutral }, encoding: { y: { datum: 0 } } },
      {
        mark: { type: "line", strokeWidth: 2 },
        encoding: {
          x,
          y,
          color,
          strokeDash,
        },
      },
      {
        mark: { type: "point", filled: true, size: 90, opacity: 1 },
        encoding: {
          x,
          y,
          color,
          shape,
          tooltip: [
            { field: "group", type: "nominal", title: words.cluster },
            { field: "feature", type: "nominal", title: words.feature },
            { field: "value", type: "quantitative", format: ".2f", title: words.scaled },
          ],
        },
      },
    ],
  });
}

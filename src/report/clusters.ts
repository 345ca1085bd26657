import { elbowChart } from "../chart/cluster-counts.js";
import { clusterProfileChart } from "../chart/cluster-profile.js";
import type { ClusterComparison } from "../cluster/compare.js";
import type { ClusterModel, ModelCluster } from "../cluster/model.js";
import { wordsOf } from "../narrative/cluster-words.js";
import type { ClusterFacts } from "../narrative/facts.js";
import { type Block, figures, type Inline, name, table } from "./blocks.js";
import { byThing, columnsOf, pick, shownBy, told, type Voice } from "./voice.js";

/** Sentences about one cluster; others are about all. What to do stands in a table. */
const OF_ONE = ["advice", "share", "revenue", "typical"];

/** The clusters in figures, what to do for each, and how their number was chosen. */
export function clusters(voice: Voice, { model, labels: given = [], comparison }: ClusterFacts): Block[] {
  const labels = given.map((label) => ({ ...label, ...wordsOf(voice.locale, label) }));
  const { report } = voice.locale;
  const { text } = columnsOf(report);
  const said = voice.narrative.clusters;
  const called = (cluster: number): Inline => {
    const label = labels.find((one) => one.cluster === cluster);
    return label === undefined ? voice.formats.count(cluster) : name(label.name);
  };
  return [
    ...told(pick(said, OF_ONE, false)),
    ...voice.draw((look) => clusterProfileChart(model, { ...look, labels })),
    ...figuresOf(voice, model, called),
    ...byThing(pick(said, OF_ONE.slice(1)), "cluster"),
    ...table(report.captions.clusterAdvice, labels, [
      text("cluster", ({ cluster }) => called(cluster)),
      text("advice", ({ advice }) => advice),
    ]),
    ...(comparison === undefined ? [] : numbersOf(voice, comparison)),
  ];
}

function figuresOf(
  voice: Voice,
  { clusters: rows, features }: ClusterModel,
  called: (cluster: number) => Inline,
): readonly Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, share, money, decimal } = shownBy(voice);
  const known = report.figures;
  const medians = features.map((feature) => {
    const head = Object.hasOwn(known, feature) ? known[feature as keyof typeof known] : name(feature);
    const show = feature === "monetary" || feature === "averageOrderValue" ? money : decimal;
    return figures<ModelCluster>(head, ({ median }) => show(median[feature]));
  });
  return table(report.captions.clusters, rows, [
    text("cluster", ({ cluster }) => called(cluster)),
    figure("customers", ({ customers }) => count(customers)),
    figure("customerShare", (row) => share(row.share)),
    figure("revenueShare", ({ revenueShare }) => share(revenueShare)),
    ...medians,
  ]);
}

/** Numbers of clusters side by side. */
function numbersOf(voice: Voice, comparison: ClusterComparison): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, fixed } = shownBy(voice);
  return [
    ...voice.draw((look) => elbowChart(comparison, look)),
    ...table(report.captions.clusterCounts, comparison.counts, [
      text("clusterCount", ({ k }) => count(k)),
      figure("inertia", ({ inertia }) => fixed(inertia, 1)),
      figure("silhouette", ({ silhouette }) => fixed(silhouette, 3)),
      figure("calinskiHarabasz", ({ calinskiHarabasz }) => fixed(calinskiHarabasz, 1)),
      figure("daviesBouldin", ({ daviesBouldin }) => fixed(daviesBouldin, 3)),
      figure("gap", ({ gap }) => fixed(gap, 3)),
      figure("stability", ({ stability }) => fixed(stability, 3)),
    ]),
  ];
}

import type { LabelledCluster } from "../cluster/label.js";
import type { ModelCluster } from "../cluster/model.js";
import { wordsOf } from "./cluster-words.js";
import type { ClusterFacts } from "./facts.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

/** How many clusters, what each is, and whether that number is recommended. */
export function tellClusters(teller: Teller, facts: ClusterFacts): Sentence[] {
  const { model, labels = [] } = facts;
  const { say, count } = teller;
  return [
    say("clusters", "count", { k: count(model.k), customers: count(model.customers) }),
    ...tellNumber(teller, facts),
    ...model.clusters.flatMap((cluster) => {
      return tellCluster(
        teller,
        cluster,
        labels.find((label) => label.cluster === cluster.cluster),
      );
    }),
  ];
}

/** A silhouette from here on is of groups that lie apart: "a reasonable structure". */
const APART = 0.5;

/** @see Kaufman and Rousseeuw (1990), "Finding Groups in Data", for the words on silhouettes. */
function tellNumber({ say, count, decimal }: Teller, { model, comparison }: ClusterFacts): Sentence[] {
  if (comparison === undefined) return [];
  const { counts, recommended } = comparison;
  const best = counts.find(({ k }) => k === recommended.k);
  if (best === undefined) {
    const ks = counts.map(({ k }) => k);
    const pieces = { from: count(Math.min(...ks)), to: count(Math.max(...ks)) };
    return [say("clusters", "noneRecommended", pieces, { recommended: null })];
  }
  const silhouette = best.silhouette ?? 0;
  const pieces = {
    recommended: count(best.k),
    silhouette: decimal(silhouette, 2),
    stability: decimal(best.stability, 2),
  };
  const sentence = say("clusters", silhouette > APART ? "recommendedClear" : "recommendedFaint", pieces);
  if (best.k === model.k) return [sentence];
  return [sentence, say("clusters", "otherNumber", { k: count(model.k), recommended: count(best.k) })];
}

function tellCluster(teller: Teller, cluster: ModelCluster, label: LabelledCluster | undefined): Sentence[] {
  const { say, count, share, quantity, money, phrase } = teller;
  const words = label && wordsOf(teller.locale, label);
  const name = teller.name(label?.label ?? cluster.cluster, words?.name);
  const number = { cluster: cluster.cluster };
  const size = { name, customers: count(cluster.customers), share: share(cluster.share) };
  const { revenueShare, median } = cluster;
  const sentences = [
    revenueShare === null
      ? say("clusters", "share", size, number)
      : say("clusters", "revenue", { ...size, revenueShare: share(revenueShare) }, number),
  ];
  const { recency, frequency, monetary } = median;
  if ([recency, frequency, monetary].every((figure) => figure !== undefined)) {
    const typical = {
      medianRecency: quantity(recency),
      medianFrequency: quantity(frequency),
      medianMonetary: money(monetary),
    };
    sentences.push(say("clusters", "typical", { name, ...typical }, number));
  }
  if (words !== undefined) {
    sentences.push(say("clusters", "advice", { name, advice: phrase(words.advice) }, number));
  }
  return sentences;
}

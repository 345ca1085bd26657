import type { ClusterSentences } from "../../narrative/cluster-sentences.js";
import { customers, days, groups, orders, word } from "./words.js";

export const clusters: ClusterSentences = {
  count: ({ k, customers: count }) => `Grouped by likeness, ${customers(count)} make ${groups(k)}.`,
  share: ({ name, customers: count, share }) =>
    `The group ${name.text} has ${customers(count)}: ${share.text} of all.`,
  revenue: ({ name, customers: count, share, revenueShare }) =>
    `The group ${name.text} has ${customers(count)}: ${share.text} of all, with ${revenueShare.text} of revenue.`,
  typical: ({ name, medianRecency, medianFrequency, medianMonetary }) =>
    `The customer in the middle of the group ${name.text} last bought ${days(medianRecency)} ago, has placed ${orders(medianFrequency)} and spent ${medianMonetary.text}.`,
  advice: ({ name, advice }) => `What to do for the group ${name.text}: ${advice.text}`,
  recommendedClear: ({ recommended, silhouette, stability }) =>
    `The comparison recommends ${groups(recommended)}: they come back in samples of the customers (stability ${stability.text}, at best one) and lie clearly apart (silhouette ${silhouette.text}, at best one).`,
  recommendedFaint: ({ recommended, silhouette, stability }) =>
    `The comparison recommends ${groups(recommended)}: they come back in samples of the customers (stability ${stability.text}, at best one), but touch at their borders (silhouette ${silhouette.text}, at best one).`,
  noneRecommended: ({ from, to }) =>
    `The comparison of ${from.text} to ${groups(to)} recommends none: customers shade into each other, and groups are a convenience, not a finding.`,
  otherNumber: ({ k, recommended }) =>
    `Shown here ${word(k, "is", "are")} ${groups(k)}, not the recommended ${recommended.text}.`,
};

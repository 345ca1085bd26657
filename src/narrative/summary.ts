import type { Narrative, Sentence, SentenceId } from "./sentence.js";

/** What leads a report: of each line the first sentence that is said. */
const LEADING: readonly (readonly SentenceId[])[] = [
  ["base.customersNet", "base.customers"],
  ["pareto.top"],
  ["segments.richest", "segments.first"],
  ["segments.asleep"],
  ["migration.totals"],
  [
    "forecast.revenueRange",
    "forecast.revenueWide",
    "forecast.revenue",
    "forecast.purchasesRange",
    "forecast.purchasesWide",
    "forecast.purchases",
  ],
  ["programme.betterTimes", "programme.better", "programme.worse", "programme.unsure", "programme.size"],
  ["products.lift", "products.gatewayBetter", "products.gatewayWorse", "products.first"],
];

/** What follows where the leading ones are too few. */
const FOLLOWING: readonly (readonly SentenceId[])[] = [
  ["base.period", "base.oneDay"],
  ["pareto.ruleHolds", "pareto.ruleNearly", "pareto.ruleFails"],
  ["segments.largest"],
  ["clusters.count"],
  ["clusters.recommendedClear", "clusters.recommendedFaint", "clusters.noneRecommended"],
  ["migration.moved", "migration.untold"],
  ["migration.left"],
  ["forecast.purchasesRange", "forecast.purchasesWide", "forecast.purchases"],
  ["forecast.trackedClose", "forecast.trackedHigh", "forecast.trackedLow", "forecast.trackedNone"],
  ["programme.revenueAfter", "programme.revenueBefore"],
  ["products.gateway"],
];

/** Of so few a summary is not made, where more can be said. */
const FEWEST = 5;

/** The sentences that matter most, in the order of reading. */
export function summarise(parts: Omit<Narrative, "summary">): Sentence[] {
  const all = Object.values(parts).flat();
  const chosen = new Set<Sentence>();
  const choose = (ids: readonly SentenceId[]) => {
    const found = ids.flatMap((id) => all.find((sentence) => sentence.id === id) ?? []);
    if (found.length > 0) chosen.add(found[0]);
  };
  LEADING.forEach(choose);
  for (const ids of FOLLOWING) if (chosen.size < FEWEST) choose(ids);
  return all.filter((sentence) => chosen.has(sentence));
}

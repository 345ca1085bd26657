import type { ParetoSummary } from "../pareto/summary.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

/** How few hold how much, how unevenly, and whether 80/20 holds. */
export function tellPareto(teller: Teller, summary: ParetoSummary): Sentence[] {
  const { say, percent, share, count } = teller;
  if (summary.customers === 0) return [say("pareto", "none", {}, { customers: 0 })];
  if (summary.customersForShare === 0 && summary.topShare === 0) {
    return [say("pareto", "noRevenue", {}, { topShare: 0 })];
  }
  const top = {
    top: percent(summary.top),
    topCustomers: count(summary.topCustomers),
    topShare: share(summary.topShare),
  };
  const holders = {
    share: percent(summary.share),
    customersForShare: count(summary.customersForShare),
    customerShare: share(summary.customerShare),
  };
  return [
    say("pareto", "top", top, { customers: summary.customers }),
    say("pareto", "holders", holders),
    ...tellRule(teller, summary),
    tellGini(teller, summary),
  ];
}

/** A top share this near to what the rule says nearly follows it. */
const NEAR = 0.1;

/** Only where the shares are those that the rule is of. */
function tellRule(
  { say, percent, share: shown }: Teller,
  { top, share, topShare }: ParetoSummary,
): Sentence[] {
  if (top !== 0.2 || share !== 0.8) return [];
  const pieces = { top: percent(top), share: percent(share), topShare: shown(topShare) };
  if (topShare >= share) return [say("pareto", "ruleHolds", pieces)];
  return [say("pareto", topShare >= share - NEAR ? "ruleNearly" : "ruleFails", pieces)];
}

/** Up to which Gini coefficient which words hold: those of incomes start at 0.25 and seldom pass 0.6. */
const WORDS = [
  [0.2, "giniLow"],
  [0.4, "giniMiddle"],
  [0.6, "giniHigh"],
] as const;

function tellGini({ say, decimal }: Teller, { gini }: ParetoSummary): Sentence {
  const [, key] = WORDS.find(([below]) => gini < below) ?? [1, "giniHighest" as const];
  return say("pareto", key, { gini: decimal(gini, 2) });
}

import type { ProgrammeEvaluation } from "../../loyalty/evaluate.js";
import { isWide } from "../greatest.js";
import type { Sentence } from "../sentence.js";
import type { Teller } from "../teller.js";

type Evaluation = ProgrammeEvaluation<unknown>;
type Horizon = Evaluation["forecast"]["horizons"][number];

/** 4: what share of revenue is the members', less returns. */
export function tellRevenue(teller: Teller, { selection, later }: Evaluation["revenue"]): Sentence[] {
  const { say, day, share } = teller;
  return [["revenueBefore", selection] as const, ["revenueAfter", later] as const].flatMap(
    ([key, window]) => {
      if (window === null) return [];
      const days = { from: day(window.from), to: day(window.to) };
      const part = window.net.share;
      if (part === null) return [say("programme", "revenueUnclear", days, { share: null })];
      return [say("programme", key, { ...days, share: share(part) })];
    },
  );
}

/** 5: what members will bring, horizon by horizon, and what they brought where that is known. */
export function tellHorizons(teller: Teller, { horizons }: Evaluation["forecast"]): Sentence[] {
  const { say, count, money } = teller;
  return horizons.flatMap((horizon) => {
    const { sameRule, actual } = horizon;
    const days = count(horizon.days);
    const sentences = [tellHorizon(teller, horizon)];
    if (sameRule !== null && !isVague(sameRule)) {
      sentences.push(say("programme", "sameRule", { days, sameRule: money(sameRule.expected) }));
    }
    if (actual !== null) sentences.push(say("programme", "actual", { days, actual: money(actual) }));
    return sentences;
  });
}

function tellHorizon({ say, count, money }: Teller, { days: ahead, model, runRate }: Horizon): Sentence {
  const days = count(ahead);
  if (model === null) return say("programme", "forecastRate", { days, runRate: money(runRate) });
  const expected = money(model.expected);
  if (model.low === null || model.high === null) return say("programme", "forecast", { days, expected });
  const range = { low: money(model.low), high: money(model.high) };
  if (isVague(model)) {
    return say("programme", "forecastWide", { days, ...range }, { expected: model.expected });
  }
  return say("programme", "forecastRange", { days, expected, ...range });
}

function isVague({ expected, low, high }: NonNullable<Horizon["model"]>): boolean {
  return low !== null && high !== null && isWide(expected, low, high);
}

import type { ProgrammeEvaluation } from "../../loyalty/evaluate.js";
import type { Sentence } from "../sentence.js";
import type { Teller } from "../teller.js";

type Evaluation = ProgrammeEvaluation<unknown>;
type Later = NonNullable<Evaluation["evidence"]["later"]>;

/** 8: whether members went on to spend more than the rest, how sure that is, and what it does not say. */
export function tellEvidence(teller: Teller, { asOf, evidence }: Evaluation, alpha: number): Sentence[] {
  const { say, day, count, share } = teller;
  const { later } = evidence;
  const caution = say("programme", "caution", {});
  if (later === null) return [say("programme", "noLater", { asOf: day(asOf) }), caution];
  const { boughtAgain, holdBack } = later;
  const again = {
    days: count(later.days),
    membersMean: share(boughtAgain.members.mean),
    restMean: share(boughtAgain.rest.mean),
  };
  const sentences = [tellSpend(teller, later, alpha), say("programme", "boughtAgain", again), caution];
  const design = holdBack.spend;
  if (design === null || design.minimumDetectableUplift === null) return sentences;
  const trial = {
    members: count(design.members),
    minimumDetectableUplift: share(design.minimumDetectableUplift),
  };
  return [...sentences, say("programme", "trial", trial)];
}

function tellSpend({ say, count, money, decimal }: Teller, { days, spend }: Later, alpha: number): Sentence {
  const { members, rest, ratio, difference, pValue, pValueLess } = spend;
  const means = { days: count(days), membersMean: money(members.mean), restMean: money(rest.mean) };
  if (pValue <= alpha && ratio !== null && ratio.low > 1) {
    const times = {
      ratio: decimal(ratio.estimate, 1),
      low: decimal(ratio.low, 1),
      high: decimal(ratio.high, 1),
    };
    return say("programme", "betterTimes", { ...means, ...times }, { pValue });
  }
  const differs = { difference: difference.estimate, pValue };
  if (pValue <= alpha && ratio === null && difference.low > 0)
    return say("programme", "better", means, differs);
  if (pValueLess <= alpha && difference.high < 0)
    return say("programme", "worse", means, { ...differs, pValueLess });
  return say("programme", "unsure", means, differs);
}

import type { ProgrammeEvaluation } from "../../loyalty/evaluate.js";
import type { Sentence } from "../sentence.js";
import type { Teller } from "../teller.js";
import { tellActions } from "./actions.js";
import { tellEvidence } from "./evidence.js";
import { tellProfile } from "./profile.js";
import { tellHorizons, tellRevenue } from "./revenue.js";
import { tellRules, tellSize } from "./size.js";

/** Where nobody said how sure a difference has to be. */
const ALPHA = 0.05;

/** The nine answers on a programme, in their order. */
export function tellProgramme(teller: Teller, evaluation: ProgrammeEvaluation<unknown>): Sentence[] {
  const alpha = teller.alpha ?? ALPHA;
  return [
    ...tellSize(teller, evaluation),
    ...tellProfile(teller, evaluation.profile, alpha),
    ...tellRevenue(teller, evaluation.revenue),
    ...tellHorizons(teller, evaluation.forecast),
    ...tellRules(teller, evaluation),
    ...tellEvidence(teller, evaluation, alpha),
    ...tellActions(teller, evaluation.actions),
  ];
}

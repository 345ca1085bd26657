import type { ConditionName, ProgrammeConditions } from "../../loyalty/conditions.js";
import type { ProgrammeEvaluation } from "../../loyalty/evaluate.js";
import { greatest } from "../greatest.js";
import type { Sentence } from "../sentence.js";
import type { Piece, Teller } from "../teller.js";

type Evaluation = ProgrammeEvaluation<unknown>;

/** A margin of a tenth is used up soon. */
const NEAR = 0.1;

/** 1 and 2: how many are members, how near the border, and which threshold decides most. */
export function tellSize(teller: Teller, { asOf, size, eligible }: Evaluation): Sentence[] {
  const { say, day, count, share } = teller;
  const pieces = {
    asOf: day(asOf),
    members: count(size.members),
    customers: count(size.customers),
    share: share(size.share),
  };
  const atBorder = eligible.filter(({ margin }) => margin < NEAR).length;
  return [
    say("programme", "size", pieces),
    say("programme", "sizeRange", { low: count(size.low), high: count(size.high) }),
    say("programme", "atBorder", { atBorder: count(atBorder) }),
    ...tellSensitivity(teller, size.sensitivity),
  ];
}

function tellSensitivity(teller: Teller, rows: Evaluation["size"]["sensitivity"]): Sentence[] {
  if (rows.length === 0) return [];
  const most = greatest(rows, ({ difference }) => Math.abs(difference));
  if (most.difference === 0) return [];
  const { condition, threshold, admitted, difference } = most;
  const pieces = {
    condition: teller.phrase(sayCondition(teller, condition, threshold)),
    admitted: teller.count(admitted),
  };
  return [teller.say("programme", "sensitivity", pieces, { condition, threshold, difference })];
}

/** 6 and 7: what admits a customer, what removes a member, and how that would have gone. */
export function tellRules(teller: Teller, { entry, exit }: Evaluation): Sentence[] {
  const { say, count, quantity } = teller;
  const { asDefined, stricter, looser } = exit;
  const variants = {
    members: count(asDefined.members),
    stricter: count(stricter.members),
    looser: count(looser.members),
  };
  const course = {
    everMembers: count(asDefined.everMembers),
    left: count(asDefined.left),
    cameBack: count(asDefined.cameBack),
  };
  const { meanDays } = asDefined;
  return [
    ...tellEntry(teller, entry),
    tellExit(teller, exit),
    say("programme", "course", course),
    ...(meanDays === null ? [] : [say("programme", "meanDays", { meanDays: quantity(meanDays) })]),
    say("programme", "variants", variants),
  ];
}

function tellEntry(
  teller: Teller,
  { conditions, admitted, precision, recall }: Evaluation["entry"],
): Sentence[] {
  const { say, count, share } = teller;
  const [entry, facts] = sayConditions(teller, conditions);
  const sentence =
    entry === undefined ? say("programme", "entryOpen", {}) : say("programme", "entry", { entry }, facts);
  if (precision === null || recall === null) {
    return [sentence, say("programme", "nobody", {}, { admitted, precision, recall })];
  }
  const agreement = { admitted: count(admitted), precision: share(precision), recall: share(recall) };
  return [sentence, say("programme", "agreement", agreement)];
}

function tellExit(teller: Teller, { conditions, graceDays }: Evaluation["exit"]): Sentence {
  const { say, count } = teller;
  const [stay, facts] = sayConditions(teller, conditions);
  if (stay === undefined) return say("programme", "exitNever", {}, { graceDays });
  if (graceDays === 0) return say("programme", "exit", { stay }, { ...facts, graceDays });
  return say("programme", "exitGrace", { stay, graceDays: count(graceDays) }, facts);
}

const NAMES = ["recencyAtMost", "frequencyAtLeast", "monetaryAtLeast"] as const satisfies ConditionName[];

/** Conditions as one phrase, and as facts; no phrase where there are none. */
function sayConditions(
  teller: Teller,
  conditions: ProgrammeConditions,
): [Piece | undefined, Record<string, number>] {
  const given = NAMES.flatMap((name) => {
    const asked = conditions[name];
    return asked === undefined ? [] : [[name, asked] as const];
  });
  const phrases = given.map(([name, asked]) => sayCondition(teller, name, asked));
  return [phrases.length === 0 ? undefined : teller.phrases(phrases), Object.fromEntries(given)];
}

function sayCondition({ texts, quantity, money }: Teller, name: ConditionName, asked: number): string {
  return texts.conditions[name]({ asked: name === "monetaryAtLeast" ? money(asked) : quantity(asked) });
}

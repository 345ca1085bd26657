import type { ActionGroup, ProgrammeAction } from "../../loyalty/actions.js";
import type { Sentence } from "../sentence.js";
import type { Teller } from "../teller.js";

const KEYS = {
  slipping: "slipping",
  "at-the-border": "border",
  secure: "secure",
  "nearly-in": "nearlyIn",
  lapsed: "lapsed",
} as const satisfies Readonly<Record<ActionGroup, string>>;

/** 9: what to do for whom, by falling value at stake. */
export function tellActions(
  { say, count, money }: Teller,
  actions: readonly ProgrammeAction<unknown>[],
): Sentence[] {
  return actions.map(({ group, customers, valueAtStake }) => {
    return say("programme", KEYS[group], { customers: count(customers), valueAtStake: money(valueAtStake) });
  });
}

import type { Bounds } from "../transactions/window.js";
import { meets, type ProgrammeConditions } from "./conditions.js";
import type { LoyaltyProgramme } from "./programme-types.js";
import type { Standing } from "./standing.js";

/** The rules that decide who is a member. */
export type MembershipRules = Pick<LoyaltyProgramme, "entry" | "stay" | "graceDays" | "windowDays">;

/** One time that a customer, by the code, was a member; days since 1970-01-01. */
export interface MemberSpan {
  readonly customer: number;
  readonly enteredOn: number;
  /** The first day as a member no more; `undefined` for who is still one on the last day. */
  readonly leftOn: number | undefined;
  readonly cameBack: boolean;
}

/**
 * The times that a customer was a member between two days. Within a stretch recency grows, so that conditions which do not
 * hold on its first day hold on none; and who meets entry meets stay. O(stretches).
 */
export function memberSpans(
  customer: number,
  standings: readonly Standing[],
  { entry, stay, graceDays }: MembershipRules,
  days: Bounds,
): MemberSpan[] {
  const spans: MemberSpan[] = [];
  let enteredOn: number | undefined;
  let leavesOn = 0;
  const end = (leftOn: number | undefined): void => {
    if (enteredOn !== undefined) spans.push({ customer, enteredOn, leftOn, cameBack: spans.length > 0 });
    enteredOn = undefined;
  };
  for (const standing of standings) {
    const from = Math.max(standing.from, days.from);
    if (from > standing.to || !holds(stay, standing, from)) continue;
    if (leavesOn < from) end(leavesOn);
    if (enteredOn === undefined && !holds(entry, standing, from)) continue;
    enteredOn ??= from;
    const lastStay = Math.min(
      standing.to,
      standing.lastPurchase + Math.floor(stay.recencyAtMost ?? Infinity),
    );
    leavesOn = lastStay + graceDays + 1;
  }
  end(leavesOn <= days.to ? leavesOn : undefined);
  return spans;
}

function holds(conditions: ProgrammeConditions, standing: Standing, day: number): boolean {
  const { lastPurchase, frequency, monetary } = standing;
  return meets(conditions, { recency: day - lastPurchase, frequency, monetary });
}

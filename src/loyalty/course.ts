import type { Bounds } from "../transactions/window.js";
import { describeConditions } from "./conditions.js";
import type { MemberSpan, MembershipRules } from "./membership.js";
import { countMonths } from "./months.js";
import type { ProgrammeCourse } from "./replay-types.js";

/** What the memberships under some rules come to; no days: nothing was replayed. */
export function describeCourse(
  { entry, stay, windowDays }: MembershipRules,
  spans: readonly MemberSpan[],
  days: Bounds | undefined,
): ProgrammeCourse {
  const everMembers = spans.filter(({ cameBack }) => !cameBack).length;
  const lengths = spans.flatMap(({ enteredOn, leftOn }) =>
    leftOn === undefined ? [] : [leftOn - enteredOn],
  );
  const left = lengths.length;
  return {
    entry,
    stay,
    text: describeConditions(entry, windowDays),
    months: days === undefined ? [] : countMonths(spans, days),
    members: spans.length - left,
    everMembers,
    cameBack: spans.length - everMembers,
    left,
    meanDays: left === 0 ? null : lengths.reduce((sum, length) => sum + length, 0) / left,
  };
}

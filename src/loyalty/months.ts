import { CALENDARS } from "../core/calendar.js";
import type { Bounds } from "../transactions/window.js";
import type { MemberSpan } from "./membership.js";
import type { ProgrammeMonth } from "./replay-types.js";

const { periodOf, startOf, nameOf } = CALENDARS.month;

/** Counts who came and went in each month between two days. O(spans + months). */
export function countMonths(spans: readonly MemberSpan[], days: Bounds): ProgrammeMonth[] {
  const first = periodOf(days.from);
  const counts = Array.from({ length: periodOf(days.to) - first + 1 }, () => {
    return { entered: 0, cameBack: 0, left: 0 };
  });
  for (const { enteredOn, leftOn, cameBack } of spans) {
    counts[periodOf(enteredOn) - first][cameBack ? "cameBack" : "entered"]++;
    if (leftOn !== undefined) counts[periodOf(leftOn) - first].left++;
  }
  let members = 0;
  return counts.map((count, i) => {
    members += count.entered + count.cameBack - count.left;
    const complete = startOf(first + i) >= days.from && startOf(first + i + 1) <= days.to + 1;
    return { month: nameOf(first + i), ...count, members, complete };
  });
}

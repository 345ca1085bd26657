import { formatDay } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { checkShare } from "../core/share.js";
import { checkLog } from "../transactions/check-log.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { type Bounds, openWindow, type Window } from "../transactions/window.js";
import { checkProgramme } from "./check-programme.js";
import { loosen } from "./conditions.js";
import { describeCourse } from "./course.js";
import { type MemberSpan, type MembershipRules, memberSpans } from "./membership.js";
import type { LoyaltyProgramme } from "./programme-types.js";
import { readReplayDays } from "./replay-days.js";
import type { ProgrammeReplay, ReplayOptions } from "./replay-types.js";
import { openStandings } from "./standing.js";

/**
 * Who would have been admitted by a programme, who would have left it and when, had it begun on a day of the past? And
 * how would it have gone with stricter and with looser conditions?
 *
 * On each day t the figures of a customer are those of `computeRfm` with `asOf` t, and, where the programme has a window,
 * with `since` t − windowDays + 1.
 *
 * - A customer who is no member becomes one on the first day on which `entry` is met.
 * - A member leaves on the day that `stay` has not been met for graceDays + 1 days, one after another, that day included:
 *   from this day on they are no member. So leftOn − enteredOn > graceDays.
 * - Before `from` nobody is a member.
 *
 * The variants have conditions to enter and to stay that are stricter or looser by `step`, days and orders in whole
 * numbers, money in three digits; grace and window are the same.
 *
 * Cost: O(rows + Σ k log k + m log m) time, k the rows of a customer, m the memberships; 4 bytes a row, a customer and an
 * order beside the log. No day is looked at on which nothing changes.
 *
 * @returns plain rows: memberships by the day of entry, counts by calendar month, and the same counts for the two variants.
 * For a log without a purchase there are no days, no months and no memberships.
 * @throws RfmError on what is no log or no programme, on a programme that was damaged since, on an unknown option, on an
 * `asOf` before the first purchase, on a `from` after `asOf`, and on a `step` that is no share from 0.01 to 1.
 * @see Dorotic, Bijmolt and Verhoef (2012), "Loyalty Programmes: Current Knowledge and Research Directions", for entry
 * and retention conditions of tiers.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { type LoyaltyProgramme, replayProgramme } from "rfm-kit/loyalty";
 *
 * const programme: LoyaltyProgramme = {
 *   kind: "loyaltyProgramme",
 *   version: 1,
 *   selection: { by: "conditions" },
 *   entry: { recencyAtMost: 10, frequencyAtLeast: 2 },
 *   stay: { recencyAtMost: 20 },
 *   graceDays: 5,
 *   windowDays: null,
 *   text: "last purchase within 10 days, at least 2 orders",
 *   customers: 1,
 *   members: 1,
 *   admitted: 1,
 *   precision: 1,
 *   recall: 1,
 * };
 * const log = transactionLog([
 *   { customerId: "ada", date: "2024-01-01", amount: 20 },
 *   { customerId: "ada", date: "2024-01-11", amount: 30 },
 * ]);
 * // The last purchase is within 20 days until January 31; five days of grace later ada is still a member.
 * replayProgramme(log, programme, { asOf: "2024-02-29" }).memberships;
 * // => [{ customerId: "ada", enteredOn: "2024-01-11", leftOn: "2024-02-06", cameBack: false }]
 * ```
 */
export function replayProgramme<Id>(
  log: TransactionLog<Id>,
  programme: LoyaltyProgramme,
  options: ReplayOptions = {},
): ProgrammeReplay<Id> {
  checkLog(CALLER, log);
  checkProgramme(CALLER, programme);
  checkOptions(CALLER, options, ["from", "asOf", "step"]);
  const step = checkStep(options.step ?? 0.2);
  const window = openWindow(CALLER, log, { asOf: options.asOf, recency: "calendar" });
  const days = readReplayDays(CALLER, log, window, options.from);
  const courses = [programme, changed(programme, -step), changed(programme, step)];
  const spans = days === undefined ? courses.map(() => []) : replay(log, window, days, programme, courses);
  const [own, stricter, looser] = courses.map((rules, i) => describeCourse(rules, spans[i], days));
  const memberships = spans[0].map(({ customer, enteredOn, leftOn, cameBack }) => ({
    customerId: log.customers.values[customer],
    enteredOn: formatDay(enteredOn),
    leftOn: leftOn === undefined ? null : formatDay(leftOn),
    cameBack,
  }));
  const ends = {
    from: days === undefined ? null : formatDay(days.from),
    asOf: days === undefined ? null : formatDay(days.to),
  };
  return { ...ends, ...own, memberships, stricter, looser };
}

const CALLER = "replayProgramme";

/** Below a hundredth the rounding of the conditions could outweigh the step. */
function checkStep(step: unknown): number {
  const share = checkShare(CALLER, "step", step);
  if (share >= 0.01) return share;
  const expected = "a share from 0.01 to 1";
  throw new RfmError({ caller: CALLER, code: "invalidOption", path: "step", expected, received: step });
}

function changed({ entry, stay, ...terms }: MembershipRules, by: number): MembershipRules {
  return { ...terms, entry: loosen(entry, by), stay: loosen(stay, by) };
}

/** The memberships under each of the rules, by the day of entry. */
function replay(
  log: TransactionLog<unknown>,
  window: Window,
  days: Bounds,
  { windowDays }: LoyaltyProgramme,
  courses: readonly MembershipRules[],
): MemberSpan[][] {
  const standingsOf = openStandings(log, window, days.to, windowDays);
  const spans: MemberSpan[][] = courses.map(() => []);
  for (const customer of log.customerOrder) {
    const standings = standingsOf(customer);
    for (const [i, rules] of courses.entries()) {
      for (const span of memberSpans(customer, standings, rules, days)) spans[i].push(span);
    }
  }
  return spans.map((own) => own.sort((a, b) => a.enteredOn - b.enteredOn));
}

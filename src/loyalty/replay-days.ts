import { formatDay } from "../core/day.js";
import { RfmError } from "../core/error.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { readDay } from "../transactions/read-day.js";
import { type Bounds, referenceOf, type Window } from "../transactions/window.js";
import type { ReplayOptions } from "./replay-types.js";

/** The first day and the last day of a replay, inclusive; `undefined` where the log holds no purchase. */
export function readReplayDays(
  caller: string,
  log: TransactionLog<unknown>,
  window: Window,
  from: ReplayOptions["from"],
): Bounds | undefined {
  const asked = from === undefined ? undefined : readDay(caller, "from", log, from);
  if (log.span === undefined) return undefined;
  // Refuses an asOf before the first purchase.
  referenceOf(caller, window, log.span.day);
  const days = { from: asked ?? log.span.day.firstPurchase, to: window.asOf ?? log.span.day.last };
  if (days.from <= days.to) return days;
  const expected = `a day up to ${formatDay(days.to)}, the last that is replayed`;
  throw new RfmError({ caller, code: "invalidOption", path: "from", expected, received: from });
}

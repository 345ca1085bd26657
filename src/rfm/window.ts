import { DATE_EXPECTED, type DateInput, type Moment, readMoment } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { DAY } from "../core/iso.js";
import { openZone } from "../core/zone.js";
import { DROPPED_DAY } from "../transactions/border.js";
import { checkClock } from "../transactions/clock.js";
import type { TransactionLog } from "../transactions/log-types.js";

/** How recency is counted: calendar days, or whole periods of 24 hours. */
export type RecencyForm = "calendar" | "elapsed";

/** What of a log is seen, and the point that recency and tenure are counted to. */
export interface Window {
  /** The column that `from`, `to` and `reference` are compared with: days or milliseconds. */
  readonly clock: Int32Array | Float64Array;
  readonly from: number;
  readonly to: number;
  readonly reference: number;
  /** Whole days between a point on the clock and the reference. */
  daysSince(point: number): number;
}

interface WindowOptions {
  readonly asOf?: DateInput | undefined;
  readonly since?: DateInput | undefined;
  readonly recency: RecencyForm;
}

/** Reads `asOf` and `since`, both inclusive, against a log; `undefined` where it holds no purchase. */
export function openWindow(
  caller: string,
  log: TransactionLog<unknown>,
  options: WindowOptions,
): Window | undefined {
  const elapsed = options.recency === "elapsed";
  if (elapsed) checkClock(caller, log);
  const clock = elapsed ? log.times : log.days;
  const asOf = readBound(caller, log, "asOf", options.asOf, elapsed);
  const since = readBound(caller, log, "since", options.since, elapsed);
  if (log.span === undefined) return undefined;
  const span = elapsed ? log.span.time : log.span.day;
  if (asOf !== undefined && asOf < span.firstPurchase) {
    throw new RfmError({
      caller,
      code: "asOfBeforeFirstPurchase",
      path: "asOf",
      expected: "a date on or after the first purchase",
      received: options.asOf,
    });
  }
  if (asOf !== undefined && since !== undefined && since > asOf) {
    const expected = "a date on or before asOf";
    throw new RfmError({ caller, code: "invalidOption", path: "since", expected, received: options.since });
  }
  const reference = asOf ?? (elapsed ? span.lastPurchase + DAY : span.last + 1);
  return {
    clock,
    from: since ?? (elapsed ? Number.NEGATIVE_INFINITY : DROPPED_DAY + 1),
    to: asOf ?? Number.POSITIVE_INFINITY,
    reference,
    daysSince: elapsed ? (point) => Math.floor((reference - point) / DAY) : (point) => reference - point,
  };
}

function readBound(
  caller: string,
  log: TransactionLog<unknown>,
  path: "asOf" | "since",
  value: DateInput | undefined,
  elapsed: boolean,
): number | undefined {
  if (value === undefined) return undefined;
  const zone = openZone(caller, log.timeZone);
  const moment = readMoment(value, zone);
  if (moment === undefined) {
    throw new RfmError({ caller, code: "invalidDate", path, expected: DATE_EXPECTED, received: value });
  }
  if (!elapsed) return moment.day;
  return onClock(caller, log, path, moment, zone.offsetAt(moment.time));
}

/** A bound on the time line of the log: an instant becomes the wall clock where the log is written in one. */
function onClock(
  caller: string,
  { clock, timeZone }: TransactionLog<unknown>,
  path: string,
  { time, instant }: Moment,
  offset: number,
): number {
  if (clock === "written" && instant) return time + offset;
  if (clock !== "instant" || instant || timeZone === "UTC") return time;
  const expected = "a Date, epoch milliseconds or a string with an offset, as in the log";
  throw new RfmError({ caller, code: "mixedClocks", path, expected });
}

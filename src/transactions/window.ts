import { DATE_EXPECTED, type DateInput, type Moment, NO_DAY, readMoment } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { DAY } from "../core/iso.js";
import { openZone } from "../core/zone.js";
import { checkClock } from "./clock.js";
import type { Extent, TransactionLog } from "./log-types.js";

/** How recency is counted: calendar days, or whole periods of 24 hours. */
export type RecencyForm = "calendar" | "elapsed";

/** The ends of what is seen, inclusive. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** What of the transactions is seen. */
export interface Window {
  /** Whether the bounds are milliseconds; else they are days. */
  readonly elapsed: boolean;
  readonly bounds: Bounds;
  readonly asOf: number | undefined;
  readonly options: WindowOptions;
}

/** The point that recency and tenure are counted to. */
export class Reference {
  readonly #point: number;
  readonly #elapsed: boolean;

  constructor(point: number, elapsed: boolean) {
    this.#point = point;
    this.#elapsed = elapsed;
  }

  /** Whole days between a point on the clock and the reference. */
  daysSince(point: number): number {
    const since = this.#point - point;
    return this.#elapsed ? Math.floor(since / DAY) : since;
  }
}

interface WindowOptions {
  readonly asOf?: DateInput | undefined;
  readonly since?: DateInput | undefined;
  readonly recency: RecencyForm;
}

/** How the dates of transactions are to be taken. */
type Clock = Pick<TransactionLog<unknown>, "clock" | "timeZone">;

/** Reads `asOf` and `since`, both inclusive. */
export function openWindow(caller: string, clock: Clock, options: WindowOptions): Window {
  const elapsed = options.recency === "elapsed";
  if (elapsed) checkClock(caller, clock);
  const asOf = readBound(caller, clock, "asOf", options.asOf, elapsed);
  const since = readBound(caller, clock, "since", options.since, elapsed);
  if (asOf !== undefined && since !== undefined && since > asOf) {
    const expected = "a date on or before asOf";
    throw new RfmError({ caller, code: "invalidOption", path: "since", expected, received: options.since });
  }
  const from = since ?? (elapsed ? Number.NEGATIVE_INFINITY : NO_DAY + 1);
  return { elapsed, bounds: { from, to: asOf ?? Number.POSITIVE_INFINITY }, asOf, options };
}

/** The window's reference, once the extent of the transactions on its clock is known; `undefined` where they hold no purchase. */
export function referenceOf(
  caller: string,
  { elapsed, asOf, options }: Window,
  span: Extent | undefined,
): Reference | undefined {
  if (span === undefined) return undefined;
  if (asOf !== undefined && asOf < span.firstPurchase) {
    throw new RfmError({
      caller,
      code: "asOfBeforeFirstPurchase",
      path: "asOf",
      expected: "a date on or after the first purchase",
      received: options.asOf,
    });
  }
  return new Reference(asOf ?? (elapsed ? span.lastPurchase + DAY : span.last + 1), elapsed);
}

function readBound(
  caller: string,
  clock: Clock,
  path: "asOf" | "since",
  value: DateInput | undefined,
  elapsed: boolean,
): number | undefined {
  if (value === undefined) return undefined;
  const zone = openZone(caller, clock.timeZone);
  const moment = readMoment(value, zone);
  if (moment === undefined) {
    throw new RfmError({ caller, code: "invalidDate", path, expected: DATE_EXPECTED, received: value });
  }
  if (!elapsed) return moment.day;
  return onClock(caller, clock, path, moment, zone.stretchAt(moment.time).offset);
}

/** A bound on the time line of the log: an instant becomes the wall clock where the log is written in one. */
function onClock(
  caller: string,
  { clock, timeZone }: Clock,
  path: string,
  { time, instant }: Moment,
  offset: number,
): number {
  if (clock === "written" && instant) return time + offset;
  if (clock !== "instant" || instant || timeZone === "UTC") return time;
  const expected = "a Date, epoch milliseconds or a string with an offset, as in the log";
  throw new RfmError({ caller, code: "mixedClocks", path, expected });
}

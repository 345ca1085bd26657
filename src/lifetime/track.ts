import { fsum } from "d3-array";
import { type DateInput, formatDay } from "../core/day.js";
import { checkOptions } from "../core/options.js";
import { checkLog } from "../transactions/check-log.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { openWindow } from "../transactions/window.js";
import { NEW_CUSTOMER } from "./buying.js";
import { checkWhole, readCalibrationEnd } from "./calibration.js";
import { checkPurchaseModel, type PurchaseModel } from "./model.js";
import { inDays, openBuying } from "./open-buying.js";
import { openPurchases } from "./purchases.js";

/** What {@link trackForecast} follows. */
export interface TrackOptions {
  /** The last day of the first purchases: customers who came later are not followed. */
  readonly calibrationEnd: DateInput;
  /** Days from one row to the next. Default: 7. */
  readonly stepDays?: number | undefined;
}

/** Repeat purchases up to a day. One step ends with the calibration; the first may be shorter than the others. */
export interface TrackedStep {
  /** `YYYY-MM-DD`, the last day of the step. */
  readonly day: string;
  /** Whether the step is after the calibration. */
  readonly isHoldout: boolean;
  readonly actual: number;
  readonly expected: number;
  readonly actualTotal: number;
  readonly expectedTotal: number;
}

/**
 * Repeat purchases week by week beside those that the model expects, from the first purchase to the end of the log, for
 * the customers who came by `calibrationEnd`: expected by a day are Σ E[X(day − first purchase)] over them.
 *
 * Cost: O(rows + steps · (repeat purchases + different first days · purchases expected of one)).
 *
 * @param log a `transactionLog`.
 * @returns one row a step, so laid that one ends with the calibration; what is left of the log after the last step is not told.
 * @throws RfmError on a calibration that ends before the first purchase, and on what is no model of purchases.
 * @see Fader, Hardie and Lee (2005), figures 2 and 3.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { fitBgNbd, purchaseHistories, trackForecast } from "rfm-kit/lifetime";
 *
 * const log = transactionLog([
 *   { customerId: "ada", date: "2024-01-01", amount: 20 },
 *   { customerId: "ada", date: "2024-01-10", amount: 30 },
 *   { customerId: "bob", date: "2024-01-02", amount: 15 },
 *   { customerId: "ada", date: "2024-01-22", amount: 30 },
 * ]);
 * const model = fitBgNbd(purchaseHistories(log, { asOf: "2024-01-15" }));
 * const steps = trackForecast(log, model, { calibrationEnd: "2024-01-15" });
 * steps.map(({ day, actualTotal }) => [day, actualTotal]);
 * // => [["2024-01-08", 0], ["2024-01-15", 1], ["2024-01-22", 2]]
 * ```
 */
export function trackForecast<Id>(
  log: TransactionLog<Id>,
  model: PurchaseModel,
  options: TrackOptions,
): TrackedStep[] {
  const caller = "trackForecast";
  checkOptions(caller, options, ["calibrationEnd", "stepDays"]);
  const step = checkWhole(caller, "stepDays", options.stepDays ?? 7);
  checkLog(caller, log);
  checkPurchaseModel(caller, "model", model);
  const end = readCalibrationEnd(caller, log, options.calibrationEnd);
  const { firstPurchase, last } = log.span?.day ?? { firstPurchase: 0, last: -1 };
  const { firstDays, repeats } = followed(caller, log, end);
  const buying = openBuying(model.kind, inDays(model));
  const expectedBy = (day: number) => {
    const parts = [...firstDays].map(([first, count]) =>
      day <= first ? 0 : count * buying.expected(NEW_CUSTOMER, day - first),
    );
    return fsum(parts);
  };
  const steps: TrackedStep[] = [];
  let [actualTotal, expectedTotal] = [0, 0];
  // A step ends where the calibration does.
  const whole = Math.floor((end - firstPurchase) / step);
  for (let day = end - whole * step; day <= last; day += step) {
    if (day <= firstPurchase) continue;
    const actual = repeats.filter((bought) => bought > day - step && bought <= day).length;
    const expectedByNow = expectedBy(day);
    const expected = expectedByNow - expectedTotal;
    actualTotal += actual;
    expectedTotal = expectedByNow;
    const totals = { actual, expected, actualTotal, expectedTotal };
    steps.push({ day: formatDay(day), isHoldout: day > end, ...totals });
  }
  return steps;
}

/** How many customers made their first purchase on each day up to `end`, and the days of all their repeat purchases. */
function followed<Id>(caller: string, log: TransactionLog<Id>, end: number) {
  const purchasesOf = openPurchases(log, openWindow(caller, log, { recency: "calendar" }));
  const firstDays = new Map<number, number>();
  const repeats: number[] = [];
  for (const code of log.customerOrder) {
    const [first, ...more] = purchasesOf(code).days;
    if (first === undefined || first > end) continue;
    firstDays.set(first, (firstDays.get(first) ?? 0) + 1);
    repeats.push(...more);
  }
  return { firstDays, repeats };
}

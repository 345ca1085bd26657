import { extendRow, type Merge } from "../core/extend.js";
import {
  type ForecastModels,
  type ForecastOptions,
  type IntervalOptions,
  readForecastOptions,
  readModels,
} from "./forecast-options.js";
import { type Draw, openFutures } from "./futures.js";
import { checkHistory, checkList, type ObservedPurchases, type ObservedSpend } from "./histories.js";
import { type Outlook, openOutlook } from "./outlook.js";
import { rangeOf } from "./range.js";

/** The ends of the intervals. */
export interface OutlookRange {
  /** From the uncertainty of the parameters alone. */
  readonly pAliveLow: number;
  readonly pAliveHigh: number;
  readonly purchasesLow: number;
  readonly purchasesHigh: number;
  /** `null` without a model of spend. */
  readonly revenueLow: number | null;
  readonly revenueHigh: number | null;
  readonly valueLow: number | null;
  readonly valueHigh: number | null;
}

/** A history with what is expected of the customer. */
export type CustomerForecast<H> = Merge<H, Outlook>;

/** The same, with intervals. */
export type CustomerForecastRange<H> = Merge<H, Outlook & OutlookRange>;

/**
 * What is expected of each customer in the days after the histories end: whether they are still there, how often they will
 * buy, what they will spend on a purchase and in all, and what that is worth today.
 *
 * expectedPurchases is the conditional expectation of the model; expectedSpend = p (v + x z) / (px + q − 1), z the
 * customer's own mean; expectedRevenue their product; value = Σ over periods of margin · revenue of the period ·
 * (1 + annualDiscount)^(−end / 365).
 *
 * With `interval`, futures are drawn with parameters as uncertain as they are and a chance of their own for every purchase,
 * and the ends of the middle part of the outcomes added. The interval of a group is that of {@link forecastGroup}: the
 * ends for single customers cannot be added up.
 *
 * Where the model says `identified: false`, pAlive is null, as nothing in the data tells it, unless `unidentified: "show"`;
 * and intervals are refused.
 *
 * Cost: O(n · purchases of the most frequent buyer) for each period; intervals take some 1 µs a customer and draw, and
 * 8 bytes a draw.
 *
 * @param histories rows of {@link purchaseHistories}; all their own columns are kept.
 * @returns a new row for each; none for no histories.
 * @throws RfmError on a history that cannot be, on days that are not above 0, on a model of another kind or version, and on
 * an interval by a model that is not identified.
 * @see Fader, Hardie and Lee (2005), eq. 10; Fader and Hardie (2013), note 025.
 * @example
 * ```ts
 * import { type BgNbdModel, forecastCustomers } from "rfm-kit/lifetime";
 *
 * // The published model of CDNOW, in weeks, as it comes from JSON.
 * const purchases: BgNbdModel = {
 *   kind: "bgNbdModel", version: 1, daysPerUnit: 7, parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 *   standardErrors: null, covariance: null, logLikelihood: -9582.4, noDropoutLogLikelihood: -9763.7,
 *   customers: 2357, identified: false, reason: "published without a covariance",
 * };
 * const history = { customerId: 1, x: 2, tX: 7 * 30.43, T: 7 * 38.86, meanSpend: 22.35 };
 * const [forecast] = forecastCustomers([history], { purchases }, { days: 7 * 39, unidentified: "show" });
 * forecast.expectedPurchases.toFixed(3); // => "1.226"
 * forecast.pAlive?.toFixed(2); // => "0.73"
 * ```
 */
export function forecastCustomers<H extends ObservedPurchases & ObservedSpend>(
  histories: readonly H[],
  models: ForecastModels,
  options: ForecastOptions & { readonly interval: IntervalOptions },
): CustomerForecastRange<H>[];
export function forecastCustomers<H extends ObservedPurchases & ObservedSpend>(
  histories: readonly H[],
  models: ForecastModels,
  options: ForecastOptions,
): CustomerForecast<H>[];
export function forecastCustomers(
  histories: readonly (ObservedPurchases & ObservedSpend)[],
  models: ForecastModels,
  options: ForecastOptions,
): object[] {
  const caller = "forecastCustomers";
  const settings = readForecastOptions(caller, options);
  const { purchases, spend } = readModels(caller, models, settings);
  checkList(caller, histories);
  for (const [row, history] of histories.entries()) checkHistory(caller, history, row);
  const outlookOf = openOutlook({ purchases, spend }, settings);
  const rows = histories.map((history) => extendRow(history, outlookOf(history)));
  const { interval } = settings;
  if (interval === undefined) return rows;
  const rangeOfCustomer = openRanges(
    openFutures(caller, models, { ...settings, interval }),
    interval.level,
    spend !== undefined,
  );
  return rows.map((row) => extendRow(row, rangeOfCustomer(row)));
}

/** Draws all futures of one customer after another. */
function openRanges(futures: readonly Draw[], level: number, knowsSpend: boolean) {
  const [alive, purchases, revenue, value] = Array.from(
    { length: 4 },
    () => new Float64Array(futures.length),
  );
  return (history: ObservedPurchases & ObservedSpend): OutlookRange => {
    for (const [i, draw] of futures.entries()) {
      const future = draw(history);
      alive[i] = future.pAlive;
      purchases[i] = future.purchases;
      revenue[i] = future.revenue;
      value[i] = future.value;
    }
    const [pAliveLow, pAliveHigh] = rangeOf(alive, level);
    const [purchasesLow, purchasesHigh] = rangeOf(purchases, level);
    const [revenueLow, revenueHigh] = knowsSpend ? rangeOf(revenue, level) : [null, null];
    const [valueLow, valueHigh] = knowsSpend ? rangeOf(value, level) : [null, null];
    const counts = { pAliveLow, pAliveHigh, purchasesLow, purchasesHigh };
    return { ...counts, revenueLow, revenueHigh, valueLow, valueHigh };
  };
}

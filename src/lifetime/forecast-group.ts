import { fsum } from "d3-array";
import { RfmError } from "../core/error.js";
import { NEW_CUSTOMER } from "./buying.js";
import {
  type ForecastModels,
  type ForecastOptions,
  type ForecastSettings,
  type IntervalOptions,
  readForecastOptions,
  readModels,
} from "./forecast-options.js";
import { openFutures } from "./futures.js";
import { checkHistory, checkList, type ObservedPurchases, type ObservedSpend } from "./histories.js";
import { openOutlook } from "./outlook.js";
import { rangeOf } from "./range.js";

/** What is expected of a group of customers together. */
export interface GroupForecast {
  readonly customers: number;
  readonly expectedPurchases: number;
  /** `null` without a model of spend, or where it has no mean. The unit of the amounts. */
  readonly expectedRevenue: number | null;
  readonly value: number | null;
}

/** The same, with intervals of the sums. */
export interface GroupForecastRange extends GroupForecast {
  readonly purchasesLow: number;
  readonly purchasesHigh: number;
  readonly revenueLow: number | null;
  readonly revenueHigh: number | null;
  readonly valueLow: number | null;
  readonly valueHigh: number | null;
}

/**
 * What is expected of a group of customers together, such as a segment: the sums of {@link forecastCustomers}, and with
 * `interval` their uncertainty. Chance evens out over a group, an error of the parameters does not: it is the same for all
 * its customers. So futures are drawn for the whole group, each with parameters of its own, and summed.
 *
 * Cost: as {@link forecastCustomers}.
 *
 * @param histories rows of {@link purchaseHistories}.
 * @throws RfmError as {@link forecastCustomers}.
 * @example
 * ```ts
 * import { type BgNbdModel, forecastGroup } from "rfm-kit/lifetime";
 *
 * // The published model of CDNOW, in weeks, as it comes from JSON.
 * const purchases: BgNbdModel = {
 *   kind: "bgNbdModel", version: 1, daysPerUnit: 7, parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 *   standardErrors: null, covariance: null, logLikelihood: -9582.4, noDropoutLogLikelihood: -9763.7,
 *   customers: 2357, identified: false, reason: "published without a covariance",
 * };
 * const history = { x: 2, tX: 7 * 30.43, T: 7 * 38.86, meanSpend: 22.35 };
 * const { customers, expectedPurchases } = forecastGroup([history, history], { purchases }, { days: 7 * 39 });
 * customers; // => 2
 * expectedPurchases.toFixed(2); // => "2.45"
 * ```
 */
export function forecastGroup(
  histories: readonly (ObservedPurchases & ObservedSpend)[],
  models: ForecastModels,
  options: ForecastOptions & { readonly interval: IntervalOptions },
): GroupForecastRange;
export function forecastGroup(
  histories: readonly (ObservedPurchases & ObservedSpend)[],
  models: ForecastModels,
  options: ForecastOptions,
): GroupForecast;
export function forecastGroup(
  histories: readonly (ObservedPurchases & ObservedSpend)[],
  models: ForecastModels,
  options: ForecastOptions,
): GroupForecast {
  const caller = "forecastGroup";
  const settings = readForecastOptions(caller, options);
  readModels(caller, models, settings);
  checkList(caller, histories);
  for (const [row, history] of histories.entries()) checkHistory(caller, history, row);
  return { ...sumUp(histories, models, settings), ...rangesOf(caller, histories, models, settings) };
}

/**
 * What is expected of customers who make their first purchase on day 0: repeat purchases, which the first one is not, and
 * what they bring.
 *
 * Cost: O(1); with `interval`, some 1 µs a customer and draw.
 *
 * @throws RfmError on a number of customers below 1, and as {@link forecastCustomers}.
 * @example
 * ```ts
 * import { type BgNbdModel, forecastNewCustomers } from "rfm-kit/lifetime";
 *
 * // The published model of CDNOW, in weeks, as it comes from JSON.
 * const purchases: BgNbdModel = {
 *   kind: "bgNbdModel", version: 1, daysPerUnit: 7, parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 *   standardErrors: null, covariance: null, logLikelihood: -9582.4, noDropoutLogLikelihood: -9763.7,
 *   customers: 2357, identified: false, reason: "published without a covariance",
 * };
 * const { expectedPurchases } = forecastNewCustomers({ purchases }, { customers: 1000, days: 7 });
 * expectedPurchases.toFixed(0); // => "53"
 * ```
 */
export function forecastNewCustomers(
  models: ForecastModels,
  options: ForecastOptions & { readonly customers: number; readonly interval: IntervalOptions },
): GroupForecastRange;
export function forecastNewCustomers(
  models: ForecastModels,
  options: ForecastOptions & { readonly customers: number },
): GroupForecast;
export function forecastNewCustomers(
  models: ForecastModels,
  options: ForecastOptions & { readonly customers: number },
): GroupForecast {
  const caller = "forecastNewCustomers";
  const settings = readForecastOptions(caller, options, ["customers"]);
  readModels(caller, models, settings);
  const { customers } = options;
  if (!Number.isSafeInteger(customers) || customers < 1 || customers > 10_000_000) {
    const expected = "a whole number of customers from 1 to 10000000";
    throw new RfmError({ caller, code: "invalidOption", path: "customers", expected, received: customers });
  }
  const unknown = { ...NEW_CUSTOMER, meanSpend: null };
  const one = sumUp([unknown], models, settings);
  const times = (figure: number | null) => figure && figure * customers;
  const expected = {
    customers,
    expectedPurchases: one.expectedPurchases * customers,
    expectedRevenue: times(one.expectedRevenue),
    value: times(one.value),
  };
  const all = Array.from({ length: settings.interval === undefined ? 0 : customers }, () => unknown);
  return { ...expected, ...rangesOf(caller, all, models, settings) };
}

type Histories = readonly (ObservedPurchases & ObservedSpend)[];

function sumUp(histories: Histories, models: ForecastModels, settings: ForecastSettings): GroupForecast {
  const outlooks = histories.map(openOutlook(models, settings));
  const sum = (amounts: readonly (number | null)[]) =>
    models.spend !== undefined && !amounts.includes(null) ? fsum(amounts as number[]) : null;
  return {
    customers: histories.length,
    expectedPurchases: fsum(outlooks.map(({ expectedPurchases }) => expectedPurchases)),
    expectedRevenue: sum(outlooks.map(({ expectedRevenue }) => expectedRevenue)),
    value: sum(outlooks.map(({ value }) => value)),
  };
}

/** The intervals of the sums; nothing where none are asked for. */
function rangesOf(
  caller: string,
  histories: Histories,
  models: ForecastModels,
  { interval, ...settings }: ForecastSettings,
) {
  if (interval === undefined) return {};
  const { draws, level } = interval;
  const [purchases, revenue, value] = Array.from({ length: 3 }, () => new Float64Array(draws));
  for (const [i, draw] of openFutures(caller, models, { ...settings, interval }).entries()) {
    for (const history of histories) {
      const future = draw(history);
      purchases[i] += future.purchases;
      revenue[i] += future.revenue;
      value[i] += future.value;
    }
  }
  const knowsSpend = models.spend !== undefined;
  const [purchasesLow, purchasesHigh] = rangeOf(purchases, level);
  const [revenueLow, revenueHigh] = knowsSpend ? rangeOf(revenue, level) : [null, null];
  const [valueLow, valueHigh] = knowsSpend ? rangeOf(value, level) : [null, null];
  return { purchasesLow, purchasesHigh, revenueLow, revenueHigh, valueLow, valueHigh };
}

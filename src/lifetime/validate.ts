import type { DateInput } from "../core/day.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { checkLog } from "../transactions/check-log.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { fitBgNbd } from "./bg-nbd.js";
import { checkHoldout, checkWhole, readCalibrationEnd } from "./calibration.js";
import { fitSpend } from "./fit-spend.js";
import { forecastCustomers } from "./forecast.js";
import type { GammaGammaModel, PurchaseModel } from "./model.js";
import { fitParetoNbd } from "./pareto-nbd.js";
import { type Bought, boughtAsSoFar, boughtBetween, pastOf, YEAR } from "./past.js";
import { type ForecastError, scoreForecast } from "./score-forecast.js";

/** How a forecast is put to the test. */
export interface ValidateOptions {
  /** The last day the models are fitted to, inclusive. */
  readonly calibrationEnd: DateInput;
  /** The days after it that are forecast, and compared; the log has to hold all of them. */
  readonly holdoutDays: number;
  /** Default: `"bgNbd"`. */
  readonly model?: "bgNbd" | "paretoNbd" | undefined;
}

/** A way to forecast, and how near it came. */
export interface ValidatedForecast {
  readonly forecast: "model" | "runRate" | "lastPeriod" | "seasonal";
  readonly purchases: ForecastError;
  /** `null` where no model of spend can be fitted. */
  readonly revenue: ForecastError | null;
}

/** What came of a forecast. */
export interface ForecastValidation<Id> {
  readonly models: { readonly purchases: PurchaseModel; readonly spend: GammaGammaModel | null };
  /** The model first, then what does not need one; `"seasonal"` only where the log holds the year before. */
  readonly forecasts: readonly ValidatedForecast[];
  /** Customers of the calibration, in the order of the log. */
  readonly customers: readonly {
    readonly customerId: Id;
    readonly expectedPurchases: number;
    readonly actualPurchases: number;
    readonly expectedRevenue: number | null;
    readonly actualRevenue: number;
  }[];
}

/**
 * Puts a forecast to the test: models are fitted to what was seen by `calibrationEnd`, and the repeat purchases and the
 * spend of the `holdoutDays` after it compared with what they expected, for the customers who had bought by then. Beside
 * them stand forecasts without a model:
 *
 * - `runRate`: each customer goes on as so far, x / T a day;
 * - `lastPeriod`: each does what they did in as many days before `calibrationEnd`;
 * - `seasonal`: each does what they did 364 days before, on the same days of the week; only where the log holds that time.
 *
 * Cost: O(rows) for each of up to five looks at the log, and a fit.
 *
 * @param log a `transactionLog`.
 * @throws RfmError on a holdout that ends after the log's last day, and as {@link fitBgNbd}.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { validateForecast } from "rfm-kit/lifetime";
 *
 * const log = transactionLog([
 *   { customerId: "ada", date: "2024-01-01", amount: 20 },
 *   { customerId: "ada", date: "2024-01-15", amount: 30 },
 *   { customerId: "ada", date: "2024-02-12", amount: 50 },
 *   { customerId: "bob", date: "2024-01-10", amount: 15 },
 *   { customerId: "bob", date: "2024-02-03", amount: 15 },
 *   { customerId: "eve", date: "2024-01-12", amount: 25 },
 * ]);
 * const { forecasts } = validateForecast(log, { calibrationEnd: "2024-01-31", holdoutDays: 12 });
 * forecasts.map(({ forecast }) => forecast); // => ["model", "runRate", "lastPeriod"]
 * forecasts[1].purchases.actual; // => 2
 * forecasts[1].purchases.expected; // => 12 / 30
 * ```
 */
export function validateForecast<Id>(
  log: TransactionLog<Id>,
  options: ValidateOptions,
): ForecastValidation<Id> {
  const caller = "validateForecast";
  checkOptions(caller, options, ["calibrationEnd", "holdoutDays", "model"]);
  const kind = checkChoice(caller, "model", options.model ?? "bgNbd", ["bgNbd", "paretoNbd"]);
  const days = checkWhole(caller, "holdoutDays", options.holdoutDays);
  checkLog(caller, log);
  const end = readCalibrationEnd(caller, log, options.calibrationEnd);
  checkHoldout(caller, log, end, days, options.calibrationEnd);
  const past = (day: number) => pastOf(caller, log, day);
  const calibration = past(end);
  const histories = [...calibration.values()];
  const customers = [...calibration.keys()];
  const between = (from: number, to: number) => boughtBetween(customers, past(from), past(to));
  const actual = boughtBetween(customers, calibration, past(end + days));

  const purchases = kind === "bgNbd" ? fitBgNbd(histories) : fitParetoNbd(histories);
  const spend = fitSpend(histories);
  const expected = forecastCustomers(histories, { purchases, spend: spend ?? undefined }, { days });
  const ofModel = {
    purchases: Float64Array.from(expected, ({ expectedPurchases }) => expectedPurchases),
    revenue: Float64Array.from(expected, ({ expectedRevenue }) => expectedRevenue ?? Number.NaN),
  };
  const rows: [ValidatedForecast["forecast"], Bought][] = [
    ["model", ofModel],
    ["runRate", boughtAsSoFar(histories, days)],
    ["lastPeriod", boughtBetween(customers, past(end - days), calibration)],
  ];
  if (end - YEAR >= Number(log.span?.day.firstPurchase)) {
    rows.push(["seasonal", between(end - YEAR, end - YEAR + days)]);
  }
  return {
    models: { purchases, spend },
    forecasts: rows.map(([forecast, bought]) => ({
      forecast,
      purchases: scoreForecast(bought.purchases, actual.purchases),
      revenue: bought.revenue.some(Number.isNaN) ? null : scoreForecast(bought.revenue, actual.revenue),
    })),
    customers: customers.map((customerId, i) => ({
      customerId,
      expectedPurchases: expected[i].expectedPurchases,
      actualPurchases: actual.purchases[i],
      expectedRevenue: expected[i].expectedRevenue,
      actualRevenue: actual.revenue[i],
    })),
  };
}

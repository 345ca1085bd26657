import type { TransactionLog } from "rfm-kit";
import {
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  forecastCustomers,
  purchaseHistories,
} from "rfm-kit/lifetime";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readExpectedJson } from "../data.js";
import { near, retailLog } from "./real.js";

interface ExpectedCustomer {
  readonly customer_id: number;
  readonly p_alive: number;
  readonly expected_91_days: number;
  readonly expected_spend: number;
  readonly clv_12x30_days: number;
}

interface ExpectedFit {
  readonly loglik: number;
  readonly params: Record<string, number>;
  readonly se: Record<string, number>;
}

interface Expected {
  readonly gamma_gamma: ExpectedFit;
  readonly days: ExpectedFit & {
    readonly sum_expected_91_days: number;
    readonly customers20: readonly ExpectedCustomer[];
  };
  readonly weeks: ExpectedFit & { readonly no_dropout_limit_a_to_0: { readonly loglik: number } };
  readonly "calibration_to_2011-09-09": {
    readonly customers: number;
    readonly loglik: number;
    readonly expected_total: number;
  };
}

/** Refuses null, NaN and infinities anywhere in the figures of a row. */
function expectFinite(row: object, nulls: readonly string[] = []): void {
  for (const [name, value] of Object.entries(row)) {
    if (value === null) expect(nulls, name).toContain(name);
    else expect(Number.isFinite(value), `${name}: ${value}`).toBe(true);
  }
}

describe.runIf(hasData)("the models of Online Retail, where nobody can be told to have left", () => {
  let log: TransactionLog<number>;
  let expected: Expected;
  beforeAll(() => {
    log = retailLog();
    expected = readExpectedJson("clv.json").online_retail;
  });

  it("find the maximum, and say that it tells nothing of dropout", () => {
    const histories = purchaseHistories(log, { asOf: "2011-12-09" });
    expect([histories.length, histories.reduce((sum, { x }) => sum + x, 0)]).toEqual([4338, 12_425]);
    const days = fitBgNbd(histories);
    const weeks = fitBgNbd(histories, { daysPerUnit: 7 });
    expect(Math.abs(days.logLikelihood - expected.days.loglik)).toBeLessThan(1e-3);
    expect(Math.abs(weeks.logLikelihood - expected.weeks.loglik)).toBeLessThan(1e-3);
    const none = expected.weeks.no_dropout_limit_a_to_0.loglik;
    expect(Math.abs(weeks.noDropoutLogLikelihood - none)).toBeLessThan(1e-6);
    for (const name of ["r", "alpha", "a", "b"] as const) {
      expect(near(days.parameters[name], expected.days.params[name], 1e-4)).toBe(true);
      expect(near(Number(days.standardErrors?.[name]), expected.days.se[name], 1e-3)).toBe(true);
    }
    expect(days.identified).toBe(false);
    expect(days.reason).toMatch(/nobody ever leaves fits as well.*nearly flat: a and b/);
    const pareto = fitParetoNbd(histories);
    expect([pareto.identified, pareto.standardErrors]).toEqual([false, null]);
  });

  it("forecast purchases and spend all the same, and withhold who has left", () => {
    const histories = purchaseHistories(log, { asOf: "2011-12-09" });
    const models = { purchases: fitBgNbd(histories), spend: fitGammaGamma(histories) };
    for (const [name, value] of Object.entries(expected.gamma_gamma.params)) {
      expect(near((models.spend.parameters as Record<string, number>)[name], value, 1e-5)).toBe(true);
    }
    const forecast = forecastCustomers(histories, models, { days: 91 });
    const shown = forecastCustomers(histories, models, { days: 91, unidentified: "show" });
    const monthly = { days: 360, periodDays: 30, annualDiscount: 1.01 ** (365 / 30) - 1 };
    const worth = forecastCustomers(histories, models, monthly);
    for (const row of forecast) expectFinite(row, ["pAlive", "meanSpend"]);
    expect(forecast.every(({ pAlive }) => pAlive === null)).toBe(true);
    const sum = forecast.reduce((total, { expectedPurchases }) => total + expectedPurchases, 0);
    expect(near(sum, expected.days.sum_expected_91_days, 1e-4)).toBe(true);
    for (const customer of expected.days.customers20) {
      const i = histories.findIndex(({ customerId }) => customerId === customer.customer_id);
      expect(near(forecast[i].expectedPurchases, customer.expected_91_days, 0.01)).toBe(true);
      expect(near(Number(shown[i].pAlive), customer.p_alive, 0.01)).toBe(true);
      expect(near(Number(forecast[i].expectedSpend), customer.expected_spend, 0.01)).toBe(true);
      expect(near(Number(worth[i].value), customer.clv_12x30_days, 0.01)).toBe(true);
    }
  });

  it("report the fit calibrated to 2011-09-09 as one at the border", () => {
    const histories = purchaseHistories(log, { asOf: "2011-09-09" });
    const model = fitBgNbd(histories, { daysPerUnit: 7 });
    const calibration = expected["calibration_to_2011-09-09"];
    expect(histories.length).toBe(calibration.customers);
    expect(model.identified).toBe(false);
    expect(model.reason).toMatch(/no maximum: it still rises as a goes to 0/);
    expect([model.standardErrors, model.covariance]).toEqual([null, null]);
    expect(Math.abs(model.logLikelihood - calibration.loglik)).toBeLessThan(1e-3);
    expectFinite(model.parameters);
    const forecast = forecastCustomers(histories, { purchases: model }, { days: 91 });
    const sum = forecast.reduce((total, { expectedPurchases }) => total + expectedPurchases, 0);
    expect(near(sum, calibration.expected_total, 0.01)).toBe(true);
    for (const row of forecast)
      expectFinite(row, ["pAlive", "meanSpend", "expectedSpend", "expectedRevenue", "value"]);
  });
});

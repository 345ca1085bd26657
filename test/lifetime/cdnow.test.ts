import {
  type BgNbdModel,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  forecastCustomers,
  forecastGroup,
  forecastNewCustomers,
  type GammaGammaModel,
  type PurchaseHistory,
  purchaseHistories,
} from "rfm-kit/lifetime";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readExpected, readExpectedJson } from "../data.js";
import { cdnowLog, cdnowSummary, near } from "./real.js";

const WEEK = { daysPerUnit: 7 };

/** Expects every named figure to be within a part of the expected one. */
function expectNear(found: object, expected: Record<string, number>, part: number): void {
  const figures = found as Record<string, number>;
  for (const [name, value] of Object.entries(expected)) {
    expect(near(figures[name], value, part), `${name}: ${figures[name]} for ${value}`).toBe(true);
  }
}

describe.runIf(hasData)("the models of CDNOW", () => {
  let histories: PurchaseHistory<number>[];
  let purchases: BgNbdModel;
  let spend: GammaGammaModel;
  let expected: {
    bgnbd: { params: Record<string, number>; loglik: number; se: Record<string, number> };
    gamma_gamma: {
      params: Record<string, number>;
      loglik: number;
      se: Record<string, number>;
      population_mean_spend: number;
    };
    pareto_nbd: {
      recomputed_on_exact_weeks: Record<string, number>;
      standard_errors: Record<string, number>;
    };
    fit_on_exact_weeks: { bgnbd: Record<string, number>; gamma_gamma: Record<string, number> };
    master_all_customers: Record<string, Record<string, number>> & { customers: number; sum_x: number };
    at_fit: { E_up_to: Record<string, number> };
    totals: Record<string, number>;
  };
  beforeAll(() => {
    expected = readExpectedJson("clv.json").cdnow;
    histories = cdnowSummary();
    purchases = fitBgNbd(histories, WEEK);
    spend = fitGammaGamma(histories);
  });

  it("have the BG/NBD parameters, likelihood and standard errors of scipy", () => {
    const { params, loglik, se } = expected.bgnbd;
    expectNear(purchases.parameters, params, 1e-8);
    expectNear(purchases.standardErrors ?? {}, se, 1e-6);
    expect(Math.abs(purchases.logLikelihood - loglik)).toBeLessThan(1e-6);
    expect([purchases.identified, purchases.reason, purchases.customers]).toEqual([true, null, 2357]);
  });

  it("have the Gamma-Gamma parameters, likelihood and standard errors of scipy", () => {
    const { params, loglik, se } = expected.gamma_gamma;
    expectNear(spend.parameters, params, 1e-6);
    expectNear(spend.standardErrors ?? {}, se, 1e-6);
    expect(Math.abs(spend.logLikelihood - loglik)).toBeLessThan(1e-6);
    expect([spend.identified, spend.customers]).toEqual([true, 946]);
  });

  it("have the Pareto/NBD parameters and standard errors, published and recomputed", () => {
    const model = fitParetoNbd(purchaseHistories(cdnowLog("cdnow-sample"), { asOf: "1997-09-30" }), WEEK);
    const { loglik, ...params } = expected.pareto_nbd.recomputed_on_exact_weeks;
    expectNear(model.parameters, params, 1e-3);
    expectNear(model.standardErrors ?? {}, expected.pareto_nbd.standard_errors, 1e-2);
    expect(Math.abs(model.logLikelihood - loglik)).toBeLessThan(0.01);
    expect(model.identified).toBe(true);
  });

  it("are the same from the log in days: alpha times 7, and Σx ln 7 less in the likelihood", () => {
    const ofLog = purchaseHistories(cdnowLog("cdnow-sample"), { asOf: "1997-09-30" });
    const days = fitBgNbd(ofLog);
    const { loglik, r, alpha, a, b } = expected.fit_on_exact_weeks.bgnbd;
    expectNear(days.parameters, { r, alpha: 7 * alpha, a, b }, 1e-8);
    expect(Math.abs(days.logLikelihood - (loglik - 2457 * Math.log(7)))).toBeLessThan(1e-6);
    const { loglik: ofSpend, ...params } = expected.fit_on_exact_weeks.gamma_gamma;
    expectNear(fitGammaGamma(ofLog).parameters, params, 1e-6);
    expect(Math.abs(fitGammaGamma(ofLog).logLikelihood - ofSpend)).toBeLessThan(1e-6);
  });

  it("hold for all 23,570 customers too", () => {
    const all = purchaseHistories(cdnowLog("cdnow"), { asOf: "1997-09-30" });
    const { loglik, ...params } = expected.master_all_customers.bgnbd;
    const model = fitBgNbd(all, WEEK);
    expect([all.length, all.reduce((sum, { x }) => sum + x, 0)]).toEqual([23_570, 24_337]);
    expectNear(model.parameters, params, 1e-8);
    expect(Math.abs(model.logLikelihood - loglik)).toBeLessThan(1e-6);
    const { loglik: ofSpend, ...spendParams } = expected.master_all_customers.gamma_gamma;
    expectNear(fitGammaGamma(all).parameters, spendParams, 1e-6);
    expect(Math.abs(fitGammaGamma(all).logLikelihood - ofSpend)).toBeLessThan(1e-6);
    expect(fitGammaGamma(all).customers).toBe(9450);
  });

  it("forecast each of the 2,357 customers as scipy does", () => {
    const rows = readExpected("clv-cdnow.csv.gz");
    const models = { purchases, spend };
    const month = 4.345 * 7;
    const year = {
      days: 12 * month,
      periodDays: month,
      // 1 % a month.
      annualDiscount: 1.01 ** (365 / month) - 1,
    };
    const holdout = forecastCustomers(histories, models, { days: 39 * 7 });
    const worth = forecastCustomers(histories, models, year);
    expect(rows.length).toBe(holdout.length);
    for (const [i, row] of rows.entries()) {
      expect(holdout[i].customerId).toBe(Number(row.ID));
      expect(Math.abs(Number(holdout[i].pAlive) - Number(row.p_alive))).toBeLessThan(1e-6);
      expect(Math.abs(holdout[i].expectedPurchases - Number(row.expected_39w))).toBeLessThan(1e-6);
      expect(near(Number(holdout[i].expectedSpend), Number(row.expected_spend), 1e-6)).toBe(true);
      expect(near(Number(worth[i].value), Number(row.clv_12_months), 1e-6)).toBe(true);
    }
  });

  it("add up to what scipy expects, and for new customers too", () => {
    const total = forecastGroup(histories, { purchases, spend }, { days: 39 * 7 });
    expect(near(total.expectedPurchases, expected.totals.sum_expected_39w, 1e-9)).toBe(true);
    for (const [weeks, value] of Object.entries(expected.at_fit.E_up_to)) {
      const found = forecastNewCustomers(
        { purchases, spend },
        { customers: 1000, days: 7 * Number(weeks), margin: 0.5 },
      );
      expect(near(found.expectedPurchases, 1000 * value, 1e-9)).toBe(true);
      const revenue = 1000 * value * expected.gamma_gamma.population_mean_spend;
      expect(near(Number(found.expectedRevenue), revenue, 1e-7)).toBe(true);
      expect(near(Number(found.value), revenue / 2, 1e-7)).toBe(true);
    }
  });
});

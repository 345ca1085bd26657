import { transactionLog } from "rfm-kit";
import { frequencyTable, purchaseHistories, trackForecast, validateForecast } from "rfm-kit/lifetime";
import { describe, expect, it } from "vitest";
import { hasData, readExpectedJson } from "../data.js";
import { cdnowLog, near, retailLog } from "./real.js";

describe.runIf(hasData)("the forecast of CDNOW, put to the test", () => {
  it("expects 1,653.4 of 1,882 purchases in 39 weeks, nearer than forecasts without a model", () => {
    const expected = readExpectedJson("clv.json").cdnow.holdout_39_weeks;
    const log = cdnowLog("cdnow-sample");
    const { forecasts, models } = validateForecast(log, { calibrationEnd: "1997-09-30", holdoutDays: 273 });
    expect(forecasts.map(({ forecast }) => forecast)).toEqual(["model", "runRate", "lastPeriod"]);
    const [model, runRate, lastPeriod] = forecasts.map(({ purchases }) => purchases);
    expect(model.actual).toBe(expected.actual_total);
    // The expected figures are of weeks with two decimals.
    expect(near(model.expected, expected.expected_total, 1e-4)).toBe(true);
    expect(near(Number(model.correlation), expected.corr, 1e-3)).toBe(true);
    expect(near(model.meanAbsoluteError, expected.mae, 1e-3)).toBe(true);
    for (const other of [runRate, lastPeriod]) {
      expect(Math.abs(Number(model.error))).toBeLessThan(Math.abs(Number(other.error)));
      expect(model.meanAbsoluteError).toBeLessThan(other.meanAbsoluteError);
    }
    const steps = trackForecast(log, models.purchases, { calibrationEnd: "1997-09-30" });
    const inCalibration = steps.filter(({ isHoldout }) => !isHoldout);
    expect(steps[0].day).toBe("1997-01-07");
    expect(inCalibration[inCalibration.length - 1].day).toBe("1997-09-30");
    const daily = trackForecast(log, models.purchases, { calibrationEnd: "1997-09-30", stepDays: 1 });
    expect(daily.find(({ day }) => day === "1997-09-30")?.actualTotal).toBe(2457);
    expect(daily[daily.length - 1]).toMatchObject({ day: "1998-06-30", actualTotal: 2457 + 1882 });
    const table = frequencyTable(purchaseHistories(log, { asOf: "1997-09-30" }), models.purchases);
    expect(table[0].actual).toBe(2357 - 946);
    // χ² of seven rows, of which four parameters were fitted: below its 99.9 % point of 3 degrees of freedom.
    const chi = table.reduce((sum, { actual, expected }) => sum + (actual - expected) ** 2 / expected, 0);
    expect(chi).toBeLessThan(16.27);
  });

  it("has the same season a year before where the log holds it", () => {
    const log = cdnowLog("cdnow-sample");
    const { forecasts } = validateForecast(log, { calibrationEnd: "1998-03-31", holdoutDays: 91 });
    const seasonal = forecasts.find(({ forecast }) => forecast === "seasonal");
    // Repeat purchases from 1997-04-02 to 1997-07-01: 364 days before, counted from the rows.
    const until = (asOf: string) => purchaseHistories(log, { asOf }).reduce((sum, { x }) => sum + x, 0);
    expect(seasonal?.purchases.expected).toBe(until("1997-07-01") - until("1997-04-01"));
  });
});

describe.runIf(hasData)("the forecast of Online Retail, put to the test", () => {
  it("falls short of the season, as all do, without NaN anywhere", () => {
    const expected = readExpectedJson("clv.json").online_retail["calibration_to_2011-09-09"];
    const { forecasts, models, customers } = validateForecast(retailLog(), {
      calibrationEnd: "2011-09-09",
      holdoutDays: expected.holdout_days,
    });
    expect([models.purchases.identified, customers.length]).toEqual([false, expected.customers]);
    const [model, runRate, lastPeriod] = forecasts.map(({ purchases }) => purchases);
    expect(model.actual).toBe(expected.actual_total);
    expect(near(model.expected, expected.expected_total, 1e-4)).toBe(true);
    expect(near(Number(model.correlation), expected.corr, 1e-4)).toBe(true);
    expect(near(model.meanAbsoluteError, expected.mae, 1e-4)).toBe(true);
    // As the guide says.
    expect([model, runRate, lastPeriod].map(({ expected }) => Math.round(expected))).toEqual([
      3384, 3229, 3049,
    ]);
    for (const figures of forecasts.flatMap(({ purchases, revenue }) => [purchases, revenue]))
      for (const figure of Object.values(figures ?? {})) expect(Number.isFinite(figure)).toBe(true);
  });
});

describe("validateForecast", () => {
  it("has no revenue where no model of spend can be fitted, and takes either model", () => {
    const rows = [0, 1, 2, 3].flatMap((customerId) =>
      [0, 9 * customerId, 40 + customerId].map((day) => ({ customerId, date: day * 86_400_000, amount: 5 })),
    );
    const log = transactionLog(rows);
    const options = { calibrationEnd: "1970-01-31", holdoutDays: 10 } as const;
    const { forecasts, models, customers } = validateForecast(log, { ...options, model: "paretoNbd" });
    expect([models.purchases.kind, models.spend]).toEqual(["paretoNbdModel", null]);
    expect(forecasts[0].revenue).toBe(null);
    expect(forecasts[1].revenue?.actual).toBe(5);
    expect(customers[0]).toMatchObject({ customerId: 0, actualPurchases: 1, actualRevenue: 5 });
  });
});

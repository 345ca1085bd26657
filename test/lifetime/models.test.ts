import { transactionLog } from "rfm-kit";
import {
  type BgNbdModel,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  forecastCustomers,
  forecastGroup,
  forecastNewCustomers,
  frequencyTable,
  trackForecast,
  validateForecast,
} from "rfm-kit/lifetime";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import { CDNOW, simulate } from "./simulate.js";

const customers = simulate({ ...CDNOW, customers: 600 }, 0.37);
const purchases = fitBgNbd(customers);
const spend = fitGammaGamma(customers);

describe("simulated shops with real dropout", () => {
  const shops = Array.from({ length: 50 }, (_, i) => simulate(CDNOW, (i + 0.3) / 50));

  it("are identified, 50 of 50, and their parameters found within four standard errors", () => {
    const truth = { r: CDNOW.r, alpha: CDNOW.alpha, ...CDNOW.leave };
    for (const shop of shops) {
      const model = fitBgNbd(shop);
      expect([model.identified, model.reason]).toEqual([true, null]);
      for (const [name, value] of Object.entries(truth) as [keyof typeof truth, number][]) {
        // In logarithms, in which estimates are nearly normal.
        const error = Number(model.standardErrors?.[name]) / model.parameters[name];
        expect(Math.abs(Math.log(model.parameters[name] / value))).toBeLessThan(4 * error);
      }
    }
  });

  it("have their spend found within four standard errors", () => {
    for (const shop of shops.slice(0, 20)) {
      const model = fitGammaGamma(shop);
      expect(model.identified).toBe(true);
      for (const [name, value] of Object.entries(CDNOW.spend) as ["p" | "q" | "v", number][]) {
        const error = Number(model.standardErrors?.[name]) / model.parameters[name];
        expect(Math.abs(Math.log(model.parameters[name] / value))).toBeLessThan(4 * error);
      }
    }
  });

  it("have as many left as P(alive) says", () => {
    const [expected, actual, spread] = shops.reduce(
      ([expected, actual, spread], shop) => {
        const rows = forecastCustomers(shop, { purchases: fitBgNbd(shop) }, { days: 1 });
        const sum = rows.reduce((total, { pAlive }) => total + Number(pAlive), 0);
        const risk = rows.reduce((total, { pAlive }) => total + Number(pAlive) * (1 - Number(pAlive)), 0);
        return [expected + sum, actual + shop.filter(({ isAlive }) => isAlive).length, spread + risk];
      },
      [0, 0, 0],
    );
    // Four standard deviations, those of the parameters being about as large as chance.
    expect(Math.abs(actual - expected)).toBeLessThan(8 * Math.sqrt(spread));
  });

  it("without dropout are not", () => {
    const still = simulate({ ...CDNOW, leave: { a: 1e-9, b: 1 } }, 0.2);
    const model = fitBgNbd(still);
    expect(model.identified).toBe(false);
    expect(model.reason).toMatch(/nobody ever leaves fits as well/);
    expect(fitParetoNbd(still).identified).toBe(false);
  });
});

describe("a model", () => {
  it("survives JSON and is frozen", () => {
    const copy = JSON.parse(JSON.stringify(purchases));
    expect(copy).toEqual(purchases);
    expect(Object.isFrozen(purchases.parameters)).toBe(true);
    const options = { days: 30, interval: { seed: 1, draws: 100 } };
    expect(forecastGroup(customers, { purchases: copy }, options)).toEqual(
      forecastGroup(customers, { purchases }, options),
    );
  });

  it("is refused where it was damaged, or is none", () => {
    const damaged = (change: object) => ({ purchases: { ...purchases, ...change } as BgNbdModel });
    const forecast = (models: { purchases: BgNbdModel }) => () =>
      forecastGroup(customers, models, { days: 30 });
    const parameters = { ...purchases.parameters, a: -1 };
    expectRefusal(forecast(damaged({ parameters })), {
      code: "invalidModel",
      path: "models.purchases.parameters.a",
    });
    expectRefusal(forecast(damaged({ version: 2 })), {
      code: "modelVersion",
      path: "models.purchases.version",
    });
    expectRefusal(forecast(damaged({ kind: "scoreModel" })), {
      code: "modelKind",
      path: "models.purchases.kind",
    });
    const unit = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => (i === j ? 1 : 0)));
    const minus = unit.map((row) => row.map((value) => -value));
    const askew = unit.map((row, i) => row.map((value, j) => (i === 0 && j === 1 ? 0.5 : value)));
    for (const covariance of [[[1]], minus, askew, [[]], "none"]) {
      expectRefusal(forecast(damaged({ covariance })), {
        code: "invalidModel",
        path: "models.purchases.covariance",
      });
    }
    expectRefusal(() => forecastGroup(customers, purchases as never, { days: 9 }), {
      code: "invalidOption",
      path: "models",
      message: /pass \{ purchases: model \}/,
    });
    expectRefusal(() => frequencyTable(customers, spend as unknown as BgNbdModel), {
      code: "modelKind",
      path: "model.kind",
    });
  });
});

describe("bad histories are refused in one sentence", () => {
  const good = { x: 2, tX: 10, T: 30, meanSpend: 5 };
  const other = { x: 0, tX: 0, T: 30, meanSpend: null };

  it.each([
    ["an x below 0", { x: -1 }, "invalidValue", "x"],
    ["a fraction of a purchase", { x: 0.5 }, "invalidValue", "x"],
    ["T before the last purchase", { T: 9 }, "invalidValue", "tX"],
    ["a negative T", { T: -1, tX: -2 }, "invalidValue", "T"],
    ["NaN", { tX: Number.NaN }, "invalidValue", "tX"],
    ["text", { T: "30" as unknown as number }, "invalidValue", "T"],
    ["a last purchase without a repeat", { x: 0 }, "invalidValue", "tX"],
  ] as const)("%s", (_, change, code, path) => {
    const rows = [other, { ...good, ...change }];
    expectRefusal(() => fitBgNbd(rows), { code, path, row: 1, message: /^fitBgNbd: / });
    expectRefusal(() => fitParetoNbd(rows), { code, path, row: 1, message: /^fitParetoNbd: / });
    expectRefusal(() => forecastCustomers(rows, { purchases }, { days: 7 }), { code, path, row: 1 });
  });

  it("a negative spend", () => {
    const rows = [good, { ...good, meanSpend: -5 }];
    expectRefusal(() => fitGammaGamma(rows), {
      code: "negativeValue",
      path: "meanSpend",
      row: 1,
      message: /from 0 up, received -5/,
    });
  });

  it("x = 0 everywhere, one customer, nobody", () => {
    const refusal = { code: "emptyPopulation", path: "histories" } as const;
    expectRefusal(() => fitBgNbd([other, other]), { ...refusal, message: /x is 0 everywhere/ });
    expectRefusal(() => fitParetoNbd([good]), { ...refusal, message: /at least two customers/ });
    expectRefusal(() => fitBgNbd([]), refusal);
    expectRefusal(() => fitGammaGamma([other, other]), refusal);
    expectRefusal(() => fitGammaGamma([good, good]), { ...refusal, message: /differs/ });
    expectRefusal(() => fitBgNbd({} as never), { code: "invalidInput", path: "histories" });
    expectRefusal(() => fitBgNbd([null, null] as never), { code: "invalidInput", path: "histories", row: 0 });
  });
});

describe("forecasts", () => {
  const models = { purchases, spend };

  it("give none for none, and keep what the rows hold", () => {
    expect(forecastCustomers([], models, { days: 30 })).toEqual([]);
    expect(forecastGroup([], models, { days: 30 })).toEqual({
      customers: 0,
      expectedPurchases: 0,
      expectedRevenue: 0,
      value: 0,
    });
    const [row] = forecastCustomers([{ ...customers[0], name: "ada" }], models, { days: 30 });
    expect(row.name).toBe("ada");
  });

  it("count far: of a customer who never leaves, the rate so far times the days, however many purchases that is", () => {
    const parameters = { r: 1, alpha: 1, a: 1e-12, b: 1 };
    const still = { purchases: { ...purchases, parameters } };
    for (const x of [0, 20, 20_000]) {
      const row = { x, tX: x === 0 ? 0 : 999, T: 999, meanSpend: x === 0 ? null : 1 };
      const [{ expectedPurchases }] = forecastCustomers([row], still, { days: 365 });
      expect(Math.abs(expectedPurchases / (((1 + x) * 365) / 1000) - 1)).toBeLessThan(1e-7);
    }
  });

  it("know no money without a model of spend, nor where it has no mean", () => {
    const [row] = forecastCustomers(customers, { purchases }, { days: 30 });
    expect([row.expectedSpend, row.expectedRevenue, row.value]).toEqual([null, null, null]);
    const heavy = { ...spend, parameters: { p: 1, q: 0.9, v: 5 } };
    const fresh = { x: 0, tX: 0, T: 3, meanSpend: null };
    const [unknown] = forecastCustomers([fresh], { purchases, spend: heavy }, { days: 30 });
    expect([unknown.expectedSpend, unknown.value]).toEqual([null, null]);
    expect(forecastGroup([fresh], { purchases, spend: heavy }, { days: 30 }).expectedRevenue).toBe(null);
  });

  it("have intervals around the expectation, the same for the same seed, wider for a higher level", () => {
    const ask = (level: number, seed = 5) =>
      forecastGroup(customers, models, {
        days: 90,
        margin: 0.5,
        annualDiscount: 0.2,
        interval: { seed, level },
      });
    const [narrow, wide] = [ask(0.5), ask(0.95)];
    expect(ask(0.5)).toEqual(narrow);
    expect(ask(0.5, 6)).not.toEqual(narrow);
    expect(wide.purchasesLow).toBeLessThan(narrow.purchasesLow);
    expect(narrow.purchasesLow).toBeLessThan(narrow.expectedPurchases);
    expect(narrow.expectedPurchases).toBeLessThan(narrow.purchasesHigh);
    expect(narrow.purchasesHigh).toBeLessThan(wide.purchasesHigh);
    expect(Number(wide.revenueLow)).toBeLessThan(Number(wide.expectedRevenue));
    expect(Number(wide.expectedRevenue)).toBeLessThan(Number(wide.revenueHigh));
    // Of the value, about a half is left, and a little less.
    const part = Number(wide.valueHigh) / Number(wide.revenueHigh);
    expect(part).toBeGreaterThan(0.47);
    expect(part).toBeLessThan(0.5);
  });

  it("of single customers hold what they did, at least as often as the level says", () => {
    const rows = forecastCustomers(customers, models, { days: 273, interval: { seed: 1, draws: 300 } });
    const held = rows.filter(
      (row) => row.purchasesLow <= row.futurePurchases && row.futurePurchases <= row.purchasesHigh,
    );
    // Whole numbers hold more than the level; parameters are those of this shop.
    expect(held.length / rows.length).toBeGreaterThan(0.88);
    for (const row of rows) {
      expect(row.pAliveLow).toBeLessThanOrEqual(row.pAliveHigh);
      expect(row.pAlive).toBeGreaterThanOrEqual(0);
      expect(Number.isInteger(row.purchasesHigh)).toBe(true);
    }
  });

  it("draw on average what they expect, by both models, for known and for new customers", () => {
    for (const fitted of [purchases, fitParetoNbd(customers)]) {
      // Parameters that hardly vary.
      const covariance = fitted.covariance?.map((row) => row.map((value) => value * 1e-10)) ?? null;
      const sure = { purchases: { ...fitted, covariance, identified: true } as BgNbdModel, spend };
      const options = { days: 180, interval: { seed: 3, level: 0.02, draws: 2000 } };
      for (const found of [
        forecastGroup(customers, sure, options),
        forecastNewCustomers(sure, { ...options, customers: 400 }),
      ]) {
        const middle = (found.purchasesLow + found.purchasesHigh) / 2;
        expect(Math.abs(middle / found.expectedPurchases - 1)).toBeLessThan(0.02);
      }
    }
  });

  it("refuse an interval of a model that is not identified, and withhold its P(alive)", () => {
    const reason = "made up";
    const vague = { purchases: { ...purchases, identified: false, reason } };
    expectRefusal(() => forecastGroup(customers, vague, { days: 30, interval: { seed: 1 } }), {
      code: "notIdentified",
      path: "models.purchases",
      message: /made up/,
    });
    expect(forecastCustomers(customers, vague, { days: 30 })[0].pAlive).toBe(null);
    const shown = forecastCustomers(customers, vague, { days: 30, unidentified: "show" });
    expect(shown[0].pAlive).toBe(forecastCustomers(customers, { purchases }, { days: 30 })[0].pAlive);
  });

  it.each([
    ["no days", { days: 0 }, "days"],
    ["a discount in percent", { days: 9, annualDiscount: 10 }, "annualDiscount"],
    ["a margin above 1", { days: 9, margin: 30 }, "margin"],
    ["no period", { days: 9, periodDays: 0 }, "periodDays"],
    ["a level in percent", { days: 9, interval: { seed: 1, level: 90 } }, "interval.level"],
    ["too few draws", { days: 9, interval: { seed: 1, draws: 10 } }, "interval.draws"],
    ["no seed", { days: 9, interval: {} as { seed: number } }, "interval.seed"],
  ] as const)("refuse %s", (what, options, path) => {
    const percent = / in percent$/.test(what) ? /did you mean 0\.\d+\?/ : "";
    expectRefusal(() => forecastGroup(customers, models, options), {
      code: "invalidOption",
      path,
      message: percent,
    });
  });

  it("refuse what they do not know", () => {
    expectRefusal(() => forecastGroup(customers, models, { days: 9, discount: 1 } as never), {
      code: "unknownOption",
      path: "discount",
    });
    expectRefusal(() => forecastNewCustomers(models, { days: 9, customers: 0 }), {
      code: "invalidOption",
      path: "customers",
    });
  });
});

describe("validateForecast and trackForecast", () => {
  const log = transactionLog([
    { customerId: "ada", date: "2024-01-01", amount: 20 },
    { customerId: "ada", date: "2024-01-15", amount: 30 },
    { customerId: "bob", date: "2024-01-10", amount: 15 },
    { customerId: "bob", date: "2024-02-03", amount: 15 },
  ]);

  it("refuse a holdout of which the log does not hold all", () => {
    expectRefusal(() => validateForecast(log, { calibrationEnd: "2024-01-31", holdoutDays: 4 }), {
      code: "invalidOption",
      path: "holdoutDays",
      message: /at most 3 days, as the log ends on 2024-02-03/,
    });
    expectRefusal(() => validateForecast(log, { calibrationEnd: "2024-02-03", holdoutDays: 30 }), {
      code: "invalidOption",
      path: "calibrationEnd",
    });
  });

  it("refuse a calibration before everything, what is no day, and what is no log", () => {
    const track = (calibrationEnd: string) => () => trackForecast(log, purchases, { calibrationEnd });
    expectRefusal(track("2023-12-31"), { code: "asOfBeforeFirstPurchase", path: "calibrationEnd" });
    expectRefusal(track("yesterday"), { code: "invalidDate", path: "calibrationEnd" });
    const options = { calibrationEnd: "2024-01-31", holdoutDays: 3 };
    expectRefusal(() => validateForecast([] as never, options), { code: "invalidInput", path: "log" });
    expectRefusal(() => validateForecast(log, { ...options, model: "bgnbd" as never }), {
      code: "invalidOption",
      path: "model",
    });
  });
});

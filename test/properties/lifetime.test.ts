import fc from "fast-check";
import { RfmError, transactionLog } from "rfm-kit";
import {
  type BgNbdModel,
  fitBgNbd,
  fitGammaGamma,
  forecastCustomers,
  forecastGroup,
  frequencyTable,
  type ParetoNbdModel,
  purchaseHistories,
  trackForecast,
  validateForecast,
} from "rfm-kit/lifetime";
import { gammaln } from "simple-statistics";
import { describe, expect, it } from "vitest";
import { bgNbdLikelihood } from "../../src/lifetime/bg-nbd-likelihood.js";
import { gatherCells } from "../../src/lifetime/cells.js";
import { gammaGammaLikelihood } from "../../src/lifetime/gamma-gamma-likelihood.js";
import { openBuying } from "../../src/lifetime/open-buying.js";
import { paretoNbdLikelihood } from "../../src/lifetime/pareto-nbd-likelihood.js";
import { digamma, trigamma } from "../../src/lifetime/polygamma.js";
import type { Slope } from "../../src/lifetime/slope.js";
import { returnsOption, transactions } from "./generators.js";
import { RUNS } from "./runs.js";

/** Fewer runs, for what takes long. */
const some = (runs: number) => ({ numRuns: Math.min(runs, RUNS.numRuns) });

const positive = fc.double({ min: -2.5, max: 2.5, noNaN: true }).map((log) => Math.exp(log));
const four = fc.tuple(positive, positive, positive, positive);
const history = fc
  .record({
    x: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 })),
    last: fc.double({ min: 0.001, max: 1, noNaN: true }),
    T: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.double({ min: 0.01, max: 30, noNaN: true })),
    meanSpend: fc.double({ min: 0.05, max: 20, noNaN: true }),
  })
  .map(({ x, last, T, meanSpend }) => ({
    x,
    tX: x === 0 ? 0 : last * T,
    T,
    meanSpend: x === 0 ? null : meanSpend,
  }));
const histories = fc.array(history, { minLength: 1, maxLength: 12 });

type Likelihood<Data> = (data: Data, parameters: Float64Array) => Slope;

/** Expects derivatives to be what the next lower ones rise by. */
function expectSlopes<Data>(likelihood: Likelihood<Data>, data: Data, parameters: readonly number[]): void {
  const { gradient, hessian } = likelihood(data, Float64Array.from(parameters));
  const size = parameters.length;
  for (let i = 0; i < size; i++) {
    const step = 2e-5 * parameters[i];
    const [up, down] = [step, -step].map((by) =>
      likelihood(
        data,
        Float64Array.from(parameters, (value, j) => (i === j ? value + by : value)),
      ),
    );
    const compare = (risen: number, claimed: number, size: number) =>
      expect(Math.abs(risen / (2 * step) - claimed)).toBeLessThan(1e-5 * (1 + Math.abs(claimed) + size));
    compare(up.value - down.value, gradient[i], Math.abs(up.value));
    for (let j = 0; j < size; j++) {
      const claimed = j <= i ? hessian[i * size + j] : hessian[j * size + i];
      compare(up.gradient[j] - down.gradient[j], claimed, Math.abs(gradient[j] / parameters[i]));
    }
  }
}

/** ln B(a, b). */
const betaln = (a: number, b: number) => gammaln(a) + gammaln(b) - gammaln(a + b);

/** Σ of equal strips under a function, by Simpson's rule. */
function integral(of: (at: number) => number, from: number, to: number, strips: number): number {
  const width = (to - from) / strips;
  let sum = 0;
  for (let i = 0; i < strips; i++) {
    const left = from + i * width;
    sum += ((of(left) + 4 * of(left + width / 2) + of(left + width)) * width) / 6;
  }
  return sum;
}

describe("the likelihood of BG/NBD", () => {
  it("is the one that was published", () => {
    fc.assert(
      fc.property(histories, four, (rows, [r, alpha, a, b]) => {
        const cells = gatherCells(rows);
        const unit = cells.days;
        const expected = rows.reduce((sum, { x, tX, T }) => {
          const alive = Math.exp(-(r + x) * Math.log(alpha + T / unit));
          const left = x === 0 ? 0 : (a / (b + x - 1)) * Math.exp(-(r + x) * Math.log(alpha + tX / unit));
          const rest = betaln(a, b + x) - betaln(a, b) + gammaln(r + x) - gammaln(r) + r * Math.log(alpha);
          return sum + rest + Math.log(alive + left);
        }, 0);
        const { value } = bgNbdLikelihood(cells, Float64Array.of(r, alpha, a, b));
        expect(Math.abs(value - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
      }),
      RUNS,
    );
  });

  it("has the derivatives it claims", () => {
    fc.assert(
      fc.property(histories, four, (rows, parameters) => {
        expectSlopes(bgNbdLikelihood, gatherCells(rows), parameters);
      }),
      RUNS,
    );
  });
});

describe("the likelihood of Pareto/NBD", () => {
  it("is an integral over when a customer left", () => {
    fc.assert(
      fc.property(history, four, (row, [r, alpha, s, beta]) => {
        const cells = gatherCells([row]);
        const [x, tX, T] = [row.x, row.tX / cells.days, row.T / cells.days];
        const logOf = (bought: number, left: number, at: number) =>
          -(r + bought) * Math.log(alpha + at) - (s + left) * Math.log(beta + at);
        const highest = logOf(x, 0, tX);
        const gone = integral((at) => Math.exp(logOf(x, 1, at) - highest), tX, T, 4000);
        const sum = Math.exp(logOf(x, 0, T) - highest) + s * gone;
        const rest = gammaln(r + x) - gammaln(r) + r * Math.log(alpha) + s * Math.log(beta);
        const expected = rest + highest + Math.log(sum);
        const { value } = paretoNbdLikelihood(cells, Float64Array.of(r, alpha, s, beta));
        expect(Math.abs(value - expected)).toBeLessThan(1e-7 * (1 + Math.abs(expected)));
      }),
      some(300),
    );
  });

  it("has the derivatives it claims", () => {
    fc.assert(
      fc.property(histories, four, (rows, parameters) => {
        expectSlopes(paretoNbdLikelihood, gatherCells(rows), parameters);
      }),
      some(300),
    );
  });
});

describe("the likelihood of Gamma-Gamma", () => {
  const spenders = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), positive), {
    minLength: 1,
    maxLength: 9,
  });

  it("is the one that was published, with the derivatives it claims", () => {
    fc.assert(
      fc.property(spenders, positive, positive, positive, (rows, p, q, v) => {
        const cells = {
          length: rows.length,
          x: Float64Array.from(rows, ([x]) => x),
          spend: Float64Array.from(rows, ([, z]) => z),
        };
        const expected = rows.reduce((sum, [x, z]) => {
          const rest = q * Math.log(v) + (p * x - 1) * Math.log(z) + p * x * Math.log(x);
          return sum - betaln(p * x, q) + rest - (p * x + q) * Math.log(x * z + v);
        }, 0);
        const { value } = gammaGammaLikelihood(cells, Float64Array.of(p, q, v));
        expect(Math.abs(value - expected)).toBeLessThan(1e-9 * (1 + Math.abs(expected)));
        expectSlopes(gammaGammaLikelihood, cells, [p, q, v]);
      }),
      RUNS,
    );
  });

  it("stands on a digamma and a trigamma that step by 1 / z and 1 / z²", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 200, noNaN: true }), (z) => {
        expect(Math.abs(digamma(z + 1) - digamma(z) - 1 / z)).toBeLessThan(1e-12 * (1 + 1 / z));
        expect(Math.abs(trigamma(z) - trigamma(z + 1) - 1 / z ** 2)).toBeLessThan(1e-12 * (1 + 1 / z ** 2));
        const rise = (gammaln(z * 1.0001) - gammaln(z * 0.9999)) / (0.0002 * z);
        expect(Math.abs(digamma(z) - rise)).toBeLessThan(1e-6 * (1 + 1 / z));
      }),
      RUNS,
    );
  });
});

describe("what a model says of a customer", () => {
  const kind = fc.constantFrom("bgNbdModel", "paretoNbdModel" as const);
  const span = fc.double({ min: 0.01, max: 20, noNaN: true });

  it("is, for BG/NBD, what the published formula with its hypergeometric function gives", () => {
    fc.assert(
      fc.property(history, four, span, ({ x, tX, T }, [r, alpha, a, b], ahead) => {
        // Where it divides by 0, or nearly, or its series changes sign.
        fc.pre(Math.abs(a - 1) > 0.05 && a + b + x > 1.05);
        const z = ahead / (alpha + T + ahead);
        fc.pre(z < 0.97);
        const c = a + b + x - 1;
        let [term, hypergeometric] = [1, 1];
        for (let k = 0; term > 1e-17 * hypergeometric; k++) {
          term *= (((r + x + k) * (b + x + k)) / ((c + k) * (k + 1))) * z;
          hypergeometric += term;
        }
        const odds = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + T) / (alpha + tX)) ** (r + x);
        const expected = ((c / (a - 1)) * (1 - (1 - z) ** (r + x) * hypergeometric)) / (1 + odds);
        const buying = openBuying("bgNbdModel", [r, alpha, a, b]);
        const found = buying.expected({ x, tX, T }, ahead);
        expect(Math.abs(found - expected)).toBeLessThan(1e-7 * (expected + 1e-3));
        expect(Math.abs(buying.pAlive({ x, tX, T }) - 1 / (1 + odds))).toBeLessThan(1e-12);
      }),
      RUNS,
    );
  });

  it("is, for Pareto/NBD, the chance to have stayed among all ways the observation can end", () => {
    fc.assert(
      fc.property(history, four, ({ x, tX, T }, [r, alpha, s, beta]) => {
        const logOf = (left: number, at: number) =>
          -(r + x) * Math.log(alpha + at) - (s + left) * Math.log(beta + at);
        // In the logarithm of α + τ, since most of it may be near the start.
        const part = (log: number) => Math.exp(logOf(1, Math.exp(log) - alpha) - logOf(0, T) + log);
        const gone = integral(part, Math.log(alpha + tX), Math.log(alpha + T), 4000);
        const found = openBuying("paretoNbdModel", [r, alpha, s, beta]).pAlive({ x, tX, T });
        expect(Math.abs(found - 1 / (1 + s * gone))).toBeLessThan(1e-6 * found);
      }),
      some(300),
    );
  });

  it("adds up: probabilities to 1, and purchases times probabilities to the expectation", () => {
    fc.assert(
      fc.property(kind, four, fc.double({ min: 0.01, max: 4, noNaN: true }), (which, parameters, ahead) => {
        const buying = openBuying(which, parameters);
        const most = 3000;
        const probabilities = buying.probabilities(ahead, most);
        const sum = probabilities.reduce((total, probability) => total + probability, 0);
        const mean = probabilities.reduce((total, probability, x) => total + x * probability, 0);
        fc.pre(probabilities[most] < 1e-16);
        expect(Math.abs(sum - 1)).toBeLessThan(1e-7);
        const expected = buying.expected({ x: 0, tX: 0, T: 0 }, ahead);
        expect(Math.abs(mean - expected)).toBeLessThan(1e-6 * (1 + expected));
      }),
      some(200),
    );
  });
});

const PARAMETERS = { r: 0.6, alpha: 9, a: 0.8, b: 2.4 };
const RATES = { r: 0.6, alpha: 9, s: 0.6, beta: 12 };
const base = {
  version: 1,
  daysPerUnit: 7,
  standardErrors: null,
  covariance: null,
  logLikelihood: 0,
  noDropoutLogLikelihood: 0,
  customers: 2,
  identified: false,
  reason: "made up",
} as const;
const bgNbd: BgNbdModel = { ...base, kind: "bgNbdModel", parameters: PARAMETERS };
const paretoNbd: ParetoNbdModel = { ...base, kind: "paretoNbdModel", parameters: RATES };
const anyModel = fc.constantFrom<BgNbdModel | ParetoNbdModel>(bgNbd, paretoNbd);
const spend = {
  kind: "gammaGammaModel",
  version: 1,
  parameters: { p: 6, q: 3.7, v: 15 },
  standardErrors: null,
  covariance: null,
  logLikelihood: 0,
  customers: 2,
  identified: false,
  reason: "made up",
} as const;

describe("forecasts", () => {
  it("of a group are the sums of its customers', and money is what the periods make of it", () => {
    const days = fc.integer({ min: 1, max: 900 });
    const periodDays = fc.integer({ min: 1, max: 400 });
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(histories, anyModel, days, periodDays, share, share, (rows, purchases, ...chosen) => {
        const [ahead, period, margin, annualDiscount] = chosen;
        const models = { purchases, spend };
        const options = { days: ahead, periodDays: period, margin, annualDiscount };
        const customers = forecastCustomers(rows, models, options);
        const group = forecastGroup(rows, models, options);
        const sum = (figures: readonly (number | null)[]) =>
          figures.reduce<number>((total, figure) => total + Number(figure), 0);
        const near = (found: number | null, expected: number) =>
          expect(Math.abs(Number(found) - expected)).toBeLessThan(1e-9 * (1 + expected));
        near(group.expectedPurchases, sum(customers.map((row) => row.expectedPurchases)));
        near(group.expectedRevenue, sum(customers.map((row) => row.expectedRevenue)));
        near(group.value, sum(customers.map((row) => row.value)));
        // Period by period, each asked about by itself.
        const ends = Array.from({ length: Math.ceil(ahead / period) }, (_, i) =>
          Math.min(ahead, (i + 1) * period),
        );
        const by = ends.map((end) => forecastGroup(rows, models, { days: end }).expectedRevenue ?? 0);
        const worth = ends.map((end, i) => {
          const revenue = by[i] - (by[i - 1] ?? 0);
          return (margin * revenue) / (1 + annualDiscount) ** (end / 365);
        });
        near(group.value, sum(worth));
      }),
      some(200),
    );
  });

  it("do not depend on the unit of the model, nor a fit on the order of the customers", () => {
    fc.assert(
      fc.property(fc.array(history, { minLength: 3, maxLength: 25 }), fc.nat(), (rows, turn) => {
        fc.pre(rows.some(({ x }) => x > 0));
        const at = turn % rows.length;
        const turned = [...rows.slice(at).reverse(), ...rows.slice(0, at)];
        const model = fitBgNbd(rows);
        expect(fitBgNbd(turned)).toEqual(model);
        const weeks = fitBgNbd(rows, { daysPerUnit: 7 });
        const purchases = rows.reduce((sum, { x }) => sum + x, 0);
        const shift = purchases * Math.log(7);
        expect(Math.abs(weeks.logLikelihood - model.logLikelihood - shift)).toBeLessThan(1e-6 * (1 + shift));
        const [days, inWeeks] = [model, weeks].map((each) =>
          forecastCustomers(rows, { purchases: each }, { days: 30, unidentified: "show" }),
        );
        for (const [i, row] of days.entries()) {
          expect(Math.abs(row.expectedPurchases - inWeeks[i].expectedPurchases)).toBeLessThan(
            1e-9 * (1 + row.expectedPurchases),
          );
        }
        const spends = new Set(rows.map(({ meanSpend }) => meanSpend));
        spends.delete(null);
        if (spends.size > 1) expect(fitGammaGamma(turned)).toEqual(fitGammaGamma(rows));
      }),
      some(60),
    );
  });
});

/** A customer's purchase days up to a day, from the rows. */
function daysOf(rows: readonly { customerId: unknown; date: string; amount: number }[], asOf: string) {
  const days = new Map<unknown, Map<string, number>>();
  for (const { customerId, date, amount } of rows) {
    const day = date.slice(0, 10);
    if (amount < 0 || day > asOf) continue;
    const own = days.get(customerId) ?? new Map<string, number>();
    days.set(customerId, own.set(day, (own.get(day) ?? 0) + amount));
  }
  return days;
}
const DAY = 86_400_000;
const between = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / DAY;

describe("purchase histories", () => {
  it("are what the days of each customer come to", () => {
    const asOf = fc.constantFrom("2024-02-28", "2024-03-01", "2024-03-05");
    fc.assert(
      fc.property(transactions, asOf, returnsOption, (rows, end, returns) => {
        fc.pre(returns !== "match");
        const expected = daysOf(rows, end);
        const found = () => purchaseHistories(transactionLog(rows, { returns }), { asOf: end });
        if (expected.size === 0 && rows.some(({ amount }) => amount >= 0)) {
          expect(found).toThrow(RfmError);
          return;
        }
        const histories = found();
        expect(histories.length).toBe(expected.size);
        for (const { customerId, x, tX, T, meanSpend } of histories) {
          const own = [...(expected.get(customerId) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1));
          const [first, last] = [own[0][0], own[own.length - 1][0]];
          expect([x, tX, T]).toEqual([own.length - 1, between(first, last), between(first, end)]);
          if (x === 0) {
            expect(meanSpend).toBe(null);
            continue;
          }
          const spent = own.slice(1).reduce((sum, [, amount]) => sum + amount, 0);
          expect(Math.abs(Number(meanSpend) - spent / x)).toBeLessThanOrEqual(1e-12 * Math.abs(spent));
        }
      }),
      RUNS,
    );
  });
});

/** Shops of a few weeks: customers with days of purchases. */
const shop = fc
  .array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 }), {
    minLength: 3,
    maxLength: 12,
  })
  .map((customers) =>
    customers.flatMap((days, customerId) =>
      days.map((day) => ({
        customerId,
        date: new Date(Date.UTC(2024, 0, 1) + day * DAY).toISOString().slice(0, 10),
        amount: 1 + ((customerId + day) % 5),
      })),
    ),
  );

describe("a forecast put to the test", () => {
  it("is compared with what the days of the holdout hold", () => {
    const end = "2024-01-31";
    fc.assert(
      fc.property(shop, fc.integer({ min: 1, max: 20 }), (rows, holdoutDays) => {
        const last = new Date(Date.parse(end) + holdoutDays * DAY).toISOString().slice(0, 10);
        const before = new Date(Date.parse(end) - holdoutDays * DAY).toISOString().slice(0, 10);
        const [known, whole, early] = [end, last, before].map((day) => daysOf(rows, day));
        fc.pre(rows.some(({ date }) => date >= last));
        fc.pre(known.size > 1 && [...known.values()].some((days) => days.size > 1));
        const log = transactionLog(rows);
        const { forecasts, customers } = validateForecast(log, { calibrationEnd: end, holdoutDays });
        expect(customers.length).toBe(known.size);
        for (const { customerId, actualPurchases, actualRevenue } of customers) {
          const own = [...(whole.get(customerId) ?? [])].filter(([day]) => day > end);
          expect(actualPurchases).toBe(own.length);
          const spent = own.reduce((sum, [, amount]) => sum + amount, 0);
          expect(Math.abs(actualRevenue - spent)).toBeLessThan(1e-9 * (1 + spent));
        }
        const repeats = (days: ReturnType<typeof daysOf>, customer: unknown) =>
          Math.max(0, (days.get(customer)?.size ?? 0) - 1);
        const lastPeriod = [...known.keys()].reduce<number>(
          (sum, customer) => sum + repeats(known, customer) - repeats(early, customer),
          0,
        );
        expect(forecasts.find(({ forecast }) => forecast === "lastPeriod")?.purchases.expected).toBe(
          lastPeriod,
        );
        const runRate = [...known.values()].reduce((sum, days) => {
          const T = between([...days.keys()].sort()[0], end);
          return sum + (T === 0 ? 0 : ((days.size - 1) * holdoutDays) / T);
        }, 0);
        const found = Number(forecasts.find(({ forecast }) => forecast === "runRate")?.purchases.expected);
        expect(Math.abs(found - runRate)).toBeLessThan(1e-9 * (1 + runRate));
      }),
      some(100),
    );
  });

  it("is followed day by day, and the tables count every customer", () => {
    const end = "2024-01-31";
    fc.assert(
      fc.property(shop, anyModel, fc.integer({ min: 1, max: 9 }), (rows, model, stepDays) => {
        const known = daysOf(rows, end);
        fc.pre(known.size > 0);
        const log = transactionLog(rows);
        const steps = trackForecast(log, model, { calibrationEnd: end, stepDays });
        for (const { day, isHoldout, actualTotal, expectedTotal } of steps) {
          const until = daysOf(rows, day);
          const actual = [...known.keys()].reduce<number>(
            (sum, customer) => sum + Math.max(0, (until.get(customer)?.size ?? 0) - 1),
            0,
          );
          expect([actualTotal, isHoldout]).toEqual([actual, day > end]);
          const expected = [...known.values()].reduce((sum, days) => {
            const since = between([...days.keys()].sort()[0], day);
            const fresh = [{ x: 0, tX: 0, T: 0, meanSpend: null }];
            if (since <= 0) return sum;
            return sum + forecastGroup(fresh, { purchases: model }, { days: since }).expectedPurchases;
          }, 0);
          expect(Math.abs(expectedTotal - expected)).toBeLessThan(1e-9 * (1 + expected));
        }
        const found = purchaseHistories(log, { asOf: end });
        const table = frequencyTable(found, model, { most: 3 });
        const sum = (figures: readonly number[]) => figures.reduce((total, figure) => total + figure, 0);
        expect(table.map(({ actual }) => actual)).toEqual(
          [0, 1, 2, 3].map((x) => found.filter((row) => (x < 3 ? row.x === x : row.x >= 3)).length),
        );
        expect(Math.abs(sum(table.map(({ expected }) => expected)) - found.length)).toBeLessThan(
          1e-9 * found.length,
        );
      }),
      some(100),
    );
  });
});

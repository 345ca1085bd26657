import { type BootstrapOptions, bootstrap, giniCoefficient, paretoShare, type RfmErrorCode } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const worth = (...values: number[]) => values.map((monetary) => ({ monetary }));
const mean = (rows: readonly { monetary: number }[]) =>
  rows.reduce((sum, { monetary }) => sum + monetary, 0) / rows.length;
const METHODS = ["studentized", "bca", "percentile"] as const;
const shop = worth(...Array.from({ length: 60 }, (_, i) => 1.1 ** i));

describe("bootstrap(customers, statistic, options)", () => {
  it("gives the same interval for the same seed, and nearly the same for another", () => {
    for (const method of METHODS) {
      const found = bootstrap(shop, giniCoefficient, { seed: 1, method });
      expect(bootstrap(shop, giniCoefficient, { seed: 1, method })).toEqual(found);
      const other = bootstrap(shop, giniCoefficient, { seed: 2, method });
      expect(other).not.toEqual(found);
      expect(Math.abs(other.low - found.low)).toBeLessThan(found.standardError);
      expect(found.estimate).toBe(giniCoefficient(shop));
      expect(found.low).toBeLessThan(found.estimate);
      expect(found.high).toBeGreaterThan(found.estimate);
    }
  });

  it("says how it was made", () => {
    expect(bootstrap(shop, mean, { seed: 1 })).toMatchObject({
      level: 0.95,
      method: "studentized",
      replicates: 399,
    });
    expect(bootstrap(shop, mean, { seed: 1, method: "bca", level: 0.8 })).toMatchObject({
      level: 0.8,
      replicates: 999,
    });
  });

  it("has the standard error of a mean, and the interval that the normal distribution gives one", () => {
    // 400 values from 1 to 400: σ = √((400² − 1) / 12) = 115.47, and σ / √400 = 5.77. The studentised interval
    // knows its error from 20 groups, which is Student's t with 19 degrees of freedom.
    const customers = worth(...Array.from({ length: 400 }, (_, i) => i + 1));
    for (const [method, quantile] of [
      ["studentized", 2.093],
      ["bca", 1.96],
      ["percentile", 1.96],
    ] as const) {
      const found = bootstrap(customers, mean, { seed: 5, method, replicates: 1999 });
      expect(Math.abs(found.standardError - 5.77)).toBeLessThan(0.3);
      expect(Math.abs(found.low - (200.5 - quantile * 5.77))).toBeLessThan(1.2);
      expect(Math.abs(found.high - (200.5 + quantile * 5.77))).toBeLessThan(1.2);
    }
  });

  it("widens with the level", () => {
    const width = (level: number) => {
      const { low, high } = bootstrap(shop, mean, { seed: 3, level });
      return high - low;
    };
    expect(width(0.5)).toBeLessThan(width(0.9));
    expect(width(0.9)).toBeLessThan(width(0.99));
  });

  it("is cut at the values the statistic cannot leave", () => {
    const few = worth(1, 1, 1, 2, 90, 3, 1, 4, 1, 2, 7, 1);
    const open = bootstrap(few, (rows) => paretoShare(rows, { top: 0.2 }), { seed: 1 });
    const cut = bootstrap(few, (rows) => paretoShare(rows, { top: 0.2 }), { seed: 1, range: [0, 1] });
    expect(open.high).toBeGreaterThan(1);
    expect(cut).toEqual({ ...open, high: 1 });
  });

  it("is a point where all customers are the same", () => {
    for (const method of METHODS) {
      expect(bootstrap(worth(5, 5, 5, 5), mean, { seed: 1, method })).toMatchObject({
        estimate: 5,
        low: 5,
        high: 5,
        standardError: 0,
      });
    }
  });

  it("takes rounding for no spread", () => {
    // 29 customers of 0.3 and one of 0.1: every third resample holds nobody but the 29.
    const nearly = worth(...Array.from({ length: 30 }, (_, i) => (i === 0 ? 0.1 : 0.3)));
    expectRefusal(() => bootstrap(nearly, mean, { seed: 0 }), { code: "emptyPopulation", path: "customers" });
    const { low, high } = bootstrap(nearly, mean, { seed: 0, method: "bca" });
    expect(low).toBeGreaterThan(0.25);
    expect(high).toBeLessThanOrEqual(0.3 + 1e-9);
  });

  it("sends a median to the interval that is made for it", () => {
    const median = (rows: readonly { monetary: number }[]) =>
      rows.map(({ monetary }) => monetary).sort((a, b) => a - b)[Math.floor(rows.length / 2)];
    // 28 of 1, 22 of 2, 11 of 3: the median is 2 however a twentieth of them is left out.
    const counts = worth(...[28, 22, 11].flatMap((count, i) => new Array<number>(count).fill(i + 1)));
    expectRefusal(() => bootstrap(counts, median, { seed: 1 }), {
      code: "invalidValue",
      path: "statistic",
      message: 'method: "bca" is for those',
    });
    expect(bootstrap(counts, median, { seed: 1, method: "bca" })).toMatchObject({
      estimate: 2,
      low: 1,
      high: 2,
    });
  });

  it("refuses numbers whose squares leave the doubles", () => {
    const huge = worth(...Array.from({ length: 30 }, (_, i) => (i + 1) * 1e200));
    expectRefusal(() => bootstrap(huge, mean, { seed: 1, method: "bca" }), {
      code: "invalidValue",
      path: "statistic",
      message: "numbers whose squares doubles can hold",
    });
  });

  it("gives as many replicates as a level needs", () => {
    expect(bootstrap(shop, mean, { seed: 1, level: 0.999 }).replicates).toBe(1999);
  });

  it("does not care whether the statistic sorts the list it is given", () => {
    const sorting = (rows: readonly { monetary: number }[]) =>
      mean((rows as { monetary: number }[]).sort((a, b) => a.monetary - b.monetary));
    const list = () => shop.map((row) => row);
    const [sorted, plain] = [sorting, mean].map((statistic) => bootstrap(list(), statistic, { seed: 4 }));
    // Sums in another order round otherwise.
    expect(sorted.low).toBeCloseTo(plain.low, 9);
    expect(sorted.high).toBeCloseTo(plain.high, 9);
  });

  it("refuses a statistic that resamples cannot reach", () => {
    const distinct = (rows: readonly object[]) => new Set(rows).size;
    for (const method of METHODS) {
      expectRefusal(() => bootstrap(shop, distinct, { seed: 1, method }), {
        code: "invalidValue",
        path: "statistic",
        message: "a count of distinct values",
      });
    }
    expectRefusal(() => bootstrap(shop, "mean" as never, { seed: 1 }), {
      code: "invalidOption",
      path: "statistic",
    });
  });

  it("refuses a statistic that is no number, and customers too few or too equal", () => {
    const seed = { seed: 1 };
    expectRefusal(() => bootstrap(worth(3), mean, seed), { code: "emptyPopulation", path: "customers" });
    expectRefusal(() => bootstrap(worth(3, 4), () => Number.NaN, seed), {
      code: "invalidValue",
      path: "statistic",
    });
    expectRefusal(() => bootstrap("ada" as never, mean, seed), { code: "invalidInput", path: "customers" });
    expectRefusal(() => bootstrap(worth(1, 2), mean, seed), {
      code: "emptyPopulation",
      path: "customers",
      message: "too many resamples have no spread",
    });
    expect(bootstrap(worth(1, 2), mean, { seed: 1, method: "percentile" })).toMatchObject({
      low: 1,
      high: 2,
    });
  });

  it.each<[object, RfmErrorCode, string, string]>([
    [{}, "invalidOption", "seed", "a whole number"],
    [{ seed: 0.5 }, "invalidOption", "seed", "received 0.5"],
    [{ seed: 1, level: 95 }, "invalidOption", "level", "did you mean 0.95?"],
    [{ seed: 1, level: 1 }, "invalidOption", "level", ""],
    [{ seed: 1, level: "0.95" }, "invalidOption", "level", "a share between 0 and 1"],
    [{ seed: 1, replicates: 20 }, "invalidOption", "replicates", "from 99 to 1000000"],
    [{ seed: 1, level: 0.999, replicates: 1998 }, "invalidOption", "replicates", "from 1999 to"],
    [{ seed: 1, level: 0.9999999 }, "invalidOption", "level", "at most 0.999998"],
    [{ seed: 1, replicates: 1e12 }, "invalidOption", "replicates", ""],
    [{ seed: 1, range: ["0", "1"] }, "invalidOption", "range", "pair of numbers"],
    [{ seed: 1, range: [0, 1] }, "invalidOption", "range", "values around the statistic"],
    [{ seed: 1, method: "BCa" }, "invalidOption", "method", 'did you mean "bca"?'],
    [{ seed: 1, range: [1, 0] }, "invalidOption", "range", ""],
    [{ sed: 1 }, "unknownOption", "sed", 'did you mean "seed"?'],
  ])("refuses %j", (options, code, path, message) => {
    expectRefusal(() => bootstrap(shop, mean, options as BootstrapOptions), { code, path, message });
  });
});

import { randomLogNormal } from "d3-random";
import { describe, expect, it } from "vitest";
import { acceleration } from "../../src/core/jackknife.js";
import { permutationTest } from "../../src/core/permutation.js";
import { openRandom } from "../../src/core/random.js";
import { compareMeans } from "../../src/core/two-groups.js";
import { expectRefusal } from "../refusal.js";

/** What follows from these two groups is by scipy 1.17. */
const members = Float64Array.of(12.5, 40, 7.25, 310, 55, 18, 99.9, 23, 61, 150);
const rest = Float64Array.of(5, 8.5, 0, 31, 12, 44, 3, 0, 19.5, 27, 9, 15);
const OPTIONS = { seed: 1, level: 0.95, replicates: 19_999 };
const compare = (one: number[], other: number[], options: Partial<typeof OPTIONS> = {}) =>
  compareMeans(
    "test",
    { members: Float64Array.from(one), rest: Float64Array.from(other) },
    { ...OPTIONS, ...options },
  );

describe("the acceleration of two samples", () => {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const without = (values: Float64Array) => values.map((_, i) => mean(values.filter((__, j) => j !== i)));

  it("is that of scipy, for a difference and for a ratio", () => {
    const [one, other] = [without(members), without(rest)];
    const ofDifference = acceleration(
      one.map((left) => left - mean(rest)),
      other.map((left) => mean(members) - left),
    );
    expect(ofDifference).toBeCloseTo(0.08877141795728967, 13);
    const ofRatio = acceleration(
      one.map((left) => left / mean(rest)),
      other.map((left) => mean(members) / left),
    );
    expect(ofRatio).toBeCloseTo(0.030477436481540183, 13);
  });
});

describe("compareMeans(caller, groups, options)", () => {
  it("has the figures of the two groups, and intervals as scipy's of 200,000 resamples", () => {
    const found = compareMeans("test", { members, rest }, OPTIONS);
    expect(found.members.customers).toBe(10);
    expect(found.members.mean).toBeCloseTo(77.665, 12);
    expect(found.rest).toEqual({ customers: 12, mean: 14.5 });
    expect(found.difference.estimate).toBeCloseTo(63.165, 12);
    expect(found.ratio?.estimate).toBeCloseTo(5.356206896551724, 12);
    // The Monte-Carlo error of an end of 20,000 resamples is about 1 % of the width.
    expect(Math.abs(found.difference.low - 24.3)).toBeLessThan(1);
    expect(Math.abs(found.difference.high - 148.73)).toBeLessThan(3);
    expect(Math.abs(Number(found.ratio?.low) - 2.222)).toBeLessThan(0.1);
    expect(Math.abs(Number(found.ratio?.high) - 13.945)).toBeLessThan(0.4);
    const ninety = compareMeans("test", { members, rest }, { ...OPTIONS, level: 0.9 });
    expect(Math.abs(ninety.difference.low - 28.73)).toBeLessThan(1);
    expect(Math.abs(ninety.difference.high - 131.83)).toBeLessThan(2.5);
    expect(found.permutations).toBe(19_999);
  });

  it("has the p-values of all permutations, but for chance", () => {
    // scipy, of all 646,646 permutations: 0.002431 and 0.997583; the standard error of 20,000 is 0.00035.
    const found = compareMeans("test", { members, rest }, OPTIONS);
    expect(Math.abs(found.pValue - 0.002431)).toBeLessThan(0.0012);
    expect(Math.abs(found.pValueLess - 0.997583)).toBeLessThan(0.0012);
    // scipy, of all 56.
    const few = compare([3, 9, 1.5], [2, 9, 4, 0.5, 1]);
    expect(Math.abs(few.pValue - 0.35714285714285715)).toBeLessThan(0.011);
    expect(Math.abs(few.pValueLess - 0.7142857142857143)).toBeLessThan(0.011);
  });

  it("gives the same for the same seed, and nearly the same for another", () => {
    const found = compareMeans("test", { members, rest }, OPTIONS);
    expect(compareMeans("test", { members, rest }, OPTIONS)).toEqual(found);
    const other = compareMeans("test", { members, rest }, { ...OPTIONS, seed: 2 });
    expect(other.difference).not.toEqual(found.difference);
    expect(Math.abs(other.difference.low - found.difference.low)).toBeLessThan(1);
  });

  it("is never 0, however far the groups are apart", () => {
    const far = compare([1e6, 1e6 + 1, 1e6 + 2, 1e6, 1e6, 1e6, 1e6, 1e6], new Array(40).fill(1), {
      replicates: 999,
    });
    // One permutation in 377 million parts them so.
    expect(far).toMatchObject({ pValue: 1 / 1000, pValueLess: 1, permutations: 999 });
  });

  it("is a point, of p = 1, where all customers are the same", () => {
    const found = compare(new Array(7).fill(0.1), new Array(13).fill(0.1), { replicates: 999 });
    const point = (estimate: number) => ({ estimate, low: estimate, high: estimate });
    expect(found).toMatchObject({ difference: point(0), ratio: point(1), pValue: 1, pValueLess: 1 });
  });

  it("has no ratio to what is not above 0, in a resample either", () => {
    expect(compare([1, 2, 3], [0, 0, 0]).ratio).toBeNull();
    expect(compare([1, 2, 3], [-4, 2, 1]).ratio).toBeNull();
    // Of three customers a resample in four lacks the one who bought.
    expect(compare([1, 2, 3], [0, 0, 5]).ratio).toBeNull();
    expect(compare([1, 2, 3], [0, 0, 5]).difference.estimate).toBeCloseTo(1 / 3, 12);
  });

  it("takes one customer alone", () => {
    const { members: one, difference } = compare([10], [1, 2, 3, 4], { replicates: 999 });
    expect(one).toEqual({ customers: 1, mean: 10 });
    expect(difference.low).toBeGreaterThanOrEqual(6);
    expect(difference.high).toBeLessThanOrEqual(9);
  });

  it("refuses a seed that is none", () => {
    expectRefusal(() => compare([1], [2], { seed: 0.5 }), { code: "invalidOption", path: "seed" });
  });
});

describe("permutationTest(members, rest, options)", () => {
  it("takes sums for equal that differ by rounding alone", () => {
    // 0.1 + 0.2 is above 0.3, and 0.1 + 0.7 below 0.8: every pair below comes to the same.
    const half = Float64Array.of(0.1, 0.2, 0.3, 0.1, 0.2);
    const other = Float64Array.of(0.3, 0.1, 0.2, 0.1, 0.2);
    const test = (one: Float64Array, two: Float64Array) =>
      permutationTest(one, two, { random: openRandom("test", 3), permutations: 9999 });
    const found = test(half, other);
    const cents = test(
      half.map((value) => Math.round(10 * value)),
      other.map((value) => Math.round(10 * value)),
    );
    expect(found).toEqual(cents);
  });

  it("is the same test whichever group is the smaller", () => {
    const test = (one: Float64Array, two: Float64Array) =>
      permutationTest(one, two, { random: openRandom("test", 4), permutations: 9999 });
    const [found, turned] = [test(members, rest), test(rest, members)];
    expect(turned).toEqual({ greater: found.less, less: found.greater });
  });
});

/** Spend of the mean e^(μ + σ² / 2), a fifth of it nothing. */
function shops(seed: number) {
  const { uniform } = openRandom("shops", seed);
  const spend = randomLogNormal.source(uniform);
  const draw = (count: number, mu: number) => {
    const next = spend(mu, 1);
    return Float64Array.from({ length: count }, () => (uniform() < 0.2 ? 0 : next()));
  };
  return (members: number, rest: number, difference: number) => ({
    members: draw(members, 3 + difference),
    rest: draw(rest, 3),
  });
}

describe("many shops", () => {
  const options = (seed: number) => ({ seed, level: 0.95, replicates: 399 });

  it("have p-values spread evenly where there is no difference", () => {
    const draw = shops(1);
    const pValues = Array.from({ length: 500 }, (_, seed) => {
      return compareMeans("test", draw(30, 120, 0), options(seed));
    });
    for (const figure of ["pValue", "pValueLess"] as const) {
      const ascending = pValues.map((found) => found[figure]).sort((a, b) => a - b);
      const apart = ascending.map((p, i) => Math.max(Math.abs(p - i / 500), Math.abs(p - (i + 1) / 500)));
      // Kolmogorov and Smirnov's distance, 5 %.
      expect(Math.max(...apart)).toBeLessThan(1.358 / Math.sqrt(500));
    }
  });

  it("have small p-values where members bring twice as much", () => {
    const draw = shops(2);
    const found = Array.from({ length: 100 }, (_, seed) => {
      return compareMeans("test", draw(60, 240, Math.LN2), options(seed)).pValue;
    });
    expect(found.filter((p) => p <= 0.05).length).toBeGreaterThan(90);
  });

  it("have intervals that hold the truth nearly as often as they say", () => {
    const draw = shops(3);
    const SHOPS = 600;
    const truth = { ratio: 2, difference: 0.8 * (2 - 1) * Math.exp(3.5) };
    const found = Array.from({ length: SHOPS }, (_, seed) =>
      compareMeans("test", draw(100, 400, Math.LN2), options(seed)),
    );
    for (const figure of ["ratio", "difference"] as const) {
      const held = found.filter(({ [figure]: interval }) => {
        return interval !== null && interval.low <= truth[figure] && truth[figure] <= interval.high;
      });
      // In scipy the same intervals hold it 93 times in 100; the standard error is 1 point.
      expect(held.length / SHOPS).toBeGreaterThan(0.9);
      expect(held.length / SHOPS).toBeLessThan(0.96);
    }
  });
});

import { randomLcg, randomNormal, randomUniform } from "d3-random";
import { compareClusterCounts } from "rfm-kit/cluster";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const NAMES = ["a", "b", "c", "d"] as const;
type Row = Record<(typeof NAMES)[number], number>;

/** Gaussian groups whose centers are at least three times the sum of their spreads apart, of 40 to 160 customers. */
function mixture(seed: number) {
  const source = randomLcg(seed / 97);
  const uniform = (from: number, to: number) => randomUniform.source(source)(from, to)();
  const normal = randomNormal.source(source)();
  const [k, dimensions] = [2 + (seed % 5), 2 + (seed % 3)];
  const groups: { center: number[]; spread: number }[] = [];
  while (groups.length < k) {
    const found = {
      center: Array.from({ length: dimensions }, () => uniform(-8, 8)),
      spread: uniform(0.5, 1.2),
    };
    const apart = (other: typeof found) =>
      Math.hypot(...other.center.map((x, j) => x - found.center[j])) > 3 * (other.spread + found.spread);
    if (groups.every(apart)) groups.push(found);
  }
  const rows = groups.flatMap(({ center, spread }) =>
    Array.from({ length: Math.round(uniform(40, 160)) }, () => {
      return Object.fromEntries(center.map((x, j) => [NAMES[j], x + spread * normal()])) as Row;
    }),
  );
  return { k, rows, features: NAMES.slice(0, dimensions) };
}

const noise = (seed: number, count: number) => {
  const uniform = randomUniform.source(randomLcg(seed / 97))(0, 1);
  return Array.from({ length: count }, () => ({
    recency: Math.floor(365 * uniform()),
    frequency: 1 + Math.floor(20 * uniform()),
    monetary: 1000 * uniform(),
  }));
};

describe("compareClusterCounts(customers, options)", () => {
  it("recommends the number of groups there are, for at least 18 of 20 mixtures", () => {
    const right = Array.from({ length: 20 }, (_, seed) => mixture(seed + 1)).filter(
      ({ k, rows, features }) => {
        return compareClusterCounts(rows, { features, transform: "none", to: 7 }).recommended.k === k;
      },
    );
    expect(right.length).toBeGreaterThanOrEqual(18);
  });

  it.each([1, 2, 3, 4])("recommends none for customers spread evenly: %i", (seed) => {
    for (const transform of ["none", "log"] as const) {
      const { recommended } = compareClusterCounts(noise(seed, 200 + 150 * seed), { transform, to: 6 });
      expect(recommended.k).toBeNull();
      expect(recommended.reason).toMatch(/^No number of clusters/);
    }
  });

  it("tells each number in figures, the same from any order of the rows", () => {
    const { rows, features } = mixture(4);
    const options = { features, transform: "none", from: 1, to: 3 } as const;
    const comparison = compareClusterCounts(rows, options);
    expect(comparison.counts.map(({ k }) => k)).toEqual([1, 2, 3]);
    expect(comparison.customers).toBe(rows.length);
    expect(comparison.measured).toEqual({ silhouette: rows.length, refits: rows.length });
    const [one, two, three] = comparison.counts;
    expect(one).toMatchObject({
      silhouette: null,
      calinskiHarabasz: null,
      daviesBouldin: null,
      stability: 1,
    });
    // Of one group of scaled features the inertia is the variance, 1 each, of all.
    expect(one.inertia).toBeCloseTo(rows.length * features.length, 8);
    expect(two.inertia).toBeLessThan(one.inertia);
    expect(three.inertia).toBeLessThan(two.inertia);
    expect(compareClusterCounts([...rows].reverse(), options)).toEqual(comparison);
    expect(compareClusterCounts(rows, { ...options, seed: 2 }).counts[1].gap).not.toBe(two.gap);
  });

  it("measures a sample of many customers, and says so", () => {
    const many = noise(9, 6000);
    const { measured, recommended } = compareClusterCounts(many, { from: 2, to: 2, starts: 2 });
    // Each of the two groups has its part of 5,000, rounded.
    expect(measured.silhouette).toBeGreaterThanOrEqual(4999);
    expect(measured.silhouette).toBeLessThanOrEqual(5001);
    expect(measured.refits).toBe(1000);
    expect(recommended.k).toBeNull();
  });

  it("ends with 8 clusters, or with one fewer than customers that differ", () => {
    const ks = (rows: ReturnType<typeof noise>, options = {}) =>
      compareClusterCounts(rows, { starts: 1, ...options }).counts.map(({ k }) => k);
    expect(ks(noise(1, 20))).toEqual([2, 3, 4, 5, 6, 7, 8]);
    expect(ks(noise(1, 20), { from: 9 })).toEqual([9]);
    expect(ks([...noise(1, 5), ...noise(1, 5)])).toEqual([2, 3, 4]);
    expect(ks(noise(1, 3))).toEqual([2]);
    expect(ks(noise(1, 2), { from: 1 })).toEqual([1]);
  });

  it("says of two customers that they are too few, and nothing of numbers that were not given", () => {
    const message =
      /^compareClusterCounts: "customers": expected customers of whom at least 3 differ \(only 2 customers differ in/;
    expectRefusal(() => compareClusterCounts(noise(1, 2)), {
      code: "invalidInput",
      path: "customers",
      message,
    });
    const given = /expected a whole number from 1 to 1, received 2 \(only 2 customers differ/;
    expectRefusal(() => compareClusterCounts(noise(1, 2), { from: 2 }), {
      code: "invalidOption",
      path: "from",
      message: given,
    });
  });

  it("refuses numbers that cannot be compared", () => {
    const rows = noise(1, 20);
    const bad = { code: "invalidOption" } as const;
    expectRefusal(() => compareClusterCounts(rows, { from: 0 }), { ...bad, path: "from" });
    expectRefusal(() => compareClusterCounts(rows, { from: 4, to: 3 }), {
      ...bad,
      path: "to",
      message: /from 4/,
    });
    expectRefusal(() => compareClusterCounts(rows, { to: 20 }), {
      ...bad,
      path: "to",
      message: /from 2 to 19, received 20 \(only 20 customers differ in these features, and there have to be/,
    });
    expectRefusal(() => compareClusterCounts(rows, { from: 20 }), {
      ...bad,
      path: "from",
      message: /from 1 to 19, received 20 \(only 20 customers differ/,
    });
    expectRefusal(() => compareClusterCounts([]), { code: "emptyPopulation", path: "customers" });
    expectRefusal(() => compareClusterCounts(rows, { k: 3 } as never), { code: "unknownOption", path: "k" });
  });
});

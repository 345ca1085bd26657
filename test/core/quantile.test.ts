import { describe, expect, it } from "vitest";
import { cutPoints } from "../../src/core/quantile.js";
import { hasData, readExpectedJson } from "../data.js";

interface FuzzCase {
  readonly x: readonly number[];
  readonly [bins: `k${number}`]: { readonly quantile7: readonly number[] };
}

describe("cutPoints(sorted, bins)", () => {
  it("is the type-7 quantile: R's quantile(1:10, 1:4/5)", () => {
    const sorted = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    for (const [i, cut] of cutPoints(sorted, 5).entries())
      expect(cut).toBeCloseTo([2.8, 4.6, 6.4, 8.2][i], 14);
  });

  it("divides every length up to 1,500 into 2 to 10 bins as exact rationals do", () => {
    const sorted = Array.from({ length: 1500 }, (_, i) => i);
    for (let n = 1; n <= 1500; n++) {
      for (let bins = 2; bins <= 10; bins++) {
        const cuts = cutPoints(sorted.slice(0, n), bins);
        for (let k = 1; k < bins; k++) {
          // Of 0, 1, …, n - 1, those below (n - 1)k/b number ceil((n - 1)k/b).
          const [whole, rest] = [(BigInt(n - 1) * BigInt(k)) / BigInt(bins), ((n - 1) * k) % bins];
          const below = Number(whole) + (rest === 0 ? 0 : 1);
          const found = Math.min(n, Math.ceil(cuts[k - 1]));
          if (found !== below || (rest === 0 && cuts[k - 1] !== Number(whole))) {
            expect([n, bins, k, found, cuts[k - 1]]).toEqual([n, bins, k, below, Number(whole)]);
          }
        }
      }
    }
  });

  it("rounds an integer cut point once: the nearest double to the rational", () => {
    for (let n = 2; n <= 300; n++) {
      for (let bins = 2; bins <= 10; bins++) {
        const cuts = cutPoints(
          Array.from({ length: n }, (_, i) => i),
          bins,
        );
        for (const [i, cut] of cuts.entries()) expect(cut).toBe(((n - 1) * (i + 1)) / bins);
      }
    }
  });

  it("gives two equal neighbours exactly themselves", () => {
    expect(cutPoints([0.1, 0.1, 0.1, 0.1], 3)).toEqual([0.1, 0.1]);
    expect(cutPoints([7, 7.3, 7.3, 9], 2)).toEqual([7.3]);
  });

  it("stays at or above the lower value and below the upper, however near they are", () => {
    const next = 1 + Number.EPSILON;
    expect(cutPoints([1, next], 10)).toEqual(new Array(9).fill(1));
    expect(cutPoints([-next, -1], 10)).toEqual(new Array(9).fill(-next));
    expect(cutPoints([1e308, 1.7e308], 2)).toEqual([1e308]);
  });

  it.runIf(hasData)("equals R's quantiles of the fuzz cases", () => {
    const cases: FuzzCase[] = readExpectedJson("fuzz-r.json").cases;
    let compared = 0;
    for (const { x, ...byBins } of cases) {
      const sorted = [...x].sort((a, b) => a - b);
      for (const [name, { quantile7 }] of Object.entries(byBins)) {
        const bins = Number(name.slice(1));
        const found = [sorted[0], ...cutPoints(sorted, bins), sorted[sorted.length - 1]];
        expect(found.length).toBe(quantile7.length);
        for (const [i, cut] of found.entries()) {
          expect(Math.abs(cut - quantile7[i]), `${x} in ${bins}`).toBeLessThanOrEqual(
            1e-14 * (1 + Math.abs(cut)),
          );
          compared++;
        }
      }
    }
    expect(compared).toBeGreaterThan(1000);
  });
});

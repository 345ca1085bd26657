import fc from "fast-check";
import { bootstrap, RfmError } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.js";

const METHODS = ["studentized", "bca", "percentile"] as const;
/** Distinct values, so that hardly a resample is without spread. */
const values = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), {
  minLength: 9,
  maxLength: 16,
  size: "max",
});
/** Few values that doubles do not hold, so that whole resamples are equal but for their rounding. */
const repeated = fc.array(fc.constantFrom(0.1, 0.3, 0.7), { minLength: 2, maxLength: 12 });
const method = fc.constantFrom(...METHODS);
const seed = fc.integer();
const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

describe("bootstrap intervals", () => {
  it("are scaled and turned with the statistic", () => {
    fc.assert(
      fc.property(values, method, seed, fc.constantFrom(4, 0.5, -1, -2), (list, form, start, factor) => {
        const options = { seed: start, method: form, replicates: 99 };
        const plain = bootstrap(list, mean, options);
        const scaled = bootstrap(list, (rows) => factor * mean(rows), options);
        const [low, high] = [factor * plain.low, factor * plain.high].sort((a, b) => a - b);
        const tolerance = 1e-6 * (1 + high - low);
        expect(Math.abs(scaled.low - low)).toBeLessThan(tolerance);
        expect(Math.abs(scaled.high - high)).toBeLessThan(tolerance);
        expect(scaled.standardError).toBeCloseTo(Math.abs(factor) * plain.standardError, 9);
      }),
      RUNS,
    );
  });

  it("by percentiles lie among the values of the statistic, the wider ones around the narrower", () => {
    fc.assert(
      fc.property(values, fc.constantFrom("bca", "percentile"), seed, (list, form, start) => {
        const at = (level: number) =>
          bootstrap(list, mean, { seed: start, method: form, level, replicates: 199 });
        const [narrow, wide] = [at(0.5), at(0.99)];
        expect(Math.min(...list)).toBeLessThanOrEqual(wide.low);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(narrow.low).toBeLessThanOrEqual(narrow.high);
        expect(narrow.high).toBeLessThanOrEqual(wide.high);
        expect(wide.high).toBeLessThanOrEqual(Math.max(...list));
      }),
      RUNS,
    );
  });

  it("stay within reach of equal values, or are refused", () => {
    let given = 0;
    fc.assert(
      fc.property(repeated, method, seed, (list, form, start) => {
        try {
          const { low, high } = bootstrap(list, mean, { seed: start, method: form, replicates: 99 });
          given++;
          for (const end of [low, high]) expect(Math.abs(end)).toBeLessThan(100);
        } catch (error) {
          expect(error).toBeInstanceOf(RfmError);
        }
      }),
      RUNS,
    );
    expect(given).toBeGreaterThan(RUNS.numRuns / 3);
  });
});

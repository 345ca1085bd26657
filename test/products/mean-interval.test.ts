import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/core/normal.js";
import { meanInterval } from "../../src/products/mean-interval.js";

/** t + γt² / 3 + γ²t³ / 27 + γ / 6, as the paper has it. */
const transform = (t: number, skew: number) => t + (skew * t ** 2) / 3 + (skew ** 2 * t ** 3) / 27 + skew / 6;

describe("the interval of a mean", () => {
  it("ends where the transform of Student's statistic is a quantile", () => {
    const values = Float64Array.from([1, 2, 2, 3, 4, 30]);
    const { low, high } = meanInterval(values, 0.9);
    const mean = 7;
    const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5 / 6);
    const cubes = values.reduce((sum, value) => sum + (value - mean) ** 3, 0) / 6;
    const skew =
      cubes / (values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 6) ** 1.5 / Math.sqrt(6);
    expect(transform((mean - low) / error, skew)).toBeCloseTo(normalQuantile(0.95), 10);
    expect(transform((mean - high) / error, skew)).toBeCloseTo(normalQuantile(0.05), 10);
    // The long tail is above, so there is more room.
    expect(high - mean).toBeGreaterThan(2 * (mean - low));
  });

  it("is the usual one of values without skewness, and none of equal ones", () => {
    const { low, high } = meanInterval(Float64Array.from([1, 2, 3]), 0.95);
    const half = 1.959963984540054 / Math.sqrt(3);
    expect([low, high]).toEqual([expect.closeTo(2 - half, 12), expect.closeTo(2 + half, 12)]);
    expect(meanInterval(Float64Array.from([0.1, 0.1, 0.1]), 0.95)).toEqual({ low: 0.1, high: 0.1 });
  });
});

import { describe, expect, it } from "vitest";
import { bcaInterval, percentileInterval, studentizedInterval } from "../../src/core/bootstrap-interval.js";
import { acceleration, jackknifeVariance, leaveOut } from "../../src/core/jackknife.js";
import { normalCdf, normalQuantile } from "../../src/core/normal.js";

/** 199 replicates and 12 values of a jackknife; what follows from them is by numpy and scipy 1.17 in Python. */
const REPLICATES = Float64Array.from([
  0.89, 0.98, 1.07, 1.11, 1.11, 1.14, 1.3, 1.47, 1.5, 1.64, 1.71, 1.72, 1.73, 1.76, 1.85, 1.86, 1.87, 1.93,
  1.96, 2.02, 2.04, 2.15, 2.17, 2.17, 2.27, 2.3, 2.32, 2.35, 2.39, 2.39, 2.46, 2.47, 2.58, 2.6, 2.66, 2.7,
  2.74, 2.75, 2.81, 2.89, 2.9, 2.93, 2.99, 3.0, 3.1, 3.11, 3.11, 3.14, 3.14, 3.16, 3.16, 3.17, 3.19, 3.39,
  3.4, 3.41, 3.42, 3.43, 3.46, 3.52, 3.52, 3.54, 3.63, 3.7, 3.72, 3.75, 3.84, 3.84, 3.85, 3.88, 3.93, 3.96,
  3.96, 3.98, 4.01, 4.15, 4.22, 4.28, 4.3, 4.34, 4.37, 4.4, 4.41, 4.41, 4.49, 4.49, 4.5, 4.64, 4.69, 4.69,
  4.7, 4.7, 4.72, 4.72, 4.73, 4.85, 4.88, 4.89, 4.91, 4.95, 4.98, 5.02, 5.05, 5.06, 5.08, 5.12, 5.14, 5.15,
  5.18, 5.2, 5.22, 5.24, 5.31, 5.32, 5.34, 5.36, 5.38, 5.41, 5.46, 5.46, 5.48, 5.49, 5.52, 5.53, 5.54, 5.57,
  5.59, 5.6, 5.61, 5.69, 5.73, 5.83, 5.86, 5.98, 5.99, 6.07, 6.19, 6.36, 6.44, 6.51, 6.52, 6.55, 6.61, 6.67,
  6.7, 6.72, 6.77, 6.96, 7.1, 7.11, 7.16, 7.17, 7.22, 7.35, 7.35, 7.45, 7.47, 7.76, 7.82, 7.83, 7.83, 7.88,
  7.89, 7.92, 7.99, 8.11, 8.15, 8.21, 8.3, 8.31, 8.57, 8.6, 8.67, 8.73, 8.77, 8.94, 9.07, 9.14, 9.32, 9.56,
  9.61, 9.94, 10.02, 10.06, 10.23, 10.98, 11.56, 11.77, 11.8, 11.95, 11.97, 12.02, 12.02, 13.17, 14.07, 14.9,
  15.0, 16.54, 16.63,
]);
const LEFT_OUT = Float64Array.from([
  5.945, 5.227, 5.842, 5.122, 5.753, 5.418, 5.244, 5.478, 5.349, 5.153, 5.923, 5.966,
]);
const ESTIMATE = 5.9;

describe("the normal distribution", () => {
  it("has the values of scipy", () => {
    for (const [z, p] of [
      [-3, 0.0013498980316300933],
      [-1.959963984540054, 0.025],
      [-0.1, 0.460172162722971],
      [0, 0.5],
      [1.5, 0.9331927987311419],
      [3.5, 0.9997673709209645],
    ])
      expect(normalCdf(z)).toBeCloseTo(p, 13);
    for (const [p, z] of [
      [0.001, -3.090232306167813],
      [0.025, -1.9599639845400545],
      [0.2, -0.8416212335729142],
      [0.5, 0],
      [0.926, 1.446632067158979],
      [0.999, 3.090232306167813],
    ])
      expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });
});

describe("the jackknife", () => {
  it("has the acceleration and the variance of Python", () => {
    expect(acceleration(LEFT_OUT)).toBeCloseTo(-0.0074651570153824245, 14);
    expect(jackknifeVariance(LEFT_OUT)).toBeCloseTo(1.0942708333333337, 14);
    expect([acceleration(Float64Array.of(3, 3)), jackknifeVariance(Float64Array.of(3, 3))]).toEqual([0, 0]);
  });

  it("leaves out each group in turn", () => {
    const sum = (rows: readonly number[]) => rows.reduce((total, value) => total + value, 0);
    expect([...leaveOut([1, 10, 100, 1000, 10_000], 2, sum)]).toEqual([1010, 10_101]);
    expect([...leaveOut([1, 10, 100], 3, sum)]).toEqual([110, 101, 11]);
  });
});

describe("the interval of 199 replicates", () => {
  it.each([
    [0.95, 1.11, 14.07],
    [0.9, 1.64, 11.95],
    [0.5, 3.16, 7.11],
  ])("at level %f has the percentiles of numpy, at p (n + 1)", (level, low, high) => {
    const found = percentileInterval(REPLICATES, level);
    expect(found.low).toBeCloseTo(low, 12);
    expect(found.high).toBeCloseTo(high, 12);
  });

  it.each([
    [0.95, 2.3167271374965845, 16.63],
    [0.9, 2.9923382700496783, 16.602984397655963],
    [0.5, 5.350403916817355, 11.674940038334713],
  ])("at level %f has the bias-corrected and accelerated percentiles of scipy", (level, low, high) => {
    const found = bcaInterval(REPLICATES, ESTIMATE, acceleration(LEFT_OUT), level);
    expect(found.low).toBeCloseTo(low, 3);
    expect(found.high).toBeCloseTo(high, 3);
  });

  it("counts replicates equal to the estimate half, and stays finite where all are on one side", () => {
    const ties = Float64Array.of(1, 2, 2, 2, 3);
    expect(bcaInterval(ties, 2, 0, 0.5).low).toBeCloseTo(percentileInterval(ties, 0.5).low, 5);
    expect(bcaInterval(ties, 2, 0, 0.5).high).toBeCloseTo(percentileInterval(ties, 0.5).high, 5);
    for (const estimate of [-1, 99]) {
      const { low, high } = bcaInterval(REPLICATES, estimate, 0, 0.95);
      expect([0.89, 16.63]).toContain(estimate < 0 ? high : low);
    }
  });

  it("never crosses its ends, where the acceleration leaves no room", () => {
    const steps = Float64Array.from({ length: 999 }, (_, i) => i);
    const { low, high } = bcaInterval(steps, 5000, 0.16, 0.999);
    expect(low).toBeLessThanOrEqual(high);
  });

  it("turns around where it is studentised: a t that is high makes the low end", () => {
    const t = Float64Array.from({ length: 19 }, (_, i) => i - 6);
    // The 5 % and 95 % points are the first and the last, -6 and 12.
    expect(studentizedInterval(t, 100, 2, 0.9)).toEqual({ low: 76, high: 112 });
    expect(studentizedInterval(t, 100, 0, 0.9)).toEqual({ low: 100, high: 100 });
    // The place of the 95 % point is the 19th exactly; what lies beyond it does not matter.
    const beyond = Float64Array.from([...t, Number.POSITIVE_INFINITY, ...t].slice(0, 20)).slice(0, 19);
    expect(studentizedInterval(beyond, 0, 1, 0.9).low).toBe(-12);
    const endless = Float64Array.from({ length: 39 }, (_, i) => (i > 37 ? Number.POSITIVE_INFINITY : i));
    expect(studentizedInterval(endless, 0, 1, 0.9).low).toBe(-37);
  });
});

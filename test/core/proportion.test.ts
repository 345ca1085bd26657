import { describe, expect, it } from "vitest";
import { binomialUpperTail, hypergeometricUpperTail, wilsonInterval } from "../../src/core/proportion.js";

describe("wilsonInterval(count, n, level)", () => {
  it.each([
    [10, 100, 0.95, 0.0552291370606751, 0.17436566150491345],
    [0, 20, 0.95, 0, 0.16112515805281938],
    [20, 20, 0.9, 0.8808421626390355, 1],
    [1, 7, 0.99, 0.01700053672683366, 0.6162933454119195],
    [4321, 98_765, 0.95, 0.04249233853464126, 0.045043784509035144],
  ])("of %i in %i at level %f is that of statsmodels", (count, n, level, low, high) => {
    const found = wilsonInterval(count, n, level);
    expect(found.low).toBeCloseTo(low, 13);
    expect(found.high).toBeCloseTo(high, 13);
  });
});

describe("binomialUpperTail(count, n, p)", () => {
  it.each([
    [3, 10, 0.1, 0.0701908264],
    [60, 400, 0.1, 0.0010528245171127764],
    [1200, 10_000, 0.1, 4.802632937312988e-11],
    [500, 100_000, 0.1, 1],
    [9800, 100_000, 0.1, 0.9829284218630019],
    [10_500, 100_000, 0.1, 8.54728061423514e-8],
    [300, 300, 0.5, 2 ** -300],
    [1, 5, 1e-9, 4.99999999e-9],
    [999_900, 1_000_000, 0.9999, 0.5265621985636587],
    [40, 1_000_000, 1e-6, 4.618020379240288e-49],
  ])("P(X ≥ %i) of %i at %f is %f, as scipy.stats.binom.sf has it", (count, n, p, tail) => {
    expect(binomialUpperTail(count, n, p) / tail).toBeCloseTo(1, 9);
  });

  it("knows its ends", () => {
    expect([binomialUpperTail(0, 9, 0.3), binomialUpperTail(9, 9, 1), binomialUpperTail(0, 9, 0)]).toEqual([
      1, 1, 1,
    ]);
    expect([binomialUpperTail(10, 9, 0.3), binomialUpperTail(1, 9, 0)]).toEqual([0, 0]);
  });
});

describe("hypergeometricUpperTail(count, urn)", () => {
  it.each([
    [3, 20, 7, 8, 0.608359133126935],
    [90, 4338, 300, 434, 3.920649358115276e-24],
    [30, 4338, 300, 434, 0.5317248228079832],
    [250, 4338, 300, 434, 7.996440168695821e-231],
    [5, 10, 5, 5, 1 / 252],
    [60_000, 1_000_000, 500_000, 119_000, 0.0010165241036469534],
    [1, 1_000_000, 3, 10, 2.999972999916491e-5],
    [9, 12, 10, 10, 0.3181818181818182],
  ])(
    "of %i from %i with %i in %i is as scipy.stats.hypergeom.sf has it",
    (count, population, marked, drawn, tail) => {
      expect(hypergeometricUpperTail(count, { population, marked, drawn }) / tail).toBeCloseTo(1, 8);
    },
  );

  it("knows its ends", () => {
    expect(hypergeometricUpperTail(8, { population: 12, marked: 10, drawn: 10 })).toBe(1);
    expect(hypergeometricUpperTail(3, { population: 12, marked: 3, drawn: 12 })).toBe(1);
    expect(hypergeometricUpperTail(4, { population: 12, marked: 3, drawn: 12 })).toBe(0);
    expect(hypergeometricUpperTail(1, { population: 12, marked: 3, drawn: 0 })).toBe(0);
    expect(hypergeometricUpperTail(0, { population: 12, marked: 3, drawn: 4 })).toBe(1);
  });
});

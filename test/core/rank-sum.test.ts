import { describe, expect, it } from "vitest";
import { falseDiscoveryRates } from "../../src/core/false-discovery.js";
import { normalTail } from "../../src/core/normal.js";
import { compareRanks } from "../../src/core/rank-sum.js";

const upTo = (from: number, end: number) => Array.from({ length: end - from }, (_, i) => from + i);

describe("compareRanks(members, rest)", () => {
  it.each<[number[], number[], number, number]>([
    [
      [12.5, 40, 7.25, 310, 55, 18, 99.9, 23, 61, 150],
      [5, 8.5, 0, 31, 12, 44, 3, 0, 19.5, 27, 9, 15],
      0.65,
      0.011106442170352329,
    ],
    [[1, 1, 2, 3, 5], [1, 2, 2, 2, 4, 4, 9], -8 / 35, 0.5592759553645485],
    [[0, 0, 0, 1], [0, 1, 1, 1, 1, 1], -7 / 12, 0.10416255883043905],
    [[5, 5, 5], [5, 5], 0, 1],
    [[7], [1, 2, 3], 1, 0.37109336952269756],
    [upTo(100, 160), upTo(0, 80), 1, 5.318680923916125e-24],
  ])("of %j and %j has the values of scipy.stats.mannwhitneyu", (members, rest, cliffsDelta, pValue) => {
    const found = compareRanks(Float64Array.from(members), Float64Array.from(rest));
    expect(found.cliffsDelta).toBeCloseTo(cliffsDelta, 13);
    expect(found.pValue / pValue).toBeCloseTo(1, 10);
    // The groups turned round.
    const turned = compareRanks(Float64Array.from(rest), Float64Array.from(members));
    expect(turned.cliffsDelta).toBeCloseTo(-cliffsDelta, 13);
    expect(turned.pValue).toBe(found.pValue);
  });

  it("leaves the groups as they were", () => {
    const [members, rest] = [Float64Array.of(3, 1, 2), Float64Array.of(9, 8)];
    compareRanks(members, rest);
    expect([[...members], [...rest]]).toEqual([
      [3, 1, 2],
      [9, 8],
    ]);
  });
});

describe("normalTail(z)", () => {
  it.each([
    [-8, 0.9999999999999993],
    [-2.5, 0.9937903346742238],
    [-0.3, 0.6179114221889526],
    [0, 0.5],
    [0.1, 0.460172162722971],
    [1.96, 0.024997895148220435],
    [2.999, 0.0013543365337271057],
    [3.001, 0.0013454728250849653],
    [5, 2.866515718791933e-7],
    [10, 7.61985302416047e-24],
    [37, 5.7255712225239266e-300],
  ])("of %f is %f, as scipy.stats.norm.sf has it", (z, p) => {
    expect(normalTail(z) / p).toBeCloseTo(1, 11);
  });
});

describe("falseDiscoveryRates(pValues)", () => {
  it("has the values of scipy and statsmodels, in the order given", () => {
    const found = falseDiscoveryRates([0.01, 0.04, 0.03, 0.005, 0.2, 0.04, 0.9, 0.0001]);
    const expected = [
      0.026666666666666665, 0.05333333333333333, 0.05333333333333333, 0.02, 0.22857142857142856,
      0.05333333333333333, 0.9, 0.0008,
    ];
    for (const [i, q] of found.entries()) expect(q).toBeCloseTo(expected[i], 14);
  });

  it("knows none, and one", () => {
    expect(falseDiscoveryRates([])).toEqual([]);
    expect(falseDiscoveryRates([0.3])).toEqual([0.3]);
  });
});

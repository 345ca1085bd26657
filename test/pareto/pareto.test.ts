import { customersForShare, giniCoefficient, lorenzCurve, paretoShare } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const rows = (values: number[]) => values.map((monetary) => ({ monetary }));
const eight = rows([1, 40, 3, 20, 6, 10, 12, 8]);

describe("paretoShare(customers, options)", () => {
  it("is the share of the largest values, their number rounded up, down or to the nearest", () => {
    expect(paretoShare(eight, { top: 0.25 })).toBe(0.6);
    expect(paretoShare(eight, { top: 0.3 })).toBe(0.72);
    expect(paretoShare(eight, { top: 0.3, rounding: "floor" })).toBe(0.6);
    expect(paretoShare(eight, { top: 0.3, rounding: "round" })).toBe(0.6);
    expect(paretoShare(eight, { top: 0.3125, rounding: "round" })).toBe(0.72);
    expect([paretoShare(eight, { top: 0 }), paretoShare(eight, { top: 1 })]).toEqual([0, 1]);
  });

  it("counts heads of a decimal share exactly: 7 % of 100 are 7", () => {
    for (const n of [100, 300, 700, 1000]) {
      const ones = rows(new Array(n).fill(1));
      for (let percent = 0; percent <= 100; percent++) {
        for (const rounding of ["ceil", "floor", "round"] as const) {
          expect(paretoShare(ones, { top: percent / 100, rounding })).toBeCloseTo(percent / 100, 12);
        }
      }
    }
  });

  it("serves any value of any rows", () => {
    const products = [
      { name: "tea", sales: 3 },
      { name: "milk", sales: 1 },
    ];
    expect(paretoShare(products, { top: 0.5, value: "sales" })).toBe(0.75);
    expect(paretoShare([1, 1, 2], { top: 0.3, value: (x) => x })).toBe(0.5);
  });

  it("is 0 where there is nobody, or no revenue", () => {
    expect(paretoShare(rows([]), { top: 0.2 })).toBe(0);
    expect(paretoShare(rows([0, 0]), { top: 0.5 })).toBe(0);
  });

  it("refuses a percentage, with the share that was meant", () => {
    expectRefusal(() => paretoShare(eight, { top: 20 }), {
      code: "invalidOption",
      path: "top",
      message: "did you mean 0.2?",
    });
    for (const top of [-0.1, Number.NaN, "0.2", undefined]) {
      expectRefusal(() => paretoShare(eight, { top } as never), { code: "invalidOption", path: "top" });
    }
  });

  it("refuses negative values, or counts them as 0 on request", () => {
    const mixed = rows([5, -1, 5]);
    expectRefusal(() => paretoShare(mixed, { top: 0.5 }), {
      code: "negativeValue",
      path: "monetary",
      row: 1,
      message: 'negative: "floor"',
    });
    expect(paretoShare(mixed, { top: 0.3, negative: "floor" })).toBe(0.5);
    expect(giniCoefficient(mixed, { negative: "floor" })).toBe(giniCoefficient(rows([5, 0, 5])));
    expectRefusal(() => lorenzCurve(mixed), { code: "negativeValue", path: "monetary", row: 1 });
    expectRefusal(() => customersForShare(mixed, { share: 0.5 }), {
      code: "negativeValue",
      path: "monetary",
      row: 1,
    });
  });

  it("refuses values that are no numbers, an unknown column and an unknown option", () => {
    expectRefusal(() => paretoShare(rows([1, Number.NaN]), { top: 0.5 }), {
      code: "invalidValue",
      path: "monetary",
      row: 1,
    });
    expectRefusal(() => paretoShare(eight, { top: 0.5, value: "money" } as never), {
      code: "unknownColumn",
      path: "money",
    });
    expectRefusal(() => paretoShare(eight, { top: 0.5, share: 1 } as never), {
      code: "unknownOption",
      path: "share",
    });
    expectRefusal(() => paretoShare(eight, { top: 0.5, rounding: "up" } as never), {
      code: "invalidOption",
      path: "rounding",
    });
    expectRefusal(() => paretoShare(rows([1e308]), { top: 0.5 }), {
      code: "invalidValue",
      path: "monetary",
      row: 0,
    });
  });
});

describe("customersForShare(customers, options)", () => {
  it("is the least number of the largest values that make the share", () => {
    expect(customersForShare(eight, { share: 0.6 })).toEqual({ customers: 2, share: 0.25 });
    expect(customersForShare(eight, { share: 0.61 })).toEqual({ customers: 3, share: 0.375 });
    expect(customersForShare(eight, { share: 1 })).toEqual({ customers: 8, share: 1 });
    expect(customersForShare(eight, { share: 0 })).toEqual({ customers: 0, share: 0 });
    expect(customersForShare(rows([10, 0, 0]), { share: 1 })).toEqual({ customers: 1, share: 1 / 3 });
  });

  it("compares a decimal share exactly: 7 of 100 are 0.07", () => {
    const ones = rows(new Array(100).fill(1));
    for (let percent = 0; percent <= 100; percent++) {
      expect(customersForShare(ones, { share: percent / 100 }).customers).toBe(percent);
    }
  });

  it("is nobody where there is no revenue, and refuses a percentage", () => {
    expect(customersForShare(rows([]), { share: 0.8 })).toEqual({ customers: 0, share: 0 });
    expect(customersForShare(rows([0]), { share: 0.8 })).toEqual({ customers: 0, share: 0 });
    expectRefusal(() => customersForShare(eight, { share: 80 }), {
      code: "invalidOption",
      path: "share",
      message: "0.8",
    });
  });
});

describe("lorenzCurve(customers, options)", () => {
  it("runs from (0, 0) to (1, 1), poorest first", () => {
    expect(lorenzCurve(rows([6, 1, 3]))).toEqual([
      { population: 0, share: 0 },
      { population: 1 / 3, share: 0.1 },
      { population: 2 / 3, share: 0.4 },
      { population: 1, share: 1 },
    ]);
  });

  it("takes equal steps on request, interpolated", () => {
    expect(lorenzCurve(rows([1, 3]), { points: 4 }).map((point) => point.share)).toEqual([
      0, 0.125, 0.25, 0.625, 1,
    ]);
    expect(lorenzCurve(eight, { points: 2 })).toEqual([
      { population: 0, share: 0 },
      { population: 0.5, share: 0.18 },
      { population: 1, share: 1 },
    ]);
  });

  it("is empty for nobody, the diagonal without revenue, and refuses a number of points that cannot be", () => {
    expect(lorenzCurve(rows([]))).toEqual([]);
    expect(lorenzCurve(rows([0, 0])).map((point) => point.share)).toEqual([0, 0.5, 1]);
    for (const points of [0, -1, 2.5, 2 ** 33, null]) {
      expectRefusal(() => lorenzCurve(eight, { points } as never), { code: "invalidOption", path: "points" });
    }
  });
});

describe("giniCoefficient(customers, options)", () => {
  it("is half the mean difference of all pairs over the mean", () => {
    const values = [1, 40, 3, 20, 6, 10, 12, 8];
    const n = values.length;
    const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((s, d) => s + d, 0);
    const mean = values.reduce((s, v) => s + v, 0) / n;
    expect(giniCoefficient(eight)).toBeCloseTo(differences / (2 * n * n * mean), 14);
    expect(giniCoefficient(eight, { corrected: true })).toBeCloseTo(
      differences / (2 * n * (n - 1) * mean),
      14,
    );
  });

  it("refuses a corrected that is neither true nor false", () => {
    expectRefusal(() => giniCoefficient(eight, { corrected: "no" } as never), {
      code: "invalidOption",
      path: "corrected",
    });
  });

  it("is 0 for equal values, one customer, nobody and no revenue", () => {
    for (const values of [[2, 2, 2], [7], [], [0, 0]]) {
      expect(giniCoefficient(rows(values))).toBe(0);
      expect(giniCoefficient(rows(values), { corrected: true })).toBe(0);
    }
  });
});

import { fitScores, type RfmErrorCode, type Scorer, scoreCustomers } from "rfm-kit";
import { nested, ntile, pandasQcut, pymcSegments, rRfm } from "rfm-kit/compat";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const byFrequency = (values: number[]) =>
  values.map((frequency, i) => ({ recency: i, frequency, monetary: 10 * i }));
const frequencies = (values: number[], scorer: Scorer) =>
  scoreCustomers(byFrequency(values), scorer).map(({ f }) => f);

describe("scoreCustomers(customers, scorer)", () => {
  it("keeps the columns of the rows, and names the cell", () => {
    const [row] = scoreCustomers([{ ...byFrequency([3])[0], city: "Bath" }], ntile({ bins: 12 }));
    expect(row).toEqual({
      recency: 0,
      frequency: 3,
      monetary: 0,
      city: "Bath",
      r: 1,
      f: 1,
      m: 1,
      rfm: "1-1-1",
    });
  });

  it("scores nobody for nobody, even where the tool would raise an error", () => {
    const scorers: Scorer[] = [pandasQcut(), rRfm(), ntile(), nested(), pymcSegments()];
    for (const scorer of scorers) expect(scoreCustomers([], scorer)).toEqual([]);
  });

  it("takes a scorer of one's own, and refuses one that gives no score", () => {
    const mine = (score: number): Scorer => ({
      kind: "scorer",
      name: "mine",
      bins: { r: 2, f: 2, m: 2 },
      score: ({ recency }) => ({
        r: recency.map(() => 1),
        f: recency.map(() => score),
        m: recency.map(() => 2),
      }),
    });
    expect(scoreCustomers(byFrequency([5, 6]), mine(2)).map(({ rfm }) => rfm)).toEqual(["122", "122"]);
    for (const wrong of [0, 3, 1.5, Number.NaN]) {
      expectRefusal(() => scoreCustomers(byFrequency([5, 6]), mine(wrong)), {
        code: "binsMismatch",
        path: "f",
        row: 0,
        message: "expected a score from 1 to 2 of mine",
      });
    }
    const broken = { ...mine(1), score: undefined } as object as Scorer;
    expectRefusal(() => scoreCustomers([], broken), { code: "invalidOption", path: "scorer.score" });
    for (const [bins, path] of [
      [{ r: 0, f: 1, m: 1 }, "scorer.bins.r"],
      [{ r: 5 }, "scorer.bins.f"],
      [5, "scorer.bins"],
    ] as const) {
      const binless = { ...mine(1), bins } as object as Scorer;
      expectRefusal(() => scoreCustomers([], binless), { code: "invalidBins", path });
    }
    expectRefusal(() => scoreCustomers([], { ...mine(1), name: "" }), {
      code: "invalidOption",
      path: "scorer.name",
    });
    for (const columns of [undefined, { r: [1, 1], m: [1, 1] }, { r: [1, 1], f: [1], m: [1, 1] }]) {
      const partial: Scorer = { ...mine(1), score: () => columns as never };
      expectRefusal(() => scoreCustomers(byFrequency([5, 6]), partial), {
        code: "binsMismatch",
        path: columns === undefined ? "r" : "f",
        message: "expected a column of 2 scores of mine",
      });
    }
  });

  it("cannot be given to fitScores, which makes models", () => {
    expectRefusal(() => fitScores(byFrequency([1]), ntile() as object), {
      code: "unknownOption",
      path: "kind",
    });
  });
});

describe("pandasQcut(options)", () => {
  it("has no bin for one value alone, except for one bin of it", () => {
    expectRefusal(() => frequencies([7, 7, 7], pandasQcut({ duplicates: "drop" })), {
      code: "collapsedBins",
      path: "frequency",
      message: "expected at least two different values",
    });
    expect(frequencies([7, 7, 7], pandasQcut({ bins: { f: 1 } }))).toEqual([1, 1, 1]);
  });

  it("rounds as a release of pandas does where asked", () => {
    // By pandas 1.5.3, 2.2.3 and 3.1.1 themselves.
    const of = (values: number[], q: number, pandas: "1.5" | "2.2" | "3") =>
      frequencies(values, pandasQcut({ bins: { r: 1, f: q, m: 1 }, pandas }));
    expect(of([1, 2, 3, 4], 3, "1.5")).toEqual([1, 1, 2, 3]);
    expect(of([1, 2, 3, 4], 3, "2.2")).toEqual([1, 2, 3, 3]);
    expect(of([1, 2, 3, 4, 5, 6, 7], 6, "1.5")).toEqual([1, 1, 2, 3, 4, 5, 6]);
    expect(of([1, 2, 3, 4, 5, 6, 7], 6, "2.2")).toEqual([1, 2, 3, 3, 5, 5, 6]);
    expect(of([1, 2, 3, 4, 5, 6, 7], 6, "3")).toEqual([1, 1, 2, 3, 4, 5, 6]);
    const eight = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(of(eight, 7, "1.5")).toEqual([1, 1, 2, 3, 4, 6, 6, 7]);
    expect(of(eight, 7, "2.2")).toEqual([1, 1, 2, 3, 4, 6, 6, 7]);
    expect(of(eight, 7, "3")).toEqual([1, 1, 2, 3, 4, 5, 6, 7]);
    const ninetyOne = Array.from({ length: 91 }, (_, i) => i + 1);
    expect(["1.5", "2.2", "3"].map((release) => of(ninetyOne, 10, release as "3")[63])).toEqual([7, 8, 7]);
  });

  it("takes duplicates and ties for each score", () => {
    const customers = [1, 1, 1, 2].map((value) => ({ recency: value, frequency: value, monetary: value }));
    const scorer = pandasQcut({
      bins: { r: 4, f: 2, m: 2 },
      duplicates: { m: "drop", f: "drop" },
      ties: { r: "first" },
    });
    expect(scoreCustomers(customers, scorer).map(({ rfm }) => rfm)).toEqual(["411", "311", "211", "111"]);
  });
});

describe("ntile(options)", () => {
  it("gives the first buckets one more, recency in either form", () => {
    const customers = [1, 2, 3, 4, 5].map((value) => ({ recency: value, frequency: value, monetary: value }));
    const scores = (scorer: Scorer) => scoreCustomers(customers, scorer).map(({ r, f }) => [r, f]);
    expect(scores(ntile({ bins: 2 }))).toEqual([
      [2, 1],
      [2, 1],
      [1, 1],
      [1, 2],
      [1, 2],
    ]);
    expect(scores(ntile({ bins: 2, recency: "reversed" }))).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
      [1, 2],
      [1, 2],
    ]);
  });

  it("leaves buckets empty where there are more of them than customers", () => {
    expect(frequencies([9, 3], ntile({ bins: 5 }))).toEqual([2, 1]);
  });
});

describe("rRfm(options)", () => {
  it("adds 1 to the quantiles, and nothing to thresholds of one's own", () => {
    // The median is 3, so that R's second bin begins at 4; as a threshold, 3 begins it itself.
    expect(frequencies([1, 2, 3, 4, 5], rRfm({ bins: 2 }))).toEqual([1, 1, 1, 2, 2]);
    expect(frequencies([1, 2, 3, 3.5, 5], rRfm({ bins: 2 }))).toEqual([1, 1, 1, 1, 2]);
    expect(frequencies([1, 2, 3, 4, 5], rRfm({ cuts: { frequency: [3] } }))).toEqual([1, 1, 2, 2, 2]);
  });

  it("refuses a value that R leaves without a score", () => {
    expectRefusal(() => frequencies([1, 2 ** 53], rRfm()), {
      code: "invalidValue",
      path: "frequency",
      row: 1,
      message: "R leaves it without a score",
    });
  });
});

describe("pymcSegments(options)", () => {
  it("cuts the mean spend per period, or monetary where it is the mean already", () => {
    const customers = [1, 2, 3, 4].map((frequency) => ({ recency: frequency, frequency, monetary: 60 }));
    expect(scoreCustomers(customers, pymcSegments()).map(({ rfm }) => rfm)).toEqual([
      "414",
      "323",
      "232",
      "141",
    ]);
    const means = customers.map((customer) => ({ ...customer, monetary: customer.frequency }));
    const scorer = pymcSegments({ monetary: "mean" });
    expect(scoreCustomers(means, scorer).map(({ m }) => m)).toEqual([1, 2, 3, 4]);
  });

  it("falls back to fewer labels, from the best recency down, and refuses a single bin", () => {
    // The edges 1, 1, 1, 5, 9 without their repetitions make two bins: up to 5, and up to 9.
    const customers = [1, 1, 1, 5, 9].map((value, i) => ({
      recency: value,
      frequency: 1 + i,
      monetary: 7 ** i,
    }));
    expect(scoreCustomers(customers, pymcSegments()).map(({ r }) => r)).toEqual([2, 2, 2, 2, 1]);
    // Frequencies 1, 1, 1, 1, 2 leave the edges 1 and 2, which is one bin.
    const once = customers.map((customer, i) => ({ ...customer, frequency: i === 4 ? 2 : 1 }));
    expectRefusal(() => scoreCustomers(once, pymcSegments()), { code: "collapsedBins", path: "frequency" });
    const never = customers.map((customer, i) => ({ ...customer, frequency: i }));
    expectRefusal(() => scoreCustomers(never, pymcSegments()), {
      code: "invalidValue",
      path: "frequency",
      row: 0,
    });
    const same = customers.map((customer) => ({ ...customer, recency: 4 }));
    expectRefusal(() => scoreCustomers(same, pymcSegments()), { code: "collapsedBins", path: "recency" });
  });
});

describe("nested(options)", () => {
  it("cuts frequency within recency, and money within both", () => {
    const customers = [
      { recency: 1, frequency: 10, monetary: 5 },
      { recency: 2, frequency: 20, monetary: 4 },
      { recency: 3, frequency: 30, monetary: 3 },
      { recency: 4, frequency: 30, monetary: 9 },
      { recency: 80, frequency: 1, monetary: 1 },
      { recency: 81, frequency: 2, monetary: 2 },
      { recency: 82, frequency: 3, monetary: 3 },
      { recency: 83, frequency: 4, monetary: 4 },
    ];
    expect(scoreCustomers(customers, nested({ bins: 2 })).map(({ rfm }) => rfm)).toEqual([
      "212",
      "211",
      "221",
      "222",
      "111",
      "112",
      "121",
      "122",
    ]);
  });
});

describe("the options of other tools' scorers", () => {
  it.each<[string, () => unknown, RfmErrorCode, string]>([
    ["pandasQcut", () => pandasQcut({ bins: 0 }), "invalidBins", "bins"],
    ["pandasQcut", () => pandasQcut({ ties: "last" as "first" }), "invalidOption", "ties"],
    [
      "pandasQcut",
      () => pandasQcut({ duplicates: { f: "none" as "drop" } }),
      "invalidOption",
      "duplicates.f",
    ],
    ["pandasQcut", () => pandasQcut({ ties: { freq: "first" } as object }), "unknownOption", "ties.freq"],
    ["ntile", () => ntile({ recency: "up" as "reversed" }), "invalidOption", "recency"],
    ["ntile", () => ntile({ bin: 5 } as object), "unknownOption", "bin"],
    ["rRfm", () => rRfm({ bins: 5, cuts: { monetary: [1] } }), "invalidBins", "cuts.monetary"],
    ["pymcSegments", () => pymcSegments({ monetary: "median" as "mean" }), "invalidOption", "monetary"],
    ["nested", () => nested({ bins: 2.5 }), "invalidBins", "bins"],
  ])("of %s are refused by name", (caller, call, code, path) => {
    expectRefusal(call, { code, path, message: `${caller}: ` });
  });
});

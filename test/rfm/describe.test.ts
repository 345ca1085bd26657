import { customerFeatures, describeFeatures } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

type Row = Record<string, unknown>;

/** One column of these values. */
const column = (values: readonly (number | null)[]) => values.map((x) => ({ x }));
const summary = (values: readonly (number | null)[]) => describeFeatures(column(values)).summaries[0];
/** The report on rows that the types would not all let pass. */
const report = (rows: readonly Row[], options: object = {}) =>
  describeFeatures(rows as readonly Record<string, number>[], options);

describe("describeFeatures(customers)", () => {
  it("gives every figure by its formula", () => {
    // The mean is 5; deviations -4, -3, -3, -2 and 12 have squares of 182, cubes of 1,602 and fourth powers of 21,170.
    const skewness = ((Math.sqrt(20) / 3) * (1602 / 5)) / (182 / 5) ** 1.5;
    const kurtosis = (4 / 6) * (6 * (21_170 / 5 / (182 / 5) ** 2 - 3) + 6);
    expect(summary([17, 2, 1, 3, null, 2])).toEqual({
      feature: "x",
      count: 5,
      missing: 1,
      mean: 5,
      standardDeviation: expect.closeTo(Math.sqrt(182 / 4), 12),
      min: 1,
      lowerQuartile: 2,
      median: 2,
      upperQuartile: 3,
      max: 17,
      skewness: expect.closeTo(skewness, 12),
      kurtosis: expect.closeTo(kurtosis, 12),
    });
    // Type-7 quartiles of four values stand at the places 0.75, 1.5 and 2.25.
    expect(summary([10, 20, 40, 80])).toMatchObject({
      lowerQuartile: 17.5,
      median: 30,
      upperQuartile: 50,
    });
  });

  it("knows no figure that too few values have", () => {
    const figures = (values: number[]) => {
      const { mean, standardDeviation, skewness, kurtosis } = summary(values);
      return [mean, standardDeviation, skewness, kurtosis].map((figure) => figure !== null);
    };
    expect(figures([3])).toEqual([true, false, false, false]);
    expect(figures([3, 4])).toEqual([true, true, false, false]);
    expect(figures([3, 4, 8])).toEqual([true, true, true, false]);
    expect(figures([3, 4, 8, 9])).toEqual([true, true, true, true]);
    const nothing = Object.entries(summary([null, null])).filter(([, figure]) => figure !== null);
    expect(Object.fromEntries(nothing)).toEqual({ feature: "x", count: 0, missing: 2 });
  });

  it("gives values that are all equal no shape, not one of 0", () => {
    expect(summary([0.1, 0.1, 0.1, 0.1, 0.1])).toEqual({
      feature: "x",
      count: 5,
      missing: 0,
      mean: 0.1,
      standardDeviation: 0,
      min: 0.1,
      lowerQuartile: 0.1,
      median: 0.1,
      upperQuartile: 0.1,
      max: 0.1,
      skewness: null,
      kurtosis: null,
    });
  });

  it("correlates over the customers that have both", () => {
    const rows = [
      { x: 1, y: 2, z: 5 },
      { x: 2, y: 4, z: 5 },
      { x: 3, y: 7, z: 5 },
      { x: 100, y: null, z: 5 },
      { x: null, y: 100, z: 9 },
    ];
    const { correlations } = describeFeatures(rows);
    // Σ dx dy = 5, Σ dx² = 2, Σ dy² = (49 + 1 + 64) / 9
    const r = expect.closeTo(5 / Math.sqrt((2 * 114) / 9), 12);
    // z is 5 wherever there is an x; with y it varies: dy = -5/4, 3/4, ... against 9 at y = 100.
    expect(correlations.x).toEqual({ x: 1, y: r, z: null });
    expect(correlations.y.x).toBe(correlations.x.y);
    // y 2, 4, 7, 100 has the mean 28.25, z 5, 5, 5, 9 the mean 6: Σ dy dz = 287, Σ dz² = 12.
    const yy = 26.25 ** 2 + 24.25 ** 2 + 21.25 ** 2 + 71.75 ** 2;
    expect(correlations.y.z).toBeCloseTo(287 / Math.sqrt(yy * 12), 12);
    const few = describeFeatures([
      { x: 1, y: null },
      { x: 2, y: 3 },
    ]);
    expect(few.correlations).toEqual({ x: { x: 1, y: null }, y: { x: null, y: null } });
  });

  it.each([
    ["a huge offset", 2 ** 50, 1],
    ["a tiny spread", 2 ** 30, 2 ** -22],
    ["tiny values", 0, 2 ** -900],
    ["huge values", 0, -(2 ** 900)],
  ])("loses nothing to %s", (_, offset, unit) => {
    const base = [1, 2, 2, 3, 17, 5];
    const rows = base.map((x, i) => ({ x: offset + unit * x, y: i }));
    const [plain, moved] = [describeFeatures(base.map((x, y) => ({ x, y }))), describeFeatures(rows)];
    const sign = Math.sign(unit);
    const [{ standardDeviation, skewness, kurtosis }] = moved.summaries;
    const [expected] = plain.summaries;
    expect(Number(standardDeviation) / Math.abs(unit)).toBeCloseTo(Number(expected.standardDeviation), 12);
    expect(skewness).toBeCloseTo(sign * Number(expected.skewness), 12);
    expect(kurtosis).toBeCloseTo(Number(expected.kurtosis), 12);
    expect(moved.correlations.x.y).toBeCloseTo(sign * Number(plain.correlations.x.y), 12);
  });

  it("takes the columns with numbers, but for the customer's id, or those that are named", () => {
    const rows = [
      { customerId: 7, segment: "new", since: new Date(0), recency: 3, gap: null, empty: undefined },
      { customerId: 8, segment: null, since: null, recency: 5, gap: 2.5, empty: null },
    ];
    const names = (found: { summaries: readonly { feature: string }[] }) =>
      found.summaries.map(({ feature }) => feature);
    expect(names(describeFeatures(rows))).toEqual(["recency", "gap", "empty"]);
    expect(names(describeFeatures(rows, { features: ["gap", "customerId"] }))).toEqual(["gap", "customerId"]);
    expect(names(report([{ a: 1 }, { b: 2 }]))).toEqual(["a", "b"]);
    expect(report([{ a: 1 }, { b: 2 }]).summaries[1]).toMatchObject({ count: 1, missing: 1, mean: 2 });
    const proto = report([JSON.parse('{"__proto__": 1, "x": 2}'), JSON.parse('{"__proto__": 2, "x": 3}')]);
    expect(names(proto)).toEqual(["__proto__", "x"]);
    expect(Object.entries(proto.correlations.x)).toEqual([
      ["__proto__", 1],
      ["x", 1],
    ]);
  });

  it("says nothing of nobody", () => {
    const nothing = { customers: 0, summaries: [], correlations: {}, findings: [] };
    expect(describeFeatures([])).toEqual(nothing);
    const named = report([], { features: ["recency"] });
    expect(named.summaries[0]).toMatchObject({ feature: "recency", count: 0, missing: 0, mean: null });
    expect(named.findings).toEqual([]);
  });

  it("gives plain data and leaves frozen input as it is", () => {
    const rows = Object.freeze([1, 5, 2, 9].map((x) => Object.freeze({ x, y: -x })));
    const found = describeFeatures(rows);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(rows.map(({ x }) => x)).toEqual([1, 5, 2, 9]);
  });

  it("takes what customerFeatures gives", () => {
    const orders = [
      { customerId: "ada", date: "2024-01-01", amount: 5 },
      { customerId: "bob", date: "2024-01-02", amount: 9 },
    ];
    const { summaries } = describeFeatures(customerFeatures(orders));
    expect(summaries.map(({ feature, missing }) => [feature, missing])).toEqual([
      ["recency", 0],
      ["frequency", 0],
      ["monetary", 0],
      ["tenure", 0],
      ["averageOrderValue", 0],
      ["itemsPerOrder", 2],
      ["distinctProducts", 2],
      ["returnRate", 0],
      ["meanDaysBetweenOrders", 2],
      ["spreadOfDaysBetweenOrders", 2],
      ["shareOfRecentSpend", 0],
    ]);
  });
});

describe("findings", () => {
  /** 0 for all but the first, which have these. */
  const rare = (firsts: readonly number[], customers: number) =>
    Array.from({ length: customers }, (_, i) => ({ x: firsts[i] ?? 0 }));

  it("name features that some lack", () => {
    expect(describeFeatures(column([1, null, 2, null])).findings).toEqual([
      {
        finding: "missing",
        feature: "x",
        missing: 2,
        text: '"x" is missing for 2 of 4 customers: leave those customers out, or do without it.',
      },
    ]);
    expect(describeFeatures(column([null, null])).findings.map(({ text }) => text)).toEqual([
      '"x" is missing for all customers: leave the feature out.',
    ]);
  });

  it("name features that one value has nearly to itself, and call them nothing else", () => {
    expect(describeFeatures(rare([7], 20)).findings).toEqual([
      {
        finding: "near-constant",
        feature: "x",
        value: 0,
        share: 0.95,
        text: '"x" is 0 for 95.0 % of those who have it: it tells few apart.',
      },
    ]);
    const kinds = (rows: { x: number }[], options: object = {}) =>
      describeFeatures(rows, options).findings.map(({ finding }) => finding);
    expect(kinds(rare([7, 7], 21))).toEqual(["skewed"]);
    expect(kinds(rare([7, 7], 21), { constantAt: 0.9 })).toEqual(["near-constant"]);
    expect(kinds(column([3, 3]) as { x: number }[])).toEqual(["near-constant"]);
    expect(kinds(column([3, null]) as { x: number }[])).toEqual(["missing", "near-constant"]);
  });

  it("name pairs that go together, either way", () => {
    const rows = [1, 2, 3, 4, 6].map((x) => ({ x, y: 10 - 2 * x, z: x % 2 }));
    expect(describeFeatures(rows).findings).toEqual([
      {
        finding: "redundant",
        features: ["x", "y"],
        correlation: expect.closeTo(-1, 12),
        text: '"x" and "y" go together (r = -1.00): one of them is enough.',
      },
    ]);
    // z is 1, 0, 1, 0, 0: Σ dx dz = 1 + 3 - 16 · 0.4 = -2.4, Σ dx² = 14.8, Σ dz² = 1.2.
    const r = 2.4 / Math.sqrt(14.8 * 1.2);
    const pairs = (redundantAt: number) =>
      describeFeatures(rows, { redundantAt }).findings.filter(({ finding }) => finding === "redundant")
        .length;
    expect([pairs(r + 1e-9), pairs(r - 1e-9)]).toEqual([1, 3]);
  });

  it("name skewed features, and what mends them", () => {
    const doubling = [1, 2, 4, 8, 16, 32, 64].map((x) => x - 1);
    const [finding] = describeFeatures(column(doubling)).findings;
    expect(finding).toEqual({
      finding: "skewed",
      feature: "x",
      skewness: summary(doubling).skewness,
      transform: "log",
      // log(1 + x) is evenly spaced.
      logSkewness: expect.closeTo(0, 12),
      text: expect.stringMatching(/^"x" is skewed to the right \(1\.\d\d\), its logarithm less \(0\.00\)\.$/),
    });
    const left = describeFeatures(column(doubling.map((x) => 64 - x))).findings[0];
    expect(left).toMatchObject({ finding: "skewed", transform: "yeo-johnson" });
    expect(left.text).toMatch(
      /^"x" is skewed to the left \(-1\.\d\d\), its logarithm no less \(-\d\.\d\d\): "rank" or "yeo-johnson" is what is left\.$/,
    );
    const below = describeFeatures(column(doubling.map((x) => x - 1))).findings[0];
    expect(below).toMatchObject({ transform: "yeo-johnson", logSkewness: null });
    expect(below.text).toMatch(
      /, and a logarithm takes nothing below 0: "rank" or "yeo-johnson" is what is left\.$/,
    );
    // Of 0, 0, 0, 1, 3 logarithms 0, 0, 0, log 2, 2 log 2 have the mean 0.6 log 2; G₁ = √20 / 3 · m₃ / m₂^1.5.
    const d = [-0.6, -0.6, -0.6, 0.4, 1.4];
    const mean = (power: number) => d.reduce((sum, x) => sum + x ** power, 0) / 5;
    const after = ((Math.sqrt(20) / 3) * mean(3)) / mean(2) ** 1.5;
    const [still] = describeFeatures(column([0, 0, 0, 1, 3])).findings;
    expect(still).toMatchObject({ transform: "log", logSkewness: expect.closeTo(after, 12) });
    expect(after).toBeGreaterThan(1);
    expect(still.text).toBe(
      `"x" is skewed to the right (1.71), its logarithm less (${after.toFixed(2)}), yet still beyond 1: "rank" or "yeo-johnson" is what is left.`,
    );
    expect(describeFeatures(column(doubling), { skewedAt: 2 }).findings).toEqual([]);
  });
});

describe("describeFeatures refuses", () => {
  it("rows that are none, and values that are neither numbers nor missing", () => {
    expectRefusal(() => report({} as Row[]), { code: "invalidInput", path: "customers" });
    expectRefusal(() => report([{ x: 1 }, null as unknown as Row]), {
      code: "invalidInput",
      path: "customers",
      row: 1,
    });
    const message = /^describeFeatures: "x" of row 1: expected a finite number or null, received/;
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY, "7", true, 7n]) {
      expectRefusal(() => report([{ x: 1 }, { x }]), { code: "invalidValue", path: "x", row: 1, message });
      expectRefusal(() => report([{ x }, { x: 1 }]), { code: "invalidValue", path: "x", row: 0 });
    }
    expectRefusal(() => report([{ x: 1e300 }]), { code: "invalidValue", path: "x", row: 0 });
    expectRefusal(() => report([{ name: "ada" }], { features: ["name"] }), {
      code: "invalidValue",
      path: "name",
      row: 0,
    });
  });

  it("features that are not there, or twice", () => {
    const rows = [{ recency: 1, monetary: 2 }];
    expectRefusal(() => report(rows, { features: ["monetary", "recensy"] }), {
      code: "unknownColumn",
      path: "features[1]",
      message: 'did you mean "recency"?',
    });
    expectRefusal(() => report(rows, { features: ["recency", "recency"] }), {
      code: "invalidOption",
      path: "features[1]",
      message: "each column once",
    });
    expectRefusal(() => report(rows, { features: "recency" }), { code: "invalidOption", path: "features" });
    expectRefusal(() => report(rows, { features: [1] }), { code: "invalidOption", path: "features" });
  });

  it("options out of their range", () => {
    const refused = (options: object, path: string, message = "") =>
      expectRefusal(() => report([{ x: 1 }], options), { code: "invalidOption", path, message });
    refused({ redundantAt: 90 }, "redundantAt", "did you mean 0.9?");
    refused({ constantAt: -1 }, "constantAt");
    refused({ skewedAt: -1 }, "skewedAt");
    refused({ skewedAt: Number.NaN }, "skewedAt");
    expectRefusal(() => report([{ x: 1 }], { feature: ["x"] }), { code: "unknownOption", path: "feature" });
  });
});

import {
  defineScheme,
  publishedQuartileSegments,
  quartileSegments,
  type RfmErrorCode,
  type SegmentScheme,
  scoreCustomers,
  segmentCustomers,
  tenSegments,
} from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const range = (top: number) => Array.from({ length: top }, (_, i) => i + 1);
const grid = (bins: number) =>
  range(bins).flatMap((r) => range(bins).flatMap((f) => range(bins).map((m) => ({ r, f, m }))));
const define = (parts: object) =>
  defineScheme({ name: "test", bins: 5, rules: [], otherwise: "rest", ...parts } as never);
const segmentsOf = (scheme: SegmentScheme, cells: { r: number; f: number; m: number }[]) =>
  segmentCustomers(cells, scheme).map((customer) => customer.segment);

describe("defineScheme(definition)", () => {
  it("takes the first rule that matches, and the rest for otherwise", () => {
    const scheme = define({
      rules: [
        { segment: "a", r: 5 },
        { segment: "b", r: [4, 5], f: [2, 3], m: 1 },
      ],
    });
    expect(
      segmentsOf(scheme, [
        { r: 5, f: 2, m: 1 },
        { r: 4, f: 2, m: 1 },
        { r: 4, f: 2, m: 2 },
        { r: 4, f: 4, m: 1 },
      ]),
    ).toEqual(["a", "b", "rest", "rest"]);
    expect(scheme.segments).toEqual(["a", "b", "rest"]);
  });

  it("says the same by ranges, cells and patterns", () => {
    const byRange = define({ rules: [{ segment: "a", r: [3, 4], f: [4, 5] }] });
    const byCells = define({ rules: [{ segment: "a", cells: ["34", "35", "44", "45"] }] });
    const byPattern = define({ rules: [{ segment: "a", pattern: "[3-4][4-5]" }] });
    const byDigits = define({ rules: [{ segment: "a", pattern: "[34][45]." }] });
    const expected = grid(5).map(({ r, f }) => ((r === 3 || r === 4) && f >= 4 ? "a" : "rest"));
    for (const scheme of [byRange, byCells, byPattern, byDigits])
      expect(segmentsOf(scheme, grid(5))).toEqual(expected);
  });

  it("reads patterns with several ranges in one place", () => {
    const scheme = define({ rules: [{ segment: "a", pattern: "[1-24-5].[35]" }] });
    const expected = grid(5).map(({ r, m }) => (r !== 3 && (m === 3 || m === 5) ? "a" : "rest"));
    expect(segmentsOf(scheme, grid(5))).toEqual(expected);
  });

  it("looks at FM, the floored mean of F and M, by range and by digit", () => {
    const byRange = define({ rules: [{ segment: "a", r: 5, fm: [4, 5] }] });
    const byDigit = define({ axes: ["r", "fm"], rules: [{ segment: "a", pattern: "5[4-5]" }] });
    const expected = grid(5).map(({ r, f, m }) => (r === 5 && f + m >= 8 ? "a" : "rest"));
    for (const scheme of [byRange, byDigit]) expect(segmentsOf(scheme, grid(5))).toEqual(expected);
  });

  it("takes bins that differ, and cells joined by - past 9 bins", () => {
    const scheme = define({ bins: { r: 12, f: 3 }, rules: [{ segment: "a", cells: ["12-3", "1-1"] }] });
    expect(
      segmentsOf(scheme, [
        { r: 12, f: 3, m: 99 },
        { r: 1, f: 1, m: 0 },
        { r: 1, f: 2, m: 1 },
      ]),
    ).toEqual(["a", "a", "rest"]);
  });

  it("may leave out otherwise where every cell has a rule, and says which have none", () => {
    const whole = defineScheme({
      name: "halves",
      bins: { r: 2 },
      rules: [
        { segment: "a", r: 2 },
        { segment: "b", r: 1 },
      ],
    });
    expect(whole.segments).toEqual(["a", "b"]);
    expectRefusal(
      () => defineScheme({ name: "test", bins: { r: 5, f: 2 }, rules: [{ segment: "a", r: [1, 4] }] }),
      {
        code: "uncoveredCells",
        path: "otherwise",
        message: "the 2 cells without a rule: 51, 52",
      },
    );
    expectRefusal(() => defineScheme({ name: "test", bins: 1000, rules: [{ segment: "a", r: 1 }] }), {
      code: "invalidBins",
      path: "bins",
      message: "at most 1000000 cells",
    });
  });

  it("is frozen, and survives JSON", () => {
    expect(Object.isFrozen(tenSegments.rules[0])).toBe(true);
    const copy: SegmentScheme = JSON.parse(JSON.stringify(tenSegments));
    expect(copy).toEqual(tenSegments);
    expect(segmentsOf(copy, grid(5))).toEqual(segmentsOf(tenSegments, grid(5)));
  });

  it("passes over parts that are undefined, and keeps none of them", () => {
    const scheme = define({
      axes: undefined,
      rules: [{ segment: "a", r: undefined, f: 3 }],
      actions: { a: undefined },
    });
    expect(JSON.parse(JSON.stringify(scheme))).toStrictEqual(scheme);
    expect(scheme.rules).toEqual([{ segment: "a", f: 3 }]);
  });

  it("leaves its definition as it is", () => {
    const rules = [{ segment: "a" as const, cells: ["55"] }];
    defineScheme({ name: "test", bins: 5, rules, otherwise: "b" });
    expect(Object.isFrozen(rules) || Object.isFrozen(rules[0])).toBe(false);
  });

  it.each([
    [{ segment: "a", r: [4, 6] }, "rules[0].r"],
    [{ segment: "a", r: 0 }, "rules[0].r"],
    [{ segment: "a", fm: 6 }, "rules[0].fm"],
    [{ segment: "a", cells: ["55", "56"] }, "rules[0].cells[1]"],
    [{ segment: "a", pattern: "5[4-6]" }, "rules[0].pattern"],
    [{ segment: "a", pattern: "05" }, "rules[0].pattern"],
  ])("refuses the rule %j as outside of its bins", (rule, path) => {
    expectRefusal(() => define({ rules: [rule] }), { code: "ruleOutsideBins", path });
  });

  it.each([
    [{ segment: "a", r: [5, 4] }, "rules[0].r"],
    [{ segment: "a", r: [1, 2, 3] }, "rules[0].r"],
    [{ segment: "a", r: 1.5 }, "rules[0].r"],
    [{ segment: "a", r: "5" }, "rules[0].r"],
    [{ segment: "a", cells: ["5555"] }, "rules[0].cells[0]"],
    [{ segment: "a", cells: ["55", "555"] }, "rules[0].cells[1]"],
    [{ segment: "a", cells: ["5x"] }, "rules[0].cells[0]"],
    [{ segment: "a", cells: "55" }, "rules[0].cells"],
    [{ segment: "a", cells: [] }, "rules[0].cells"],
    [{ segment: "a", pattern: "[5-4]1" }, "rules[0].pattern"],
    [{ segment: "a", pattern: "5(4|5)" }, "rules[0].pattern"],
    [{ segment: "a", pattern: "5" }, "rules[0].pattern"],
    [{ segment: "a", pattern: "" }, "rules[0].pattern"],
    [{ segment: "a" }, "rules[0]"],
    [{ segment: "a", r: 5, pattern: "55" }, "rules[0]"],
    [{ segment: "", r: 5 }, "rules[0].segment"],
    [{ r: 5 }, "rules[0].segment"],
  ])("refuses the rule %j as unreadable", (rule, path) => {
    expectRefusal(() => define({ rules: [rule] }), { code: "invalidRule", path });
  });

  it("refuses what else cannot be", () => {
    expectRefusal(() => define({ rules: [{ segment: "a", R: 5 }] }), {
      code: "unknownOption",
      path: "rules[0].R",
      message: '"r"',
    });
    expectRefusal(() => define({ bins: { r: 5, f: 5 }, rules: [{ segment: "a", m: 5 }] }), {
      code: "invalidRule",
      path: "rules[0].m",
    });
    expectRefusal(() => define({ bins: 10, rules: [{ segment: "a", pattern: "55" }] }), {
      code: "invalidRule",
      path: "rules[0].pattern",
    });
    expectRefusal(() => define({ bins: 0 }), { code: "invalidBins", path: "bins" });
    expectRefusal(() => define({ bins: "5" }), {
      code: "invalidBins",
      path: "bins",
      message: "or { r, f, m }",
    });
    expectRefusal(() => define({ bins: undefined }), { code: "invalidBins", path: "bins" });
    expectRefusal(() => define({ bins: { recency: 5 } }), { code: "unknownOption", path: "bins.recency" });
    expectRefusal(() => define({ actions: { rest: 5 } }), { code: "invalidRule", path: "actions.rest" });
    expectRefusal(() => define({ rules: new Array(2) }), { code: "invalidOption", path: "rules[0]" });
    expectRefusal(() => define({ axes: ["x"] }), { code: "invalidRule", path: "axes" });
    expectRefusal(() => define({ name: "" }), { code: "invalidRule", path: "name" });
    expectRefusal(() => define({ rules: "a" }), { code: "invalidRule", path: "rules" });
    expectRefusal(() => define({ actions: { b: "call" } }), { code: "unknownOption", path: "actions.b" });
    expectRefusal(() => define({ rule: [] }), { code: "unknownOption", path: "rule", message: '"rules"' });
  });
});

describe("tenSegments", () => {
  it("covers every cell once, as the notebooks' patterns do, with an action each", () => {
    const patterns: [string, RegExp][] = [
      ["hibernating", /^[1-2][1-2]$/],
      ["at-risk", /^[1-2][3-4]$/],
      ["cant-lose", /^[1-2]5$/],
      ["about-to-sleep", /^3[1-2]$/],
      ["need-attention", /^33$/],
      ["loyal", /^[3-4][4-5]$/],
      ["promising", /^41$/],
      ["new", /^51$/],
      ["potential-loyalists", /^[4-5][2-3]$/],
      ["champions", /^5[4-5]$/],
    ];
    for (const { r, f, m } of grid(5)) {
      const claims = patterns.filter(([, pattern]) => pattern.test(`${r}${f}`)).map(([name]) => name);
      expect(segmentsOf(tenSegments, [{ r, f, m }])).toEqual(claims);
    }
    expect(Object.keys(tenSegments.actions).sort()).toEqual([...tenSegments.segments].sort());
  });
});

describe("the quartile schemes", () => {
  it("differ in cell 111 alone, which only the mended one reaches", () => {
    const published = segmentsOf(publishedQuartileSegments, grid(4));
    const mended = segmentsOf(quartileSegments, grid(4));
    const differing = grid(4).filter((_, i) => published[i] !== mended[i]);
    expect(differing).toEqual([{ r: 1, f: 1, m: 1 }]);
    expect([published[0], mended[0]]).toEqual(["at-risk", "lost"]);
    expect(published).not.toContain("lost");
  });

  it("follow the published rules", () => {
    const published = grid(4).map(({ r, f, m }) => {
      if (r === 4 && f === 4 && m === 4) return "champions";
      if (r === 4 && f >= 3 && m >= 3) return "potential-loyalists";
      if (r >= 2 && f >= 3 && m >= 3) return "loyal";
      return r <= 2 && f <= 2 && m <= 2 ? "at-risk" : "others";
    });
    expect(segmentsOf(publishedQuartileSegments, grid(4))).toEqual(published);
  });
});

describe("segmentCustomers(scored, scheme)", () => {
  const customers = [1, 2, 3, 4, 5, 6].map((value) => ({
    recency: value,
    frequency: value,
    monetary: value,
  }));

  it("keeps every column and its input, and gives nothing for nothing", () => {
    const input = Object.freeze([Object.freeze({ id: "ada", r: 5, f: 4, m: 1, segment: 7 })]);
    expect(segmentCustomers(input)).toEqual([{ id: "ada", r: 5, f: 4, m: 1, segment: "champions" }]);
    expect(segmentCustomers([])).toEqual([]);
  });

  it("refuses scores of other bins, higher or lower, by the array they came in", () => {
    const four = scoreCustomers(customers, { bins: 4 as number });
    expectRefusal(() => segmentCustomers(four), {
      code: "binsMismatch",
      path: "r",
      message: 'expected scores of 5 bins, as the scheme "ten R-F segments" has, received 4',
    });
    expectRefusal(
      () =>
        segmentCustomers(
          scoreCustomers(customers) as { r: number; f: number; m: number }[],
          quartileSegments,
        ),
      {
        code: "binsMismatch",
        path: "r",
      },
    );
  });

  it("does not mind the bins of a dimension that the scheme does not look at", () => {
    expect(segmentCustomers(scoreCustomers(customers, { bins: { m: 3 } })).length).toBe(6);
  });

  it("does not look at what stands in such a dimension", () => {
    const rows = [
      { r: 5, f: 5 },
      { r: 1, f: 1 },
      { r: 5, f: 1, m: Number.NaN },
    ] as { r: number; f: number; m: number }[];
    expect(segmentCustomers(rows).map(({ segment }) => segment)).toEqual(["champions", "hibernating", "new"]);
  });

  it("refuses rows that were put among the scored ones, or changed, since", () => {
    const scored = scoreCustomers(customers) as { r: number; f: number; m: number }[];
    scored.push({ r: 9, f: 1, m: 1 });
    expectRefusal(() => segmentCustomers(scored), { code: "binsMismatch", path: "r", row: 6 });
    expectRefusal(() => segmentCustomers([null] as never), {
      code: "invalidInput",
      path: "customers",
      row: 0,
    });
    expectRefusal(() => segmentCustomers(new Array(1) as never), {
      code: "invalidInput",
      path: "customers",
      row: 0,
    });
  });

  it("refuses scores out of range on arrays that were copied, by row", () => {
    expectRefusal(
      () =>
        segmentCustomers([
          { r: 5, f: 5, m: 5 },
          { r: 5, f: 6, m: 5 },
        ]),
      { code: "binsMismatch", path: "f", row: 1 },
    );
    for (const r of [0, 2.5, Number.NaN, "5", undefined]) {
      expectRefusal(() => segmentCustomers([{ r, f: 5, m: 5 }] as never), {
        code: "binsMismatch",
        path: "r",
        row: 0,
      });
    }
  });

  it("refuses a scheme of another kind or version, and one that was damaged", () => {
    const refuses = (change: object, code: RfmErrorCode, path: string) =>
      expectRefusal(() => segmentCustomers([{ r: 1, f: 1, m: 1 }], { ...tenSegments, ...change } as never), {
        code,
        path,
      });
    refuses({ version: 2 }, "modelVersion", "scheme.version");
    refuses({ kind: "scoreModel" }, "modelKind", "scheme.kind");
    refuses({ rules: [{ segment: "a", r: 6 }] }, "ruleOutsideBins", "scheme.rules[0].r");
    refuses({ rules: null }, "invalidRule", "scheme.rules");
    refuses({ bins: null }, "invalidBins", "scheme.bins");
    refuses({ axes: ["q", "f"] }, "invalidRule", "scheme.axes");
    refuses({ otherwise: 5 }, "invalidRule", "scheme.otherwise");
    refuses({ rules: tenSegments.rules.slice(1) }, "uncoveredCells", "scheme.otherwise");
  });
});

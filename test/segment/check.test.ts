import {
  checkScheme,
  defineScheme,
  publishedQuartileSegments,
  publishedSchemes,
  type SegmentScheme,
  tenSegments,
} from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const tiers = defineScheme({
  name: "tiers",
  bins: { r: 3, f: 2 },
  rules: [
    { segment: "gold", r: 3 },
    { segment: "silver", pattern: "[23]2" },
    { segment: "new", cells: ["31"] },
    { segment: "gold", cells: ["12"] },
  ],
  otherwise: "bronze",
});

describe("checkScheme(scheme)", () => {
  it("names the cells that no rule covers, and those that several do", () => {
    const report = checkScheme(tiers);
    expect(report).toMatchObject({ scheme: "tiers", axes: ["r", "f"], cells: 6, clean: false });
    expect(report.uncovered).toEqual(["11", "21"]);
    expect(report.overlaps).toEqual([
      { cell: "31", rules: [0, 2], segments: ["gold", "new"] },
      { cell: "32", rules: [0, 1], segments: ["gold", "silver"] },
    ]);
  });

  it("names the rules that never win, and the segments nobody can be in", () => {
    const report = checkScheme(tiers);
    expect(report.deadRules).toEqual([{ rule: 2, segment: "new" }]);
    expect(report.deadSegments).toEqual(["new"]);
    const twice = defineScheme({
      name: "twice",
      bins: { r: 2 },
      rules: [
        { segment: "a", r: [1, 2] },
        { segment: "a", r: 2 },
      ],
    });
    expect(checkScheme(twice)).toMatchObject({ deadRules: [{ rule: 1, segment: "a" }], deadSegments: [] });
  });

  it("names cells placed after a cell that is worse on every axis", () => {
    // 12 is gold, the first of the segments; no cell is above it on both axes. 21 and 22 are above 11 alone.
    expect(checkScheme(tiers).dominance).toEqual([]);
    const upside = defineScheme({
      name: "upside down",
      bins: { r: 3, f: 3 },
      rules: [
        { segment: "best", cells: ["12", "31"] },
        { segment: "middle", cells: ["22", "33"] },
      ],
      otherwise: "worst",
    });
    expect(checkScheme(upside).dominance).toEqual([
      { cell: "23", segment: "worst", below: "12", belowSegment: "best" },
      { cell: "33", segment: "middle", below: "12", belowSegment: "best" },
    ]);
  });

  it("looks at R × FM where a scheme declares these axes and its rules look at nothing else", () => {
    const parts = { name: "fm", bins: { r: 5, f: 5, m: 3 }, axes: ["r", "fm"], otherwise: "rest" } as const;
    const byMean = defineScheme({ ...parts, rules: [{ segment: "a", r: 5, fm: 4 }] });
    expect(checkScheme(byMean)).toMatchObject({ axes: ["r", "fm"], cells: 20 });
    expect(checkScheme(byMean).uncovered).not.toContain("54");
    expect(checkScheme(byMean).uncovered).toHaveLength(19);
    const byBoth = defineScheme({ ...parts, rules: [{ segment: "a", fm: 4, f: 5 }] });
    expect(checkScheme(byBoth)).toMatchObject({ axes: ["r", "f", "m"], cells: 75 });
  });

  it("joins the digits of cells by - past 9 bins", () => {
    const wide = defineScheme({
      name: "wide",
      bins: { r: 10, f: 1 },
      rules: [{ segment: "a", r: [1, 8] }],
      otherwise: "b",
    });
    expect(checkScheme(wide).uncovered).toEqual(["91", "10-1"]);
  });

  it("says it all in sentences", () => {
    expect(checkScheme(tiers).text).toBe(
      [
        '"tiers" is not clean. On 6 cells of R, F:',
        "- 2 without a rule: 11; 21.",
        "- 2 with several rules: 31 (gold, then new); 32 (gold, then silver).",
        "- 1 of the rules never wins: rules[2] (new).",
        "- No customer can be: new.",
      ].join("\n"),
    );
    expect(checkScheme(tenSegments).text).toBe(
      [
        '"ten R-F segments" is clean: one rule for each of the 25 cells of R, F, and a cell for every rule.',
        "- 1 cell is placed after a cell that is worse on every axis: 25 is cant-lose, yet 14 is at-risk.",
      ].join("\n"),
    );
    expect(checkScheme(publishedQuartileSegments).text).toContain("No customer can be: lost.");
  });

  it("refuses what is no scheme, and more cells than can be looked at", () => {
    const huge = defineScheme({ name: "huge", bins: 1000, rules: [], otherwise: "all" });
    expectRefusal(() => checkScheme(huge), { code: "invalidBins", path: "scheme.bins" });
    expectRefusal(() => checkScheme({} as SegmentScheme), { code: "modelKind", path: "scheme.kind" });
    expectRefusal(() => checkScheme(publishedSchemes["klaviyo-6"] as object as SegmentScheme), {
      code: "modelKind",
      path: "scheme.kind",
      message: "pass the entry's `scheme`",
    });
  });
});

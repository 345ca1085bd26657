import {
  crosswalk,
  defineScheme,
  publishedSchemes,
  type SegmentScheme,
  tenSegments,
  valueTiers,
} from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const halves = defineScheme({
  name: "halves",
  bins: { r: 2, f: 2 },
  rules: [{ segment: "up", pattern: "2." }],
  otherwise: "down",
});
const corner = defineScheme({
  name: "corner",
  bins: { f: 2, m: 2 },
  rules: [{ segment: "best", f: 2, m: 2 }],
  otherwise: "rest",
});

describe("crosswalk(from, to)", () => {
  it("says where each cell goes, over the dimensions that either looks at", () => {
    const { cells } = crosswalk(halves, corner);
    expect(cells.map(({ cell, from, to }) => `${cell} ${from} ${to}`)).toEqual([
      "111 down rest",
      "112 down rest",
      "121 down rest",
      "122 down best",
      "211 up rest",
      "212 up rest",
      "221 up rest",
      "222 up best",
    ]);
  });

  it("adds the cells up by pairs of segments, in the order of both schemes", () => {
    expect(crosswalk(halves, corner).flows).toEqual([
      { from: "up", to: "best", cells: 1, share: 0.25 },
      { from: "up", to: "rest", cells: 3, share: 0.75 },
      { from: "down", to: "best", cells: 1, share: 0.25 },
      { from: "down", to: "rest", cells: 3, share: 0.75 },
    ]);
  });

  it("shows that one name means different cells in different schemes", () => {
    const champions = (id: "r-rfm-0.3.0" | "r-rfm-0.2" | "list-125") =>
      crosswalk(publishedSchemes[id].scheme, tenSegments).cells.filter(({ from }) => from === "Champions")
        .length;
    expect([champions("r-rfm-0.3.0"), champions("r-rfm-0.2"), champions("list-125")]).toEqual([1, 8, 7]);
    const tiers = crosswalk(tenSegments, valueTiers).flows.filter(({ from }) => from === "champions");
    // R 5, F 4 or 5 with M 1 to 5: the floored mean of F and M runs from 2 to 5.
    expect(tiers.map(({ to, cells }) => [to, cells])).toEqual([
      ["platinum-elite", 1],
      ["gold", 4],
      ["silver", 4],
      ["bronze", 1],
    ]);
  });

  it("refuses schemes of other bins, and what is no scheme", () => {
    const { scheme } = publishedSchemes["klaviyo-6"];
    expectRefusal(() => crosswalk(tenSegments, scheme), {
      code: "binsMismatch",
      path: "to.bins.r",
      message: 'expected 5 bins, as the scheme "ten R-F segments" has, received 3',
    });
    expectRefusal(() => crosswalk(tenSegments, {} as SegmentScheme), { code: "modelKind", path: "to.kind" });
    const huge = defineScheme({ name: "huge", bins: 1000, rules: [], otherwise: "all" });
    expectRefusal(() => crosswalk(huge, huge), { code: "invalidBins", path: "bins" });
  });
});

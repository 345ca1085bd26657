import {
  defineScheme,
  explainSegment,
  fitScores,
  type RfmErrorCode,
  type ScoreModel,
  tenSegments,
} from "rfm-kit";
import { ntile } from "rfm-kit/compat";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

/** Recency is cut at 30, 60, 90 and 120 days; frequency at 1, 2, 4 and 8 purchases; money at 20, 50, 100 and 200. */
const model: ScoreModel<{ r: 5; f: 5; m: 5 }> = fitScores([{ recency: 1, frequency: 1, monetary: 1 }], {
  cuts: { recency: [30, 60, 90, 120], frequency: [1, 2, 4, 8], monetary: [20, 50, 100, 200] },
});
const movesOf = (explained: ReturnType<typeof explainSegment>) =>
  explained.moves.map(({ dimension, direction, distance, scores, to }) => [
    dimension,
    direction,
    distance,
    scores,
    to,
  ]);

describe("explainSegment(customer, scheme, model)", () => {
  it("says how far each figure is from another segment", () => {
    const explained = explainSegment({ recency: 86, frequency: 3, monetary: 70 }, tenSegments, model);
    expect(explained).toMatchObject({ segment: "need-attention", scores: { r: 3, f: 3, m: 3 }, rule: 5 });
    expect(movesOf(explained)).toEqual([
      ["recency", "up", 5, -1, "at-risk"],
      ["recency", "down", 26, 1, "potential-loyalists"],
      ["frequency", "up", 2, 1, "loyal"],
      ["frequency", "down", 1, -1, "about-to-sleep"],
    ]);
    expect(explained.text).toBe(
      [
        "need-attention: R 3, F 3, M 3; rules[5] won.",
        "- an order today would make potential-loyalists",
        "- 5 days without a purchase from at-risk",
        "- had the last purchase been 26 days more recent: potential-loyalists",
        "- 2 purchases more would make loyal",
        "- 1 purchase fewer would make about-to-sleep",
      ].join("\n"),
    );
  });

  it("passes scores that lead nowhere, and says where no change helps", () => {
    // From hibernating more frequency leads past F 2 to at-risk at F 3; a longer silence changes nothing.
    const explained = explainSegment({ recency: 130, frequency: 1, monetary: 5 }, tenSegments, model);
    expect(movesOf(explained)).toEqual([
      ["recency", "down", 40, 2, "about-to-sleep"],
      ["frequency", "up", 2, 2, "at-risk"],
    ]);
  });

  it("counts in steps of one's own, past cuts that lie between them", () => {
    const customer = { recency: 86, frequency: 3, monetary: 70 };
    const byWeeks = explainSegment(customer, tenSegments, model, { step: { recency: 7 } });
    expect(movesOf(byWeeks)[0]).toEqual(["recency", "up", 7, -1, "at-risk"]);
    const byMonths = explainSegment(customer, tenSegments, model, { step: { recency: 35 } });
    expect(movesOf(byMonths)[0]).toEqual(["recency", "up", 35, -2, "at-risk"]);
  });

  it("measures money to the cent", () => {
    const rich = defineScheme({
      name: "rich",
      bins: { m: 5 },
      rules: [{ segment: "rich", m: [4, 5] }],
      otherwise: "rest",
    });
    const poor = explainSegment({ recency: 1, frequency: 1, monetary: 99.71 }, rich, model);
    expect(movesOf(poor)).toEqual([["monetary", "up", 0.3, 1, "rich"]]);
    expect(poor.moves[0].text).toBe("0.3 more spent would make rich");
    expect(poor.rule).toBeNull();
    expect(poor.text).toContain("rest: R 5, F 1, M 3; no rule matched.");
    const { moves } = explainSegment({ recency: 1, frequency: 1, monetary: 100.01 }, rich, model);
    expect(moves).toMatchObject([{ direction: "down", distance: 0.01, to: "rest" }]);
  });

  it("says where an order today would lead", () => {
    // R 1, F 4 (5 purchases), M 4 (150). An order of 30: R 5, F 4 (6), M 4 (180). One of 60: M 5 (210).
    const away = { recency: 200, frequency: 5, monetary: 150 };
    const explained = explainSegment(away, tenSegments, model);
    expect(explained.segment).toBe("at-risk");
    expect(explained.nextOrder).toEqual({ to: "champions", scores: { r: 5, f: 4, m: 4 } });
    expect(explainSegment(away, tenSegments, model, { order: 60 }).nextOrder.scores).toEqual({
      r: 5,
      f: 4,
      m: 5,
    });
    const here = explainSegment({ recency: 1, frequency: 20, monetary: 900 }, tenSegments, model);
    expect(here.text).toContain("- an order today would change nothing");
  });

  it("adds cents as cents, not as doubles", () => {
    // 9.21 + 10.88 is 20.090000000000003 in doubles, above the cut point that 20.09 lies on.
    const cutModel = fitScores([{ recency: 1, frequency: 1, monetary: 1 }], {
      bins: { r: 1, f: 1 },
      cuts: { monetary: [20.09] },
    });
    const scheme = defineScheme({
      name: "big",
      bins: { m: 2 },
      rules: [{ segment: "big", m: 2 }],
      otherwise: "small",
    });
    const { moves } = explainSegment({ recency: 1, frequency: 1, monetary: 9.21 }, scheme, cutModel);
    expect(moves).toMatchObject([{ direction: "up", distance: 10.89, to: "big" }]);
  });

  it("names the rules that matched too late", () => {
    const scheme = defineScheme({
      name: "late",
      bins: 5,
      rules: [
        { segment: "a", r: 5 },
        { segment: "b", r: 4 },
        { segment: "c", r: [3, 5], f: 1 },
      ],
      otherwise: "rest",
    });
    const explained = explainSegment({ recency: 3, frequency: 1, monetary: 1 }, scheme, model);
    expect(explained).toMatchObject({ segment: "a", rule: 0, alsoMatched: [{ rule: 2, segment: "c" }] });
    expect(explained.text).toContain("rules[0] won; rules[2] (c) matched too.");
  });

  it.each<[object, object, object, RfmErrorCode, string]>([
    [{ recency: 1, frequency: 1 }, model, {}, "invalidValue", "monetary"],
    [{ recency: "1", frequency: 1, monetary: 1 }, model, {}, "invalidValue", "recency"],
    [
      { recency: 1, frequency: 1, monetary: 1 },
      fitScores([{ recency: 1, frequency: 1, monetary: 1 }], { bins: 4 }),
      {},
      "binsMismatch",
      "model.bins.r",
    ],
    [null as never, model, {}, "invalidInput", "customer"],
    [{ recency: 1, frequency: 1, monetary: 1 }, tenSegments, {}, "modelKind", "model.kind"],
    [
      { recency: 1, frequency: 1, monetary: 1 },
      model,
      { step: { recency: 0 } },
      "invalidOption",
      "step.recency",
    ],
    [{ recency: 1, frequency: 1, monetary: 1 }, model, { steps: {} }, "unknownOption", "steps"],
    [{ recency: 1, frequency: 1, monetary: 1 }, model, { order: "20" }, "invalidOption", "order"],
    [{ recency: 1, frequency: 1, monetary: 1 }, ntile(), {}, "modelKind", "model.kind"],
  ])("refuses what it cannot measure", (customer, ruler, options, code, path) => {
    expectRefusal(() => explainSegment(customer as never, tenSegments, ruler as typeof model, options), {
      code,
      path,
    });
  });
});

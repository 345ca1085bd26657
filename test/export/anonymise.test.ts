import { summarizeSegments, tenSegments } from "rfm-kit";
import { anonymise } from "rfm-kit/export";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const group = (segment: string, customers: number) => ({ segment, customers, revenue: 10 * customers });
const sizes = (rows: readonly { segment: string; customers: number | null }[]) =>
  rows.map(({ segment, customers }) => [segment, customers]);

describe("anonymise", () => {
  it("tells a summary as it is where no group is small", () => {
    const rows = [group("a", 10), group("b", 11)];
    expect(anonymise(rows, { k: 10 })).toEqual(rows.map((row) => ({ ...row, withheld: false })));
    expect(anonymise([], { k: 10 })).toEqual([]);
  });

  it("takes all figures out of a small group and leaves its texts", () => {
    const rows = [
      { ...group("a", 50), median: 3, top: true, advice: "thank them" },
      { ...group("b", 9), median: null, top: false, advice: "call them" },
      { ...group("c", 8), median: 1, top: false, advice: "wait" },
    ];
    expect(anonymise(rows, { k: 10 })).toEqual([
      { ...rows[0], withheld: false },
      {
        ...{ segment: "b", customers: null, revenue: null, median: null, top: null, advice: "call them" },
        withheld: true,
      },
      {
        segment: "c",
        customers: null,
        revenue: null,
        median: null,
        top: null,
        advice: "wait",
        withheld: true,
      },
    ]);
  });

  it("keeps back a second group, the smallest of the rest, because one alone follows from the totals", () => {
    const rows = [group("d", 40), group("c", 20), group("a", 3), group("b", 30)];
    expect(sizes(anonymise(rows, { k: 10 }))).toEqual([
      ["d", 40],
      ["b", 30],
      ["a", null],
      ["c", null],
    ]);
  });

  it("keeps back groups until they hold k customers together", () => {
    const rows = [group("d", 40), group("a", 1), group("b", 2), group("c", 20)];
    expect(sizes(anonymise(rows, { k: 5 }))).toEqual([
      ["d", 40],
      ["a", null],
      ["b", null],
      ["c", null],
    ]);
    const enough = [group("d", 40), group("a", 2), group("b", 3), group("c", 20)];
    expect(sizes(anonymise(enough, { k: 5 }))).toEqual([
      ["d", 40],
      ["c", 20],
      ["a", null],
      ["b", null],
    ]);
  });

  it("lets empty groups stand, which do not cover for another", () => {
    const rows = [group("a", 0), group("b", 3), group("c", 30), group("d", 40)];
    expect(sizes(anonymise(rows, { k: 10 }))).toEqual([
      ["a", 0],
      ["d", 40],
      ["b", null],
      ["c", null],
    ]);
  });

  it("does not tell by its place how large a group is", () => {
    const rows = [group("a", 40), group("z", 3), group("b", 20), group("y", 9)];
    const places = anonymise(rows, { k: 10 }).map(({ segment }) => segment);
    expect(places).toEqual(["a", "b", "y", "z"]);
  });

  describe("by merging", () => {
    const customers = [
      ...Array.from({ length: 4 }, (_, i) => ({ segment: "big", recency: i, frequency: 4, monetary: 100 })),
      { segment: "mid", recency: 10, frequency: 2, monetary: 30 },
      { segment: "mid", recency: 20, frequency: 3, monetary: 60 },
      { segment: "mid", recency: 30, frequency: 1, monetary: 0 },
      { segment: "low", recency: 70, frequency: 6, monetary: 10 },
    ];
    const summary = summarizeSegments(customers);

    it("puts small segments into one row, as if they had been one, without medians", () => {
      const [big, others] = anonymise(summary, { k: 2, how: "merge" });
      expect(big).toEqual({ ...summary[0], withheld: false });
      expect(others).toEqual({
        ...{
          segment: "others",
          customers: 4,
          share: 0.5,
          revenue: 100,
          revenueShare: expect.closeTo(0.2, 15),
        },
        ...{ meanRecency: 32.5, medianRecency: null, meanFrequency: 3, medianFrequency: null },
        ...{ meanMonetary: 25, medianMonetary: null, averageOrderValue: 100 / 12, withheld: false },
      });
    });

    it("keeps back even that where all customers together are too few", () => {
      const [others, ...rest] = anonymise(summary, { k: 9, how: "merge", name: "todos" });
      expect(rest).toEqual([]);
      expect(others).toMatchObject({ segment: "todos", customers: null, revenue: null, withheld: true });
    });

    it("leaves a summary alone that has no small segments, and empty ones", () => {
      const all = customers.map((row) => ({ ...row, segment: "champions" as const }));
      const ten = summarizeSegments(all, { scheme: tenSegments });
      expect(anonymise(ten, { k: 8, how: "merge" })).toEqual(ten.map((row) => ({ ...row, withheld: false })));
    });

    it("refuses a name that a segment has, and rows of which it cannot know what adds up", () => {
      const name = { code: "invalidOption", path: "name" } as const;
      expectRefusal(() => anonymise(summary, { k: 2, how: "merge", name: "mid" }), name);
      expectRefusal(() => anonymise(summary, { k: 2, how: "merge", name: "" }), name);
      expectRefusal(() => anonymise(summary, { k: 2, name: "x" } as never), name);
      expectRefusal(() => anonymise([group("a", 1)] as never, { k: 2, how: "merge" }), {
        ...{ code: "invalidValue", path: "share", row: 0 },
        message: "rows of summarizeSegments",
      } as const);
    });
  });

  it("refuses what cannot be", () => {
    const rows = [group("a", 10)];
    for (const k of [1, 0, 2.5, Number.NaN, "5"] as number[]) {
      expectRefusal(() => anonymise(rows, { k }), { code: "invalidOption", path: "k" });
    }
    expectRefusal(() => anonymise(rows, { k: 5, how: "hide" } as never), {
      code: "invalidOption",
      path: "how",
    });
    expectRefusal(() => anonymise(rows, { K: 5 } as never), { code: "unknownOption", path: "K" });
    for (const customers of [-1, 1.5, Number.NaN, null]) {
      const bad = [group("a", 10), { ...group("b", 1), customers } as { customers: number }];
      expectRefusal(() => anonymise(bad, { k: 5 }), { code: "invalidValue", path: "customers", row: 1 });
    }
    expectRefusal(() => anonymise([null] as never, { k: 5 }), {
      code: "invalidInput",
      path: "summary",
      row: 0,
    });
    expectRefusal(() => anonymise({} as never, { k: 5 }), { code: "invalidInput", path: "summary" });
  });
});

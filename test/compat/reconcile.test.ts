import { fitScores } from "rfm-kit";
import { nested, ntile, pandasQcut, reconcile, rRfm } from "rfm-kit/compat";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

/** Customers who differ in frequency alone. */
const buyers = (frequencies: number[]) =>
  frequencies.map((frequency, i) => ({ id: `c${i}`, recency: 1, frequency, monetary: 1 }));
const reasons = { collapsedBin: 0, rowOrder: 0, tie: 0, edge: 0, basis: 0 };
const TOGETHER = pandasQcut({ bins: { r: 1, f: 5, m: 1 }, duplicates: "drop" });
const RANKED = pandasQcut({ bins: { r: 1, f: 2, m: 1 }, ties: "first" });

describe("reconcile(customers, a, b)", () => {
  it("finds no difference between a scorer and itself, and tells the two apart", () => {
    const found = reconcile(buyers([1, 2, 3]), { bins: 3 }, { bins: 3 });
    expect(found).toMatchObject({ customers: 3, differing: 0, reasons, differences: [] });
    expect(found.text).toBe(
      "exact quantiles (first) and exact quantiles (second) agree on 3 of 3 customers.",
    );
    expect(reconcile([], {}, ntile()).differing).toBe(0);
  });

  it("names collapsed bins", () => {
    // Cut points 1, 1, 1.4 and 2.2: the default skips 2 and 3, pandas drops two edges and numbers the rest.
    const customers = buyers([1, 1, 1, 1, 1, 1, 2, 2, 3, 5]);
    const found = reconcile(customers, { bins: { r: 1, f: 5, m: 1 } }, TOGETHER);
    expect(found).toMatchObject({ differing: 4, reasons: { ...reasons, collapsedBin: 4 } });
    expect(found.differences.map(({ row, a, b }) => [row, a, b])).toEqual([
      [6, 4, 2],
      [7, 4, 2],
      [8, 5, 3],
      [9, 5, 3],
    ]);
    expect(found.differences[0]).toMatchObject({
      customer: customers[6],
      dimension: "frequency",
      value: 2,
      text:
        "frequency 2 scores 4 by exact quantiles and 2 by pandas qcut: cut points coincide, which leaves the scores " +
        "1, 4, 5 by exact quantiles and the scores 1, 2, 3 by pandas qcut",
    });
  });

  it("names the order of the rows, and ties of which another order would split others", () => {
    // Of five equal customers ranked first, the last two score 2; in reverse order the first two would.
    const found = reconcile(buyers([4, 4, 4, 4, 4]), { bins: { r: 1, f: 2, m: 1 } }, RANKED);
    expect(found.differences.map(({ row, reason }) => [row, reason])).toEqual([
      [3, "rowOrder"],
      [4, "rowOrder"],
    ]);
    // The five are in buckets 1, 1, 2, 2, 3; in reverse order in 3, 2, 2, 1, 1: the middle one stays.
    const seven = reconcile(
      buyers([4, 4, 4, 4, 4, 9, 9]),
      { bins: { r: 1, f: 5, m: 1 } },
      ntile({ bins: { r: 1, f: 5, m: 1 } }),
    );
    expect(new Set(seven.differences.map(({ reason }) => reason))).toEqual(new Set(["rowOrder", "tie"]));
    expect(seven.differences[0].text).toBe(
      "frequency 4 scores 1 by exact quantiles and 2 by NTILE: 5 customers share it, and NTILE scores them from 1 to 3 " +
        "by the order of the rows",
    );
  });

  it("names edges, with what each of the two counts there", () => {
    // The cut point is 3: R moves it to 4, so that 3.5 stays below.
    const found = reconcile(
      buyers([1, 2, 3, 3.5, 5]),
      { bins: { r: 1, f: 2, m: 1 } },
      rRfm({ bins: { r: 1, f: 2, m: 1 } }),
    );
    expect(found.differences).toHaveLength(1);
    expect(found.differences[0]).toMatchObject({ row: 3, a: 2, b: 1, reason: "edge" });
    expect(found.differences[0].text).toBe(
      "frequency 3.5 scores 2 by exact quantiles and 1 by R rfm: it lies between the points where they cut, as 2 by " +
        "exact quantiles holds 3.5 to 5 and 1 by R rfm holds 1 to 3.5",
    );
    expect(found.text).toBe(
      "exact quantiles and R rfm agree on 4 of 5 customers. 1 score differs between the points where they cut.",
    );
  });

  it("does not take other cut points, or fewer customers than bins, for collapsed bins", () => {
    const bins = { r: 1, f: 2, m: 1 };
    const cut = reconcile(buyers([1, 2, 3, 4]), { bins, cuts: { frequency: [10] } }, { bins });
    expect(cut).toMatchObject({ a: "custom cut points", reasons: { ...reasons, edge: 2 } });
    const [low, high] = [
      [1, 2],
      [2, 10],
    ].map((frequency) => ({ bins: { r: 1, m: 1 }, cuts: { frequency } }));
    expect(reconcile(buyers([1, 1, 1, 1, 1, 2, 3, 4]), low, high).reasons).toEqual({ ...reasons, edge: 3 });
    const few = { r: 1, f: 5, m: 1 };
    expect(reconcile(buyers([0, 1, 3]), ntile({ bins: few }), { bins: few }).reasons.collapsedBin).toBe(0);
    expect(reconcile(buyers([3]), { bins }, { bins }).text).toContain("agree on 1 of 1 customer.");
  });

  it("sees bins collapse beside ranks too", () => {
    // Dropped edges leave 1 to 2 together and 3 by itself; ranks fill five bins.
    const ranked = pandasQcut({ bins: { r: 1, f: 5, m: 1 }, ties: "first" });
    const found = reconcile(buyers([1, 1, 1, 1, 1, 1, 2, 2, 3, 5]), TOGETHER, ranked);
    expect(found.reasons.collapsedBin).toBeGreaterThan(0);
    expect(found.reasons.edge).toBe(0);
  });

  it("does not blame the order of the rows for nested bins", () => {
    const customers = [
      { recency: 1, frequency: 1, monetary: 3 },
      { recency: 1, frequency: 2, monetary: 3 },
      { recency: 1, frequency: 1, monetary: 2 },
    ];
    const { reasons: found } = reconcile(customers, { bins: 2 }, nested({ bins: 2 }));
    expect(found).toMatchObject({ rowOrder: 0, tie: 0, basis: 1 });
  });

  it("names scores that are not of the figure itself", () => {
    const customers = [1, 2, 7, 9].map((frequency, i) => ({
      recency: i < 2 ? 3 : 30,
      frequency,
      monetary: 1,
    }));
    const found = reconcile(customers, { bins: 2 }, nested({ bins: 2 }));
    expect(found.reasons).toEqual({ ...reasons, basis: 2 });
    expect(found.differences[0].text).toBe(
      "frequency 2 scores 1 by exact quantiles and 2 by nested binning: nested binning does not score frequency by itself",
    );
  });

  it("takes a frozen model, and refuses scorers of other bins", () => {
    const model = fitScores(buyers([1, 2, 3, 4]), { bins: { r: 1, f: 2, m: 1 } });
    expect(reconcile(buyers([1, 4]), model, RANKED).differing).toBe(0);
    expectRefusal(() => reconcile(buyers([1, 4]), {}, RANKED), {
      code: "binsMismatch",
      path: "b.bins.r",
      message: "expected 5 bins, as the first scorer has, received 1",
    });
    expectRefusal(() => reconcile(buyers([1, 1]), { bins: 2 }, pandasQcut({ bins: 2 })), {
      code: "collapsedBins",
      path: "recency",
    });
  });
});

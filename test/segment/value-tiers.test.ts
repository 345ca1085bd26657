import { checkScheme, segmentCustomers, type ValueTier, valueTiers } from "rfm-kit";
import { describe, expect, it } from "vitest";

const SCORES = [1, 2, 3, 4, 5] as const;
const cells = SCORES.flatMap((r) => SCORES.flatMap((f) => SCORES.map((m) => ({ r, f, m }))));

/** The tiers as the guide has them: one row for each R from 5 to 1, one place for each FM from 1 to 5. */
const GRID: Readonly<Record<number, readonly ValueTier[]>> = {
  5: ["bronze", "bronze", "silver", "gold", "platinum-elite"],
  4: ["bronze", "bronze", "silver", "gold", "platinum-elite"],
  3: ["bronze", "bronze", "silver", "loyal", "loyal"],
  2: ["inactive", "inactive", "at-risk", "at-risk", "at-risk"],
  1: ["inactive", "inactive", "at-risk", "at-risk", "at-risk"],
};

/** Each tier in words of its own: whether a customer of R and the sum of F and M belongs to it. */
const CLAIMS: Readonly<Record<ValueTier, (r: number, sum: number) => boolean>> = {
  "platinum-elite": (r, sum) => r > 3 && sum === 10,
  gold: (r, sum) => r > 3 && (sum === 8 || sum === 9),
  loyal: (r, sum) => r === 3 && sum >= 8,
  silver: (r, sum) => r >= 3 && (sum === 6 || sum === 7),
  bronze: (r, sum) => r >= 3 && sum <= 5,
  "at-risk": (r, sum) => r < 3 && sum >= 6,
  inactive: (r, sum) => r < 3 && sum <= 5,
};

describe("valueTiers", () => {
  it("are clean by the checker, and nobody is placed after a worse customer", () => {
    expect(checkScheme(valueTiers)).toMatchObject({ cells: 25, clean: true, dominance: [] });
  });

  it("gives each of the 125 cells the tier of its R and its floored mean of F and M", () => {
    const found = segmentCustomers(cells, valueTiers);
    expect(found.length).toBe(125);
    for (const { r, f, m, segment } of found) {
      const places = { 2: 0, 3: 0, 4: 1, 5: 1, 6: 2, 7: 2, 8: 3, 9: 3, 10: 4 } as Record<number, number>;
      expect(segment).toBe(GRID[r][places[f + m]]);
    }
  });

  it("claims each cell by exactly one rule", () => {
    const segments = Object.keys(CLAIMS) as ValueTier[];
    for (const { r, f, m } of cells) {
      expect(segments.filter((segment) => CLAIMS[segment](r, f + m)).length).toBe(1);
      const [{ segment }] = segmentCustomers([{ r, f, m }], valueTiers);
      expect(CLAIMS[segment](r, f + m)).toBe(true);
    }
    const claimed = valueTiers.rules.map((rule) => {
      const others = valueTiers.rules.filter((other) => other !== rule);
      const last = { ...valueTiers, rules: [...others, rule] };
      const found = segmentCustomers(cells, last).filter(({ segment }) => segment === rule.segment);
      return found.length;
    });
    // Where two rules claimed a cell, the one put last would lose it: 25 cells a score of R, of which FM 1 to 5
    // take 3, 7, 9, 5 and 1.
    expect(claimed).toEqual([2 * 1, 2 * 5, 5 + 1, 3 * 9, 3 * 10, 2 * 15, 2 * 10]);
  });

  it("puts nobody who is better on all three scores in a later tier", () => {
    const ranked = segmentCustomers(cells, valueTiers).map(({ r, f, m, segment }) => {
      return { r, f, m, rank: valueTiers.segments.indexOf(segment) };
    });
    for (const a of ranked) {
      for (const b of ranked) {
        if (a.r > b.r && a.f > b.f && a.m > b.m) expect(a.rank).toBeLessThanOrEqual(b.rank);
      }
    }
  });

  it("has seven tiers, best first, an action for each, and no rest", () => {
    expect(valueTiers.segments).toEqual(Object.keys(CLAIMS));
    expect(Object.keys(valueTiers.actions)).toEqual(Object.keys(CLAIMS));
    expect(valueTiers.otherwise).toBeNull();
    expect(valueTiers.bins).toEqual({ r: 5, f: 5, m: 5 });
    expect(JSON.parse(JSON.stringify(valueTiers))).toStrictEqual(valueTiers);
  });
});

import { RfmError, type RfmValues, type Scorer, scoreCustomers } from "rfm-kit";
import { ntile, pandasQcut, rRfm } from "rfm-kit/compat";
import { describe, expect, it } from "vitest";
import { hasData, readExpectedJson } from "../data.js";

const rowsOf = (values: readonly number[]): RfmValues[] =>
  values.map((value) => ({ recency: value, frequency: value, monetary: value }));

/** The bin that each of the three scores stands for, which must be one and the same. */
function binsOf(values: readonly number[], scorer: Scorer): number[] {
  return scoreCustomers(rowsOf(values), scorer).map(({ r, f, m }) => {
    expect([scorer.bins.r + 1 - r, m]).toEqual([f, f]);
    return f;
  });
}

interface QcutAnswer {
  readonly error?: string;
  readonly bins?: number[];
}
type QcutCase = { x: number[]; q: Record<string, Record<"raise" | "drop" | "rank_first", QcutAnswer>> };

describe.runIf(hasData)("small vectors with ties", () => {
  it("are cut as pandas cuts them, or refused where it raises an error", () => {
    const options = {
      raise: { duplicates: "raise" },
      drop: { duplicates: "drop" },
      rank_first: { ties: "first" },
    } as const;
    const { cases }: { cases: QcutCase[] } = readExpectedJson("fuzz-qcut.json");
    let [cut, refused] = [0, 0];
    for (const { x, q } of cases) {
      for (const [bins, answers] of Object.entries(q)) {
        for (const [form, { error, bins: expected }] of Object.entries(answers)) {
          const scorer = pandasQcut({ bins: Number(bins), ...options[form as keyof typeof options] });
          if (error === undefined) {
            expect({ x, bins, form, found: binsOf(x, scorer) }).toEqual({ x, bins, form, found: expected });
            cut++;
          } else {
            expect(() => binsOf(x, scorer), `${x} into ${bins}, ${form}`).toThrow(RfmError);
            refused++;
          }
        }
      }
    }
    expect([cases.length, cut + refused, refused]).toEqual([90, 1080, 148]);
  });

  it("are cut as the R package rfm and dplyr's ntile cut them", () => {
    const { cases } = readExpectedJson("fuzz-r.json");
    let compared = 0;
    for (const { x, ...answers } of cases) {
      for (const [key, answer] of Object.entries<Record<string, number[]>>(answers)) {
        const bins = Number(key.slice(1));
        const byNtile = ntile({ bins, recency: "reversed" });
        expect({ x, bins, found: binsOf(x, rRfm({ bins })) }).toEqual({ x, bins, found: answer.rfm_rule });
        expect({ x, bins, found: binsOf(x, byNtile) }).toEqual({ x, bins, found: answer.ntile });
        const descending = scoreCustomers(rowsOf(x), ntile({ bins })).map(({ r }) => r);
        expect({ x, bins, descending }).toEqual({ x, bins, descending: answer.ntile_desc });
        compared++;
      }
    }
    expect([cases.length, compared]).toEqual([90, 360]);
  });
});

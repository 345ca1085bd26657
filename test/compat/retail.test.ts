import { readFileSync } from "node:fs";
import { shuffler } from "d3-array";
import { randomLcg } from "d3-random";
import {
  computeRfm,
  defineScheme,
  publishedQuartileSegments,
  type RfmCustomer,
  type Scorer,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  tenSegments,
  transactionLog,
} from "rfm-kit";
import { nested, ntile, pandasQcut, reconcile, rRfm } from "rfm-kit/compat";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readData, readExpected, readExpectedJson } from "../data.js";

/** What notebooks call the ten segments. */
const NOTEBOOK: Readonly<Record<string, string>> = {
  loyal: "loyal_customers",
  new: "new_customers",
  "cant-lose": "cant_lose",
  "at-risk": "at_risk",
  "about-to-sleep": "about_to_sleep",
  "need-attention": "need_attention",
  "potential-loyalists": "potential_loyalists",
};

/** Quartile segments as the single cells that some notebooks name. */
const literalCells = defineScheme({
  name: "literal cells",
  bins: 4,
  rules: [
    { segment: "champions", cells: ["444"] },
    { segment: "loyal", cells: ["344", "333"] },
    { segment: "at_risk", cells: ["211", "222"] },
    { segment: "lost", cells: ["111"] },
  ],
  otherwise: "unnamed",
});

describe.runIf(hasData)("online retail, policy basic, customers in ascending id", () => {
  let byRecency: Record<"floor" | "cal", RfmCustomer<string>[]>;
  let scores: Record<string, string>[];
  let segments: Record<string, string>[];
  const column = (rows: Record<string, string>[], name: string) => rows.map((row) => row[name]);

  beforeAll(() => {
    const log = transactionLog(readData("online-retail.csv.gz"), {
      customerId: "CustomerID",
      orderId: "InvoiceNo",
      date: "InvoiceDate",
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      exclude: { returned: (line) => Number(line.Quantity) <= 0 },
      invalid: "drop",
    });
    const ascending = (customers: RfmCustomer<string>[]) =>
      customers.sort((a, b) => Number(a.customerId) - Number(b.customerId));
    byRecency = {
      floor: ascending(computeRfm(log, { recency: "elapsed", decimals: 3 })),
      cal: ascending(computeRfm(log, { decimals: 3 })),
    };
    scores = readExpected("scores-basic.csv.gz");
    segments = readExpected("segments-basic.csv.gz");
    expect(column(scores, "customer_id")).toEqual(byRecency.cal.map(({ customerId }) => customerId));
    expect(column(segments, "customer_id")).toEqual(column(scores, "customer_id"));
  });

  it.each([5, 4] as const)("has every pandas score at %i bins", (bins) => {
    for (const [form, customers] of Object.entries(byRecency)) {
      const plain = scoreCustomers(customers, pandasQcut({ bins, duplicates: { f: "drop" } }));
      expect(plain.map(({ r }) => String(r))).toEqual(column(scores, `r${bins}_${form}`));
      expect(plain.map(({ f }) => String(f))).toEqual(column(scores, `f${bins}_drop`));
      expect(plain.map(({ m }) => String(m))).toEqual(column(scores, `m${bins}`));
      const ranked = scoreCustomers(customers, pandasQcut({ bins, ties: "first" }));
      expect(ranked.map(({ r }) => String(r))).toEqual(column(scores, `r${bins}_${form}_rank`));
      expect(ranked.map(({ f }) => String(f))).toEqual(column(scores, `f${bins}_rank`));
      expect(ranked.map(({ m }) => String(m))).toEqual(column(scores, `m${bins}_rank`));
    }
  });

  it("refuses plain qcut on frequency where pandas does", () => {
    expect(() => scoreCustomers(byRecency.cal, pandasQcut())).toThrow(
      'pandasQcut: "frequency": expected bin edges that differ, as pandas raises an error where they do not, received [1,1,2,3,6,210]',
    );
  });

  it("has the ten segments of every customer, however the notebook scored", () => {
    const forms = {
      rank_first_f: pandasQcut({ ties: { f: "first" } }),
      rank_first_all: pandasQcut({ ties: "first" }),
      drop: pandasQcut({ duplicates: "drop" }),
    };
    for (const [recency, customers] of Object.entries(byRecency)) {
      for (const [form, scorer] of Object.entries(forms)) {
        const found = segmentCustomers(scoreCustomers(customers, scorer), tenSegments);
        expect(found.map(({ segment }) => NOTEBOOK[segment] ?? segment)).toEqual(
          column(segments, `regex_${recency}_${form}`),
        );
      }
    }
  });

  it("has 633 champions with 48.714 % of revenue by rank first", () => {
    const scored = scoreCustomers(byRecency.cal, pandasQcut({ ties: { f: "first" } }));
    const summary = summarizeSegments(segmentCustomers(scored), { scheme: tenSegments });
    const expected = readExpectedJson("segments.json").basic.regex_cal_rank_first_f;
    expect(summary[0]).toMatchObject({ segment: "champions", customers: 633 });
    expect((100 * summary[0].revenueShare).toFixed(3)).toBe("48.714");
    for (const { segment, customers, revenueShare } of summary) {
      const other = expected[NOTEBOOK[segment] ?? segment];
      expect(customers).toBe(other.customers);
      expect(revenueShare).toBeCloseTo(other.revenue_share, 12);
    }
  });

  it("has the quartile segments of every customer", () => {
    for (const [recency, customers] of Object.entries(byRecency)) {
      const scored = scoreCustomers(customers, pandasQcut({ bins: 4, ties: "first" }));
      const found = segmentCustomers(scored, publishedQuartileSegments);
      expect(found.map(({ segment }) => NOTEBOOK[segment] ?? segment)).toEqual(
        column(segments, `quartile_${recency}_basic`),
      );
      const literal = segmentCustomers(scored, literalCells);
      expect(literal.map(({ segment }) => segment)).toEqual(column(segments, `quartile_${recency}_literal`));
    }
  });

  it("finds how many scores the order of the rows decides, as the guide tells", () => {
    const changedByShuffling = (scorer: Scorer) => {
      const usual = new Map(
        scoreCustomers(byRecency.cal, scorer).map(({ customerId, rfm }) => [customerId, rfm]),
      );
      const shuffle = shuffler(randomLcg(0.5));
      return Array.from({ length: 20 }, () => {
        const scored = scoreCustomers(shuffle([...byRecency.cal]), scorer);
        return scored.filter(({ customerId, rfm }) => rfm !== usual.get(customerId)).length;
      });
    };
    const guide = readFileSync(new URL("../../docs/guide/compat.md", import.meta.url), "utf8");
    for (const [name, scorer] of [
      ["rank first, then `qcut`", pandasQcut({ ties: "first" })],
      ["`NTILE`", ntile()],
    ] as [string, Scorer][]) {
      const changed = changedByShuffling(scorer);
      const mean = Math.round(changed.reduce((sum, count) => sum + count) / changed.length);
      const [least, most] = [Math.min(...changed), Math.max(...changed)];
      const shown = [mean, least, most].map((count) => count.toLocaleString("en"));
      expect(guide).toContain(
        `| ${name} | ${shown[0]} (${Math.round((100 * mean) / 4339)} %) | ${shown[1]} to ${shown[2]} |`,
      );
    }
    for (const scorer of [pandasQcut({ duplicates: "drop" }), rRfm(), nested()] as Scorer[])
      expect(new Set(changedByShuffling(scorer))).toEqual(new Set([0]));
  });

  it("says of every score that differs from the default why, as the guide tells", () => {
    const guide = readFileSync(new URL("../../docs/guide/compat.md", import.meta.url), "utf8");
    for (const scorer of [
      pandasQcut({ ties: "first" }),
      pandasQcut({ duplicates: "drop" }),
      rRfm(),
      ntile(),
    ] as Scorer[])
      expect(guide).toContain(reconcile(byRecency.cal, {}, scorer).text);
  });
});

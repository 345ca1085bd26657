import { computeRfm } from "rfm-kit";
import { defineProgramme, evaluateProgramme, type ProgrammeEvaluation } from "rfm-kit/loyalty";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readData } from "../data.js";
import { cdnowLog } from "../lifetime/real.js";

const AS_OF = "1997-09-30";

describe.runIf(hasData)("the top 20 % of the CDNOW sample, chosen at 1997-09-30", () => {
  let answers: ProgrammeEvaluation<number>;
  let spent: { readonly past: number; readonly later: number }[];
  beforeAll(() => {
    const log = cdnowLog("cdnow-sample");
    const programme = defineProgramme(computeRfm(log, { asOf: AS_OF }), { topShare: 0.2 });
    answers = evaluateProgramme(log, programme, { asOf: AS_OF, seed: 1 });
    // The same from the file, with a plain loop.
    const byCustomer = new Map<string, { past: number; later: number }>();
    for (const { customer_id, date, dollars } of readData("cdnow-sample.csv.gz")) {
      const one = byCustomer.get(customer_id) ?? { past: 0, later: 0 };
      one[date <= AS_OF ? "past" : "later"] += Number(dollars);
      byCustomer.set(customer_id, one);
    }
    spent = [...byCustomer.values()].sort((a, b) => b.past - a.past);
  });

  it("holds 63.3 % of past and 66.3 % of later revenue", () => {
    const { selection, later } = answers.revenue;
    expect((100 * Number(selection.net.share)).toFixed(1)).toBe("63.3");
    expect((100 * Number(later?.net.share)).toFixed(1)).toBe("66.3");
    const share = (window: "past" | "later") => {
      const sum = (rows: typeof spent) => rows.reduce((total, row) => total + row[window], 0);
      return sum(spent.slice(0, 472)) / sum(spent);
    };
    expect(selection.net.share).toBeCloseTo(share("past"), 10);
    expect(later?.net.share).toBeCloseTo(share("later"), 10);
    expect(answers.size.members).toBe(Math.ceil(0.2 * spent.length));
  });

  it("spends 7.84 times as much a customer afterwards, as no chance would have it", () => {
    const ratio = answers.evidence.later?.spend.ratio;
    const mean = (rows: typeof spent) => rows.reduce((sum, { later }) => sum + later, 0) / rows.length;
    expect(ratio?.estimate).toBeCloseTo(mean(spent.slice(0, 472)) / mean(spent.slice(472)), 10);
    expect(ratio?.estimate.toFixed(2)).toBe("7.84");
    expect(answers.evidence.later?.spend.pValue).toBe(1 / 1000);
  });

  it("has the interval of a bootstrap written another way, to within a fifth of its width", () => {
    const ratio = answers.evidence.later?.spend.ratio;
    // The delta method on the logarithm of a ratio of means.
    const variance = (rows: typeof spent) => {
      const mean = rows.reduce((sum, { later }) => sum + later, 0) / rows.length;
      const squares = rows.reduce((sum, { later }) => sum + (later - mean) ** 2, 0) / (rows.length - 1);
      return squares / rows.length / mean ** 2;
    };
    const error = Math.sqrt(variance(spent.slice(0, 472)) + variance(spent.slice(472)));
    const [estimate, low, high] = [ratio?.estimate, ratio?.low, ratio?.high].map(Number);
    const [below, above] = [estimate * Math.exp(-1.96 * error), estimate * Math.exp(1.96 * error)];
    expect(Math.abs(low - below)).toBeLessThan(0.2 * (above - below));
    expect(Math.abs(high - above)).toBeLessThan(0.2 * (above - below));
  });

  it("is said in a sentence, with what it does not say", () => {
    expect(answers.evidence.text).toMatch(
      /^In the 273 days after 1997-09-30 the 472 members spent 7\.84 times as much a customer as the other 1,885/,
    );
    expect(answers.evidence.caution).toMatch(/about the group and not about the programme/);
  });
});

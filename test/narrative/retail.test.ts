import {
  computeRfm,
  scoreCustomers,
  segmentCustomers,
  summarizePareto,
  summarizeSegments,
  tenSegments,
  transactionLog,
} from "rfm-kit";
import { en, es } from "rfm-kit/locale";
import { narrate } from "rfm-kit/narrative";
import { beforeAll, describe, expect, it } from "vitest";
import { hasData, readData, readExpectedJson } from "../data.js";
import { faultsOf, untold } from "./facts-shown.js";

describe.skipIf(!hasData)("sentences on Online Retail", () => {
  let told: ReturnType<typeof narrate>;
  let spanish: ReturnType<typeof narrate>;

  beforeAll(() => {
    const log = transactionLog(readData("online-retail.csv.gz"), {
      customerId: "CustomerID",
      orderId: "InvoiceNo",
      product: "StockCode",
      date: "InvoiceDate",
      amount: (line) => Number(line.Quantity) * Number(line.UnitPrice),
      exclude: { returned: (line) => Number(line.Quantity) <= 0 },
      invalid: "drop",
    });
    const customers = computeRfm(log, { asOf: "2011-12-10" });
    const segmented = segmentCustomers(scoreCustomers(customers));
    const facts = {
      log: log.report,
      segments: summarizeSegments(segmented, { scheme: tenSegments }),
      pareto: summarizePareto(customers),
    };
    told = narrate(facts, { currency: "GBP" });
    spanish = narrate(facts, { currency: "GBP", locale: es });
  });

  it("say the segments as pandas computed them", () => {
    const { segments } = readExpectedJson("default.json").basic.cal_5;
    for (const [name, { customers, revenue_share_percent }] of Object.entries<Record<string, number>>(
      segments,
    )) {
      const sentence = told.segments.find(({ id, facts }) => {
        return facts.segment === name && /more|even|less/.test(id);
      });
      expect(sentence?.facts.customers).toBe(customers);
      expect(sentence?.text).toContain(`has ${customers.toLocaleString("en")} customers: `);
      expect(sentence?.text).toContain(`with ${revenue_share_percent.toFixed(1)}% of revenue`);
    }
  });

  it("say 604 champions, 48.3 % of revenue, 3.5 times their share", () => {
    expect(told.segments.map(({ text }) => text)).toContain(
      "The segment “Champions” has 604 customers: 13.9% of all, with 48.3% of revenue, 3.5 times their share.",
    );
  });

  it("say the top fifth's 74.6 %, and that 80/20 nearly holds", () => {
    const { basic } = readExpectedJson("pareto.json");
    const { head, share } = basic.top["20"].ceil;
    expect([head, (100 * share).toFixed(1)]).toEqual([868, "74.6"]);
    expect(told.pareto.map(({ text }) => text).slice(0, 3)).toEqual([
      "The 20% of customers who spend most (868 of them) bring 74.6% of revenue.",
      "It takes 1,133 customers, 26.1% of all, to make up 80% of revenue.",
      "The rule of thumb that 20% of customers bring 80% of revenue nearly holds here: they bring 74.6%.",
    ]);
    expect(told.pareto[3].facts.gini).toBeCloseTo(Number(basic.gini), 9);
  });

  it("say what had to go", () => {
    expect(told.base.map(({ text }) => text).slice(0, 3)).toEqual([
      "Of 541,909 rows read, 397,924 were kept.",
      "Left out: 135,080 rows without a customer, worth £1,447,682 in all.",
      expect.stringMatching(/^Left out by the rule “returned”: 8,905 rows, worth -£611,342 in all\.$/),
    ]);
  });

  it("are whole, and show nothing that is not among their facts", () => {
    for (const [locale, narrative] of [
      [en, told],
      [es, spanish],
    ] as const) {
      const sentences = Object.values(narrative).flat();
      expect(sentences.flatMap(faultsOf)).toEqual([]);
      expect(sentences.flatMap((sentence) => untold(locale, sentence))).toEqual([]);
    }
  });
});

import { readFileSync } from "node:fs";
import { en, es, pt } from "rfm-kit/locale";
import { type Facts, narrate } from "rfm-kit/narrative";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import {
  cases,
  clusters,
  forecast,
  later,
  log,
  migration,
  pareto,
  programme,
  segment,
  step,
} from "./cases.js";
import { faultsOf, untold } from "./facts-shown.js";
import { gateway, gateways, product, products } from "./product-facts.js";
import { LOCALES, renderNarratives } from "./render.js";
import { shopFacts } from "./shop.js";

const shop = shopFacts();
const everything: readonly Facts[] = [shop, ...cases.map(([, facts]) => facts)];

/** All sentences but the summary. */
function tell(facts: Facts, locale = en, currency: string | undefined = "EUR") {
  const { summary: _, ...parts } = narrate(facts, { locale, currency });
  return Object.values(parts).flat();
}
const idsOf = (facts: Facts) => tell(facts).map(({ id }) => id);
const textOf = (facts: Facts, id: string, locale = en) =>
  tell(facts, locale).find((sentence) => sentence.id === id)?.text;

describe("the sentences", () => {
  it.each(LOCALES)("of $language stand in docs/narratives as they are said", (locale) => {
    const file = new URL(`../../docs/narratives.${locale.language}.md`, import.meta.url);
    expect(renderNarratives(locale, shop)).toBe(readFileSync(file, "utf8"));
  });

  it("are all said there, of whatever is known", () => {
    const said = new Set<string>(everything.flatMap(idsOf));
    const known = Object.entries(en.narrative.sentences).flatMap(([topic, texts]) =>
      Object.keys(texts).map((key) => `${topic}.${key}`),
    );
    expect(known.length).toBeGreaterThan(100);
    expect(known.filter((id) => !said.has(id))).toEqual([]);
  });

  it.each(LOCALES)("of $language are whole, and show nothing that is not among their facts", (locale) => {
    for (const facts of everything) {
      for (const currency of ["EUR", undefined]) {
        const sentences = tell(facts, locale, currency);
        expect(sentences.flatMap(faultsOf)).toEqual([]);
        expect(sentences.flatMap((sentence) => untold(locale, sentence))).toEqual([]);
      }
    }
  });

  it("are the same ones of the same facts in every language", () => {
    for (const facts of everything) {
      const [english, ...others] = LOCALES.map((locale) =>
        tell(facts, locale).map(({ id, facts: shown }) => [id, shown]),
      );
      for (const other of others) expect(other).toEqual(english);
    }
  });

  it("are none where nothing is known", () => {
    const parts = ["summary", "base", "segments", "pareto", "clusters", "migration", "forecast", "programme"];
    expect(narrate({})).toEqual(Object.fromEntries([...parts, "products"].map((part) => [part, []])));
  });
});

describe("numbers in sentences", () => {
  it("are written as the language does, with the currency where there is one", () => {
    const facts = {
      segments: [
        segment({ customers: 604, share: 0.1392, revenue: 4_305_114, revenueShare: 0.48311 }),
        segment({ segment: "loyal", customers: 3735, share: 0.8608, revenue: 1, revenueShare: 0.51689 }),
      ],
    };
    expect(textOf(facts, "segments.more")).toBe(
      "The segment “Champions” has 604 customers: 13.9% of all, with 48.3% of revenue, 3.5 times their share.",
    );
    expect(textOf(facts, "segments.more", es)).toBe(
      "El segmento «Campeones» reúne 604 clientes, el 13,9\u00A0% del total, y aporta el 48,3\u00A0% de los ingresos: 3,5 veces lo que le correspondería por su tamaño.",
    );
    expect(textOf(facts, "segments.more", pt)).toBe(
      "O segmento “Campeões” reúne 604 clientes, 13,9% do total, e traz 48,3% da receita: 3,5 vezes o que corresponderia ao seu tamanho.",
    );
    expect(textOf(facts, "segments.richest")).toContain("€4,305,114");
    expect(narrate(facts, { currency: "USD", locale: es }).segments[1].text).toContain("4.305.114\u00A0US$");
    expect(narrate(facts).segments[1].text).toContain(": 4,305,114,");
  });

  it("are facts as they are, not as they are shown", () => {
    const [first] = narrate({ pareto: pareto({ topShare: 0.74617 }) }).pareto;
    expect(first.facts).toEqual({ top: 0.2, topCustomers: 2, topShare: 0.74617, customers: 10 });
  });

  it("agree with their nouns and verbs: none, one and two", () => {
    const left = (count: number) => ({ migration: migration({ left: count }) });
    const said = (locale: typeof en) =>
      [0, 1, 2].map((count) => textOf(left(count), "migration.left", locale));
    expect(said(en)).toEqual([
      "Between the two days, no customer left.",
      "Between the two days, 1 customer left.",
      "Between the two days, 2 customers left.",
    ]);
    expect(said(es)).toEqual([
      "Entre las dos fechas, ningún cliente se fue.",
      "Entre las dos fechas, 1 cliente se fue.",
      "Entre las dos fechas, 2 clientes se fueron.",
    ]);
    expect(said(pt)).toEqual([
      "Entre as duas datas, nenhum cliente saiu.",
      "Entre as duas datas, 1 cliente saiu.",
      "Entre as duas datas, 2 clientes saíram.",
    ]);
  });
});

describe("what is said", () => {
  it("compares shares: more, about the same, less, at a twentieth either way", () => {
    const told = (revenueShare: number) => {
      return idsOf({ segments: [segment({ share: 0.4, revenueShare }), segment({ share: 0.6 })] }).find(
        (id) => /more|even|less/.test(id),
      );
    };
    expect([0.43, 0.41, 0.39, 0.37].map(told)).toEqual([
      "segments.more",
      "segments.even",
      "segments.even",
      "segments.less",
    ]);
  });

  it("adds up who is slipping away or asleep, and says who they are", () => {
    const segments = ["champions", "at-risk", "cant-lose", "hibernating", "about-to-sleep"].map((name, i) =>
      segment({
        segment: name,
        customers: i + 1,
        share: (i + 1) / 15,
        revenue: 10 * (i + 1),
        revenueShare: (i + 1) / 15,
      }),
    );
    const asleep = tell({ segments }).find(({ id }) => id === "segments.asleep");
    expect(asleep?.facts).toEqual({
      segments: "at-risk, cant-lose, hibernating",
      customers: 9,
      revenue: 90,
      revenueShare: 9 / 15,
    });
  });

  it("judges 80/20 only where that was asked", () => {
    const ruleOf = (figures: Parameters<typeof pareto>[0]) => idsOf({ pareto: pareto(figures) })[2];
    expect(ruleOf({ topShare: 0.8 })).toBe("pareto.ruleHolds");
    expect(ruleOf({ topShare: 0.746 })).toBe("pareto.ruleNearly");
    expect(ruleOf({ topShare: 0.69 })).toBe("pareto.ruleFails");
    expect(ruleOf({ top: 0.1, topShare: 0.9 })).toBe("pareto.giniHighest");
  });

  it("grades the Gini coefficient by its bounds", () => {
    const gradeOf = (gini: number) => idsOf({ pareto: pareto({ gini }) }).at(-1);
    expect([0, 0.199, 0.2, 0.4, 0.6].map(gradeOf)).toEqual([
      "pareto.giniLow",
      "pareto.giniLow",
      "pareto.giniMiddle",
      "pareto.giniHigh",
      "pareto.giniHighest",
    ]);
  });

  it("tells an interval wider than its estimate without the estimate", () => {
    const told = (high: number) =>
      tell({
        forecast: forecast({ expectedPurchases: 100, purchasesLow: 50, purchasesHigh: high, level: 0.9 }),
      })[0];
    expect(told(150).id).toBe("forecast.purchasesRange");
    expect(told(151).text).toBe(
      "Within 30 days, 1 customer may make anywhere between 50 and 151 purchases: too wide to plan by.",
    );
    expect(told(151).facts.expectedPurchases).toBe(100);
  });

  it("holds a forecast against the days after the calibration alone", () => {
    const tracking = [
      step({ isHoldout: false, actual: 9, expected: 99 }),
      step({ actual: 40, expected: 50 }),
      step({ actual: 60, expected: 60 }),
    ];
    const [sentence] = tell({ tracking });
    expect(sentence).toMatchObject({
      id: "forecast.trackedHigh",
      facts: { actual: 100, expected: 110, error: 0.1 },
    });
  });

  it("tells what the ruler did from what customers did, or that this cannot be told", () => {
    expect(idsOf({ migration: migration({ moved: 3, drifted: 2 }) })).toContain("migration.drifted");
    const untoldOnes = idsOf({ migration: migration({ moved: null, drifted: null }) });
    expect(untoldOnes).toContain("migration.untold");
    expect(untoldOnes.filter((id) => /moved|drift|Drift/.test(id))).toEqual([]);
  });

  it("adds cohorts up by the periods after the first, those alone that are complete", () => {
    const row = { cohort: "2024-01", periodStart: "2024-02-01", retained: 0, orders: 0, revenue: 0 };
    const retention = [
      { ...row, period: 0, size: 10, customers: 10, complete: true },
      { ...row, period: 1, size: 10, customers: 3, complete: true },
      { ...row, cohort: "2024-02", period: 1, size: 30, customers: 5, complete: true },
      { ...row, cohort: "2024-03", period: 1, size: 50, customers: 0, complete: false },
      { ...row, period: 2, size: 10, customers: 2, complete: true },
    ];
    expect(tell({ retention }).map(({ facts }) => facts)).toEqual([
      { period: 1, size: 40, customers: 8, retained: 0.2 },
    ]);
  });

  it("claims of products what chance does not explain, by the q-value", () => {
    const byLift = [
      product({ qValue: 0.06 }),
      product({ product: "A", qValue: 0.05 }),
      product({ product: "B", qValue: 0.01, liftLow: 0.99 }),
      product({ product: "C", qValue: null, pValue: null }),
    ];
    const told = tell({ products: { ...products, byLift } });
    expect(told.map(({ id }) => id)).toEqual([
      "products.first",
      "products.found",
      "products.lift",
      "products.liftFaint",
      "products.priceHigh",
    ]);
    expect(told[2].facts.product).toBe("A");
    const strict = narrate({ products: { ...products, byLift } }, { level: 0.999 }).products;
    expect(strict.map(({ id }) => id)).toEqual(["products.first", "products.noLift", "products.priceHigh"]);
  });

  it("claims of a first product only what the test and the interval both say", () => {
    const told = (figures: Parameters<typeof gateway>[0]) =>
      idsOf({ gateways: { ...gateways, products: [gateway(figures)] } })[2];
    expect(told({})).toBe("products.gatewayBetter");
    expect(told({ qValue: 0.06 })).toBe("products.gatewayUnsure");
    expect(told({ repeatLow: 0.34 })).toBe("products.gatewayUnsure");
    expect(told({ repeatDifference: -0.25 })).toBe("products.gatewayWorse");
  });

  it("calls members better only where the p-value and the interval say so", () => {
    const told = (spend: Parameters<typeof later>[0]) =>
      idsOf({ programme: programme({ evidence: later(spend) }) }).find((id) =>
        /better|unsure|worse/.test(id),
      );
    expect(told({})).toBe("programme.betterTimes");
    expect(told({ pValue: 0.06 })).toBe("programme.unsure");
    expect(told({ ratio: { estimate: 3, low: 1, high: 9 } })).toBe("programme.unsure");
    expect(told({ ratio: null })).toBe("programme.better");
    expect(told({ ratio: null, difference: { estimate: 20, low: -1, high: 40 } })).toBe("programme.unsure");
  });

  it("names clusters in the language of the sentences, unless they have names of their own", () => {
    const labels = (name: string) => [{ cluster: 0, label: "loyal-2", name, advice: "Write." } as const];
    const told = (name: string) => tell({ clusters: { ...clusters(1), labels: labels(name) } }, es)[1].text;
    expect(told("Loyal customers 2")).toContain("«Clientes leales 2»");
    expect(told("Wholesale")).toContain("«Wholesale»");
  });
});

describe("the summary", () => {
  it("has five to eight sentences, each of which stands in its part, in the order of reading", () => {
    const { summary, ...parts } = narrate(shop);
    const all = Object.values(parts).flat();
    const places = summary.map((sentence) => all.indexOf(sentence));
    expect(summary.length).toBe(8);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(places).not.toContain(-1);
  });

  it("takes more of a part where others are missing", () => {
    const ids = narrate({ log: log(), pareto: pareto() }).summary.map(({ id }) => id);
    expect(ids).toEqual(["base.oneDay", "base.customers", "pareto.top", "pareto.ruleHolds"]);
  });
});

describe("names from data", () => {
  const told = (name: string) =>
    narrate({ products: { ...products, byRevenue: [product({ name })] } }).products[0].text;

  it("stand in quotation marks as they are", () => {
    expect(told('<b>"Tea" & {cups}</b>')).toContain('“<b>"Tea" & {cups}</b>”');
  });

  it("break no line", () => {
    expect(told("a\nb\r\u2028c\u0000")).toContain("“a b  c ”");
  });

  it("turn nothing around them, isolated where they are read from right to left", () => {
    expect(told("שלום")).toContain("“\u2068שלום\u2069”");
    expect(told("\u202Eevil")).toContain("“\u2068\u202Eevil\u2069”");
    expect(told("\u2069x\u2067y")).toContain("“\u2068x\u2067y\u2069\u2069”");
    expect(told("Tea")).toContain("“Tea”");
  });
});

describe("narrate refuses", () => {
  it("facts and options that are not known, or not of their kind", () => {
    const call = (facts: unknown, options?: unknown) => () => narrate(facts as Facts, options as object);
    expectRefusal(call(null), { code: "invalidOption", path: "facts" });
    expectRefusal(call({ segment: [] }), {
      code: "unknownOption",
      path: "facts.segment",
      message: /segments/,
    });
    expectRefusal(call({ segments: {} }), { code: "invalidInput", path: "facts.segments" });
    expectRefusal(call({ segments: [{ segment: "new", customers: null }] }), {
      code: "invalidInput",
      path: "facts.segments[0].customers",
      message: "leave out rows that were withheld",
    });
    expectRefusal(call({ log: { length: 3 } }), {
      code: "invalidInput",
      path: "facts.log.rowsRead",
      message: "log.report",
    });
    expectRefusal(call({ pareto: { customers: 3, share: 0.5 } }), {
      code: "invalidInput",
      path: "facts.pareto.top",
      message: "as summarizePareto gives it",
    });
    expectRefusal(call({ log: [] }), { code: "invalidInput", path: "facts.log" });
    expectRefusal(call({ asOf: "9 December" }), { code: "invalidInput", path: "facts.asOf" });
    expectRefusal(call({}, { language: "es" }), { code: "unknownOption", path: "language" });
    expectRefusal(call({}, { level: 95 }), { code: "invalidOption", path: "level", message: /0\.95/ });
    expectRefusal(call({}, { currency: "euros" }), { code: "invalidOption", path: "currency" });
  });

  it("a language that lacks a sentence, and says which", () => {
    const { top: _, ...rest } = en.narrative.sentences.pareto;
    const sentences = { ...en.narrative.sentences, pareto: rest };
    const locale = { ...en, narrative: { ...en.narrative, sentences } } as unknown as typeof en;
    const path = "locale.narrative.sentences.pareto.top";
    expectRefusal(() => narrate({}, { locale }), { code: "invalidOption", path });
  });

  it("a figure that is no finite number, and says which", () => {
    const broken = { pareto: pareto({ topShare: Number.NaN, customersForShare: 1 }) };
    expectRefusal(() => narrate(broken), { code: "invalidInput", path: "facts.pareto.topShare" });
    const forecasts = { forecast: forecast({ expectedRevenue: Number.NaN }) };
    expectRefusal(() => narrate(forecasts), {
      code: "invalidInput",
      path: "forecast.revenue.expectedRevenue",
    });
  });
});

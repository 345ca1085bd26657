import fc from "fast-check";
import { en, es, pt } from "rfm-kit/locale";
import { type Facts, narrate, type Sentence } from "rfm-kit/narrative";
import { describe, expect, it } from "vitest";
import { migration, programme } from "../narrative/cases.js";
import { faultsOf, untold } from "../narrative/facts-shown.js";
import { gateways, product, products } from "../narrative/product-facts.js";
import { evidence, facts, forecasts, gatewayRows, lifts, segments, totals } from "./narrative-facts.js";
import { RUNS } from "./runs.js";

const locales = [en, es, pt];
const FEW = { numRuns: RUNS.numRuns / 4 };

function tell(known: Facts, locale = en): Sentence[] {
  const { summary: _, ...parts } = narrate(known, { locale, currency: "EUR" });
  return Object.values(parts).flat();
}
const idsOf = (known: Facts) => tell(known).map(({ id }) => id);

describe("narrate", () => {
  it("shows no number that is not among the facts of the sentence, in whole sentences of any language", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...locales), (known, locale) => {
        const sentences = tell(known, locale);
        expect(sentences.flatMap(faultsOf)).toEqual([]);
        expect(sentences.flatMap((sentence) => untold(locale, sentence))).toEqual([]);
      }),
      FEW,
    );
  });

  it("says the same of the same facts, in every language and after JSON", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const shown = (locale: typeof en) => tell(known, locale).map(({ id, facts }) => ({ id, facts }));
        expect(shown(es)).toEqual(shown(en));
        expect(shown(pt)).toEqual(shown(en));
        const twice = narrate(JSON.parse(JSON.stringify(known)));
        expect(JSON.stringify(twice)).toBe(JSON.stringify(narrate(known)));
      }),
      FEW,
    );
  });

  it("leads with at most eight of its sentences, in their order, and with five where it has many parts", () => {
    fc.assert(
      fc.property(facts, (known) => {
        const { summary, ...parts } = narrate(known);
        const all = Object.values(parts).flat();
        const places = summary.map((sentence) => all.indexOf(sentence));
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b));
        expect(places).not.toContain(-1);
        expect(summary.length).toBeLessThanOrEqual(8);
        if (Object.keys(known).length === 10 && all.length > 40) expect(summary.length).toBeGreaterThan(4);
      }),
      FEW,
    );
  });

  it("compares each segment's shares, and adds up who is asleep", () => {
    fc.assert(
      fc.property(segments, (rows) => {
        const told = tell({ segments: rows });
        const filled = rows.filter(({ customers }) => customers > 0);
        const rich = filled.some(({ revenueShare }) => revenueShare !== 0);
        const wanted = rows.map(({ customers, share, revenueShare }) => {
          if (customers === 0) return "empty";
          if (!rich) return "customers";
          const ratio = revenueShare / share;
          return ratio >= 1.05 ? "more" : ratio <= 0.95 ? "less" : "even";
        });
        const found = told.flatMap(({ id }) => id.match(/\.(empty|customers|more|less|even)$/)?.[1] ?? []);
        if (filled.length > 0) expect(found).toEqual(wanted);
        const asleep = filled.filter(({ segment }) =>
          ["at-risk", "cant-lose", "hibernating"].includes(segment),
        );
        const sum = asleep.reduce((all, { customers }) => all + customers, 0);
        const sentence = told.find(({ id }) => id === "segments.asleep");
        expect(sentence?.facts.customers).toBe(rich && sum > 0 ? sum : undefined);
      }),
      RUNS,
    );
  });

  it("tells a forecast by its interval, and without its estimate where that is too wide", () => {
    fc.assert(
      fc.property(forecasts, (known) => {
        const [purchases] = tell({ forecast: known });
        const { customers, expectedPurchases, purchasesLow = 0, purchasesHigh = 0 } = known;
        const isWide = purchasesHigh - purchasesLow > expectedPurchases;
        const wanted = customers === 0 ? "none" : isWide ? "purchasesWide" : "purchasesRange";
        expect(purchases.id).toBe(`forecast.${wanted}`);
        const twice = tell({ forecast: { ...known, expectedPurchases: expectedPurchases / 2 } })[0];
        if (isWide) expect(twice.text).toBe(purchases.text);
      }),
      RUNS,
    );
  });

  it("tells customers who moved from those whom the ruler moved, or neither", () => {
    fc.assert(
      fc.property(totals, (known) => {
        const ids = idsOf({ migration: migration(known) });
        const { customersBefore, customersAfter, moved, drifted } = known;
        const isTold = moved !== null && drifted !== null;
        const are = (id: string) => ids.includes(`migration.${id}` as (typeof ids)[number]);
        expect(are("none")).toBe(customersBefore === 0 && customersAfter === 0);
        expect(are("moved")).toBe(customersBefore > 0 && isTold);
        expect(are("untold")).toBe(customersBefore > 0 && !isTold);
        expect(are("drifted")).toBe(customersBefore > 0 && isTold && drifted !== 0);
      }),
      RUNS,
    );
  });

  it("claims no product beyond the level, and none as sure whose interval holds no difference", () => {
    const level = fc.constantFrom(undefined, 0.5, 0.9, 0.99);
    fc.assert(
      fc.property(lifts, level, (byLift, asked) => {
        const known = { products: { ...products, byRevenue: [product()], byLift, priceLevels: [] } };
        const told = narrate(known, { level: asked }).products;
        const alpha = 1 - (asked ?? products.level) + 1e-12;
        const sure = byLift.filter(({ qValue, lift }) => qValue !== null && qValue <= alpha && lift > 1);
        const ids = sure
          .slice(0, 3)
          .map(({ liftLow }) => (liftLow > 1 ? "products.lift" : "products.liftFaint"));
        expect(told.slice(2).map(({ id }) => id)).toEqual(ids);
        expect(told[1].id).toBe(sure.length > 0 ? "products.found" : "products.noLift");
      }),
      RUNS,
    );
  });

  it("claims of first products only what the q-value and the interval say together", () => {
    fc.assert(
      fc.property(gatewayRows, (rows) => {
        const told = tell({ gateways: { ...gateways, products: rows } });
        const sure = rows.filter(({ qValue, repeatRate, repeatLow, repeatHigh, repeatDifference }) => {
          if (qValue === null || repeatRate === null) return false;
          const others = repeatRate - Number(repeatDifference);
          return qValue <= 0.05 + 1e-12 && (others < Number(repeatLow) || others > Number(repeatHigh));
        });
        const claims = told.filter(({ id }) => /Better|Worse/.test(id));
        expect(claims.length).toBe(Math.min(3, sure.length));
        for (const { id, facts } of claims) {
          expect(id).toBe(
            `products.gateway${Number(facts.repeatRate) > Number(facts.othersRate) ? "Better" : "Worse"}`,
          );
        }
      }),
      RUNS,
    );
  });

  it("calls members better or worse only beyond chance by the p-value and the interval", () => {
    fc.assert(
      fc.property(evidence, (found) => {
        const ids = idsOf({ programme: programme({ evidence: found }) });
        const spend = found.later?.spend;
        const isBetter =
          Number(spend?.pValue) <= 0.05 &&
          (spend?.ratio ? spend.ratio.low > 1 : Number(spend?.difference.low) > 0);
        expect(ids.some((id) => /better/.test(id))).toBe(isBetter);
        const isWorse = !isBetter && Number(spend?.pValueLess) <= 0.05 && Number(spend?.difference.high) < 0;
        expect(ids.includes("programme.worse")).toBe(isWorse);
      }),
      RUNS,
    );
  });

  it("keeps names as they are, on one line, with every isolation closed", () => {
    const tricky = fc.constantFrom(
      "\n",
      "\u0000",
      "\u2028",
      "\u2066",
      "\u2069",
      "\u202E",
      "\u05D0",
      "\u0627",
    );
    const name = fc.array(fc.oneof(tricky, fc.string({ unit: "grapheme-ascii", maxLength: 3 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(
        name.map((parts) => parts.join("")),
        (named) => {
          const say = (text: string) =>
            narrate({ products: { ...products, byRevenue: [product({ name: text })] } }).products[0].text;
          const [before, after] = say("SPLIT").split("SPLIT");
          const text = say(named);
          expect(text.startsWith(before) && text.endsWith(after)).toBe(true);
          const shown = text.slice(before.length, text.length - after.length);
          const bare = (all: string) => all.replace(/[\u2066-\u2069]/g, "");
          expect(bare(shown)).toBe(bare(named).replace(/[\p{Cc}\u2028\u2029]/gu, " "));
          expect(/[\u05D0\u0627\u202E\u2066-\u2069]/.test(named)).toBe(shown.startsWith("\u2068"));
          let open = 0;
          for (const character of shown) {
            if (/[\u2066-\u2068]/.test(character)) open++;
            if (character === "\u2069") expect(--open).toBeGreaterThanOrEqual(0);
          }
          expect(open).toBe(0);
        },
      ),
      FEW,
    );
  });
});

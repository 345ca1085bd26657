import type { Mutant } from "./mutant.js";

const SHOWN =
  "narrate shows no number that is not among the facts of the sentence, in whole sentences of any language";
const SAME = "narrate says the same of the same facts, in every language and after JSON";
const SUMMARY =
  "narrate leads with at most eight of its sentences, in their order, and with five where it has many parts";
const SEGMENTS = "narrate compares each segment's shares, and adds up who is asleep";
const FORECAST = "narrate tells a forecast by its interval, and without its estimate where that is too wide";
const RULER = "narrate tells customers who moved from those whom the ruler moved, or neither";
const PRODUCTS =
  "narrate claims no product beyond the level, and none as sure whose interval holds no difference";
const GATEWAYS = "narrate claims of first products only what the q-value and the interval say together";
const MEMBERS = "narrate calls members better or worse only beyond chance by the p-value and the interval";
const NAMES = "narrate keeps names as they are, on one line, with every isolation closed";

const mutant = (name: string, file: string, find: string, replace: string, property: string): Mutant => {
  return {
    name: `narrative-${name}`,
    file: `${file.includes("locale") ? "" : "narrative/"}${file}.ts`,
    find,
    replace,
    property,
  };
};

/** Mistakes in what sentences say. */
export const narrativeMutants: readonly Mutant[] = [
  mutant(
    "facts-forget-a-piece",
    "teller",
    "if (fact === undefined) continue;",
    'if (fact === undefined || name === "customers") continue;',
    SHOWN,
  ),
  mutant(
    "shares-as-counts",
    "teller",
    "share: (value) => number(value, formats.share(value), 3)",
    "share: (value) => number(value / 2, formats.share(value), 3)",
    SHOWN,
  ),
  mutant(
    "two-spaces-before-a-noun",
    "locale/shown",
    "`${count.text} ${isOne",
    "`${count.text}  ${isOne",
    SHOWN,
  ),
  mutant(
    "a-share-for-a-count-in-spanish",
    "locale/es/narrative/pareto",
    "(${customers(topCustomers)})",
    "(100 clientes)",
    SHOWN,
  ),
  mutant(
    "facts-as-shown",
    "teller",
    "facts[name] = fact;",
    'facts[name] = name === "share" ? pieces[name].text : fact;',
    SAME,
  ),
  mutant(
    "summary-of-the-following-always",
    "summary",
    "if (chosen.size < FEWEST) choose(ids)",
    "choose(ids)",
    SUMMARY,
  ),
  mutant(
    "summary-as-chosen",
    "summary",
    "return all.filter((sentence) => chosen.has(sentence));",
    "return [...chosen];",
    SUMMARY,
  ),
  mutant(
    "about-to-sleep-asleep",
    "segments",
    '"at-risk", "cant-lose", "hibernating"',
    '"at-risk", "cant-lose"',
    SEGMENTS,
  ),
  mutant("less-is-about-the-same", "segments", "ratio > 1 - EVEN", "ratio > 1 - 2 * EVEN", SEGMENTS),
  mutant(
    "shares-the-wrong-way-round",
    "segments",
    "summary.revenueShare / summary.share",
    "summary.share / summary.revenueShare",
    SEGMENTS,
  ),
  mutant(
    "wide-is-twice-the-estimate",
    "greatest",
    "high - low > Math.abs(estimate)",
    "high - low > 2 * Math.abs(estimate)",
    FORECAST,
  ),
  mutant("nobody-is-forecast", "forecast", "facts.customers === 0", "facts.customers < 0", FORECAST),
  mutant(
    "null-is-nobody",
    "migration",
    "moved === null || drifted === null",
    "moved === null && drifted === null",
    RULER,
  ),
  mutant(
    "drift-of-nobody",
    "migration",
    "if (drifted === 0) return [...sentences",
    "if (drifted < 0) return [...sentences",
    RULER,
  ),
  mutant(
    "claims-whatever-the-q-value",
    "products",
    "qValue !== null && qValue <= alpha && lift > 1",
    "qValue !== null && lift > 1",
    PRODUCTS,
  ),
  mutant("sure-whatever-the-interval", "products", "if (liftLow <= 1)", "if (liftLow < 0)", PRODUCTS),
  mutant(
    "level-not-asked",
    "products",
    "alpha = greatestOfFinding(products.level) } = teller",
    "alpha = 0.05 } = { ...teller, alpha: undefined }",
    PRODUCTS,
  ),
  mutant(
    "first-products-whatever-the-interval",
    "gateways",
    "if (repeatLow <= othersRate && othersRate <= repeatHigh) return [];",
    "",
    GATEWAYS,
  ),
  mutant(
    "more-is-less",
    "gateways",
    "rates.repeatRate > rates.othersRate",
    "rates.repeatRate < rates.othersRate",
    GATEWAYS,
  ),
  mutant(
    "better-whatever-the-interval",
    "programme/evidence",
    "ratio !== null && ratio.low > 1",
    "ratio !== null && ratio.estimate > 1",
    MEMBERS,
  ),
  mutant(
    "worse-by-the-other-tail",
    "programme/evidence",
    "pValueLess <= alpha",
    "1 - pValue <= alpha",
    MEMBERS,
  ),
  mutant("lines-break", "name", 'name.replace(CONTROLS, " ")', 'name.replace("\\n", " ")', NAMES),
  mutant("isolation-ended-from-inside", "name", "if (character === END && open === 0) continue;", "", NAMES),
  mutant("isolation-left-open", "name", "kept + END.repeat(open)", "kept", NAMES),
];

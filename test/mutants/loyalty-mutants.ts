import { type Mutant, mutantsIn } from "./mutant.js";

const AGAIN =
  "defineProgramme finds the very thresholds again by which members were chosen, where customers leave no gap";
const EXACTLY = "defineProgramme admits exactly those whom any thresholds chose";
const AS_THEY_ARE = "defineProgramme takes conditions as they are";
const COUNTED = "defineProgramme counts anew whom the rule admits, and how many of them are members";
const NEAREST =
  "defineProgramme distils a rule that comes as near as any of one condition, and as the box around all members";
const UNMOVED =
  "defineProgramme distils a rule of which no threshold can be moved or dropped alone for a higher F₁";
const SPARED =
  "defineProgramme distils conditions none of which can be spared, and spend in the roundest number between two customers";
const ROUNDEST = "defineProgramme puts thresholds into the roundest numbers between two customers";
const TOP =
  "defineProgramme chooses those of whom less than a share of customers spent more, in whatever order they come";
const BUDGET =
  "defineProgramme spends no more than a budget, on as many of the top as it pays for, equal ones in or out together";
const SEGMENTS = "defineProgramme chooses the segments of segmentCustomers";
const CLUSTERS = "defineProgramme chooses the clusters of assignClusters";

const ELIGIBLE =
  "evaluateProgramme lists the members among the customers of computeRfm, with what they have to spare, by falling spend";
const SIZE =
  "evaluateProgramme counts members, and the customers who meet the rule with each threshold moved";
const REVENUE =
  "evaluateProgramme splits the revenue of the choice and of the days after it into members, rest and others";
const EVIDENCE =
  "evaluateProgramme holds what members spent after the choice against the rest, customer by customer";
const PROFILE = "evaluateProgramme compares members with the rest by every figure that is known of both";
const FORECAST =
  "evaluateProgramme looks ahead by what members bring in fact, brought before, and would as other members did";
const ACTIONS =
  "evaluateProgramme gives every customer at most one action, every member exactly one, by the definitions of the groups";
const FOUND =
  "evaluateProgramme says of what members buy more often than others how many do, and how likely chance alone has it so";
const STORED = "evaluateProgramme says the same of a programme that was stored as JSON, and says it in JSON";
const ORDER =
  "evaluateProgramme says the same twice by a seed, and the same from any order of the rows but for what is drawn";

const mutant = mutantsIn("loyalty");

/** Mistakes in whom a programme is for. */
const definition: readonly Mutant[] = [
  mutant(
    "given-conditions-are-distilled",
    "define",
    "given === undefined ? distilConditions",
    "true ? distilConditions",
    AS_THEY_ARE,
  ),
  mutant(
    "a-choice-of-everybody-passes",
    "define",
    "members < isMember.length) return;",
    "members > 0) return;",
    EXACTLY,
  ),
  mutant(
    "nobody-is-precisely-right",
    "agreement",
    "all === 0 ? null : both / all",
    "both / Math.max(all, 1)",
    AS_THEY_ARE,
  ),
  mutant("precision-for-recall", "agreement", "recall: part(members)", "recall: part(admitted)", COUNTED),
  mutant("loosest-of-all-places", "climb", "if (reached < score) continue;", "", UNMOVED),
  mutant("strictest-of-equal-places", "climb", "if (reached < score)", "if (reached <= score)", SPARED),
  mutant("precision-alone", "climb", "(2 * admitted) / (members + i + 1)", "admitted / (i + 1)", UNMOVED),
  mutant("rounded-and-left", "distil", "further.score > score ?", "further.score > 1 ?", UNMOVED),
  mutant("no-box-around-all", "distil", "const LEFT_OUT = [0, 0.05,", "const LEFT_OUT = [0.05,", NEAREST),
  mutant("only-boxes", "distil", "return [...boxes, ...alone];", "return boxes;", NEAREST),
  mutant("the-last-end-is-kept", "distil", "(isBetter(other, one) ? other : one)", "other", NEAREST),
  mutant(
    "more-conditions-than-needed",
    "distil",
    "if (thresholds[kind] === Number.NEGATIVE_INFINITY) continue;",
    "",
    AGAIN,
  ),
  mutant(
    "a-day-too-many",
    "distil",
    "roundestIn(-upTo - 1, -above - 1)",
    "roundestIn(-upTo - 1, -above)",
    EXACTLY,
  ),
  mutant(
    "rounded-by-all-customers",
    "distil",
    "if (!passesOthers(field, thresholds, kind, customer)) continue;",
    "",
    SPARED,
  ),
  mutant(
    "debts-ask-for-debts",
    "field",
    "customer[figure] < 0 ? -1 : customer[figure]",
    "customer[figure]",
    COUNTED,
  ),
  mutant(
    "each-threshold-by-itself",
    "climb",
    "order.filter((customer) => passesOthers(field, thresholds, kind, customer))",
    "order",
    UNMOVED,
  ),
  mutant(
    "rounder-than-the-gap",
    "round-number",
    "if (round > above && round <= upTo)",
    "if (round >= above && round <= upTo)",
    ROUNDEST,
  ),
  mutant("five-after-two", "round-number", "of [5, 2, 1]", "of [2, 5, 1]", ROUNDEST),
  mutant(
    "a-quotient-rounded-down",
    "round-number",
    "[count + 1, count, count - 1]",
    "[count, count - 1]",
    ROUNDEST,
  ),
  mutant("equal-ones-at-the-top-are-parted", "top", "Number(value >= least)", "Number(value > least)", TOP),
  mutant("a-head-too-few", "top", "HEADS.ceil(share", "HEADS.floor(share", TOP),
  mutant("equal-ones-beyond-the-budget", "top", "Number(value > first)", "Number(value >= first)", BUDGET),
  mutant("a-member-less-than-paid-for", "select", "[near + 1, near].find", "[near].find", BUDGET),
  mutant(
    "a-member-more-than-paid-for",
    "select",
    "costOf(members) <= budget)",
    "costOf(members - 1) < budget)",
    BUDGET,
  ),
  mutant(
    "frequency-scored-as-recency",
    "select",
    "segmentOf(r[row], f[row], m[row])",
    "segmentOf(r[row], r[row], m[row])",
    SEGMENTS,
  ),
  mutant(
    "a-ruler-of-its-own",
    "read-selection",
    "const ruler = model ?? fitScores",
    "const ruler = fitScores",
    SEGMENTS,
  ),
  mutant("the-other-clusters", "select", "chosen.has(cluster)", "!chosen.has(cluster)", CLUSTERS),
];

/** Mistakes in what is said of a programme on a day. */
const evaluation: readonly Mutant[] = [
  mutant(
    "ids-are-read-as-text",
    "select",
    "chosen.has(customerId)",
    "[...chosen].map(String).includes(String(customerId))",
    ELIGIBLE,
  ),
  mutant("a-window-one-day-longer", "population", "day - windowDays + 1", "day - windowDays", ELIGIBLE),
  mutant(
    "the-window-is-forgotten",
    "population",
    "asOf: formatDay(day), since }",
    "asOf: formatDay(day) }",
    ELIGIBLE,
  ),
  mutant(
    "codes-by-first-appearance",
    "population",
    "codes[found++] = code",
    "codes[found] = found++",
    REVENUE,
  ),
  mutant(
    "rest-for-members",
    "population",
    'Number(group === "members")',
    'Number(group === "rest")',
    REVENUE,
  ),
  mutant(
    "eligible-from-the-bottom",
    "eligible",
    "b.monetary - a.monetary",
    "a.monetary - b.monetary",
    ELIGIBLE,
  ),
  mutant(
    "the-greatest-room-is-the-margin",
    "eligible",
    "Math.min(least, room / (asked || 1))",
    "Math.min(least, room)",
    ELIGIBLE,
  ),
  mutant("days-to-spare-the-wrong-way", "eligible", "better * openWalk", "openWalk", ELIGIBLE),
  mutant(
    "others-move-too",
    "sensitivity",
    "{ ...entry, [condition]: threshold }",
    "{ [condition]: threshold }",
    SIZE,
  ),
  mutant("less-than-no-orders", "sensitivity", "threshold >= 0 && ", "", SIZE),
  mutant("moved-to-where-it-is", "sensitivity", " && threshold !== asked", "", SIZE),
  mutant("interval-of-half-the-tail", "size", "(1 - level) / 2", "(1 - level) / 4", SIZE),
  mutant(
    "a-head-more-at-the-high-end",
    "size",
    "binomialUpperTail(middle + 1,",
    "binomialUpperTail(middle,",
    SIZE,
  ),
  mutant("others-are-the-rest", "revenue", "!known.has(code)", "known.has(code)", REVENUE),
  mutant(
    "share-without-others",
    "revenue",
    "part([members, rest, others])",
    "part([members, rest])",
    REVENUE,
  ),
  mutant(
    "later-begins-with-the-choice",
    "evaluate",
    "spendBetween(log, { from: bounds.to + 1, to: until })",
    "spendBetween(log, { from: bounds.to, to: until })",
    REVENUE,
  ),
  mutant(
    "evidence-of-the-choice-itself",
    "evaluate",
    "findEvidence(CALLER, population, spend, until, settings)",
    "findEvidence(CALLER, population, spendBetween(log, bounds), until, settings)",
    EVIDENCE,
  ),
  mutant(
    "precision-of-the-definition",
    "evaluate",
    "const { admitted, precision, recall } = agreement(entry, customers, isMember);",
    "const { admitted, precision } = agreement(entry, customers, isMember); const recall = precision;",
    SIZE,
  ),
  mutant(
    "returns-are-gross",
    "spend-between",
    "filter((amount) => amount >= 0)",
    "filter((amount) => amount !== 0)",
    REVENUE,
  ),
  mutant(
    "sums-in-the-order-of-the-rows",
    "spend-between",
    "net[customer] = fsum(amounts) + 0;",
    "net[customer] = amounts.reduce((sum, amount) => sum + amount, 0);",
    ORDER,
  ),
  mutant(
    "gifts-are-no-purchases",
    "spend-between",
    "Number(purchases.length > 0)",
    "Number(gross[customer] > 0)",
    EVIDENCE,
  ),
  mutant("evidence-of-a-day-more", "evidence", "days: until - to }", "days: until - to + 1 }", EVIDENCE),
  mutant("bought-again-is-spend", "evidence", "boughtAgain: compare(bought)", "boughtAgain: spend", EVIDENCE),
  mutant(
    "unknown-counts-as-nothing",
    "profile",
    "isMember[row] !== group || value === null ? [] : [value]",
    "isMember[row] !== group ? [] : [value ?? 0]",
    PROFILE,
  ),
  mutant(
    "median-for-the-lower-quartile",
    "profile",
    "const [lowerQuartile, median,",
    "const [median, lowerQuartile,",
    PROFILE,
  ),
  mutant(
    "every-figure-is-in-the-rule",
    "profile",
    "rule.figure === figure",
    "rule.figure !== undefined",
    PROFILE,
  ),
  mutant(
    "p-values-for-q-values",
    "profile",
    "qValue: qValues[i], isInRule",
    "qValue: figures.pValue, isInRule",
    PROFILE,
  ),
  mutant("returns-are-purchases-of-it", "over-represented", " || log.amounts[row] < 0", "", FOUND),
  mutant("a-customer-counts-a-line", "over-represented", " || lastBuyer[value] === customer", "", FOUND),
  mutant(
    "lift-against-the-buyers",
    "over-represented",
    "lift: memberShare / customerShare",
    "lift: bought / boughtBy",
    FOUND,
  ),
  mutant(
    "nine-buyers-will-do",
    "over-represented",
    "const LEAST_BUYERS = 10;",
    "const LEAST_BUYERS = 9;",
    FOUND,
  ),
  mutant(
    "found-by-the-p-value",
    "over-represented",
    ".filter(({ qValue }) => isFinding(qValue",
    ".filter(({ pValue }) => isFinding(pValue",
    FOUND,
  ),
  mutant(
    "a-period-of-a-day-more",
    "forecast",
    ": brought(end - days + 1, end)",
    ": brought(end - days, end)",
    FORECAST,
  ),
  mutant(
    "a-year-of-365-days",
    "forecast",
    "brought(to - YEAR + 1, to - YEAR + days)",
    "brought(to - YEAR, to - YEAR + days - 1)",
    FORECAST,
  ),
  mutant("the-season-knows-what-is-to-come", "forecast", " || days > YEAR", "", FORECAST),
  mutant("what-came-is-cut-short", "forecast", "to + days > last ? null : ", "", FORECAST),
  mutant(
    "as-many-as-there-were",
    "forecast",
    "/ brought.length) * population.members",
    "/ brought.length) * earlier.members",
    FORECAST,
  ),
  mutant(
    "members-of-today-in-the-past",
    "forecast",
    'ofGroup(earlier, "members",',
    'ofGroup(population, "members",',
    FORECAST,
  ),
  mutant(
    "run-rate-of-everybody",
    "forecast",
    "const ground = { caller, log, programme, population, histories, settings };",
    "const ground = { caller, log, programme, population, histories: [...past.values()], settings };",
    FORECAST,
  ),
  mutant(
    "the-ends-of-a-total-swapped",
    "predict-total",
    "totals.sort()",
    "totals.sort().reverse()",
    FORECAST,
  ),
  mutant(
    "border-before-slipping",
    "actions",
    "probability !== null && probability <= LATE",
    "probability !== null && probability > LATE",
    ACTIONS,
  ),
  mutant(
    "near-is-outside",
    "actions",
    "marginOf(entry, figures) < NEAR",
    "marginOf(entry, figures) < 0",
    ACTIONS,
  ),
  mutant("nearly-in-were-it-stricter", "actions", "loosen(entry, LOOSER)", "loosen(entry, -LOOSER)", ACTIONS),
  mutant(
    "lapsed-by-recency-alone",
    "actions",
    "(frequencyAtLeast ?? monetaryAtLeast) !== undefined &&",
    "",
    ACTIONS,
  ),
  mutant("stake-of-the-whole-tenure", "actions", "tenure - recency, HORIZON", "tenure, HORIZON", ACTIONS),
  mutant(
    "the-least-at-stake-first",
    "actions",
    ".sort((a, b) => b.valueAtStake - a.valueAtStake)",
    ".sort((a, b) => a.valueAtStake - b.valueAtStake)",
    ACTIONS,
  ),
  mutant(
    "stored-programmes-are-none",
    "check-programme",
    "windowDays === null || (isWhole",
    "(isWhole",
    STORED,
  ),
];

/** Mistakes in loyalty programmes. */
export const loyaltyMutants: readonly Mutant[] = [...definition, ...evaluation];

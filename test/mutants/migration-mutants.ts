import { type Mutant, mutantsIn } from "./mutant.js";

const JOINED = "migrateSegments equals the functions of one day, joined customer by customer";
const ADDS_UP = "migrateSegments adds up, segment by segment and to both days";
const FROZEN =
  "migrateSegments has no drift by a frozen ruler, and the movement of the ruler that is fitted to before";
const UNCHANGED = "migrateSegments has nothing but drift where others come and go and nobody changes";
const ORDER = "migrateSegments gives the same from any order of the rows";
const SCORER = "migrateSegments scores each day by itself where the ruler is a scorer";

const LINES = "cohortRetention equals a look at all lines for every figure";
const TOTALS =
  "cohortRetention adds up to the customers, orders and revenue of computeRfm, in whatever order the rows come";

const WARNINGS = "earlyWarnings equals the definitions applied customer by customer";
const RANKED =
  "earlyWarnings ranks by falling value, equal ones as they appear, and depends on the order of the rows in nothing else";
const STAKES =
  "earlyWarnings puts at stake all that a customer brought, or less where the horizon is shorter, and never less than nothing";

const mutant = mutantsIn("migration");

/** Mistakes in what is said of two days. */
export const migrationMutants: readonly Mutant[] = [
  mutant(
    "held-by-the-ruler-of-after",
    "rulers",
    "fitRuler(caller, before,",
    "fitRuler(caller, after,",
    UNCHANGED,
  ),
  mutant(
    "no-ruler-for-an-empty-day",
    "rulers",
    "if (before.recency.length === 0) return ownOfAfter;",
    "",
    JOINED,
  ),
  mutant(
    "a-model-says-nothing-of-after",
    "rulers",
    "? undefined : ownOfAfter",
    "? undefined : undefined",
    FROZEN,
  ),
  mutant(
    "a-scorer-is-held",
    "rulers",
    'ruler.kind === "scorer" ? undefined : ownOfAfter',
    "ownOfAfter",
    SCORER,
  ),
  mutant("those-who-enter-move", "kind", "from !== null && held", "held", ADDS_UP),
  mutant("those-who-leave-move", "kind", "held !== null && ", "", JOINED),
  mutant(
    "moved-in-where-they-were",
    "segments",
    "leave(tallyOf(from)",
    "leave(tallyOf(held ?? from)",
    JOINED,
  ),
  mutant("drift-one-way", "segments", "tally.drift--;", "", ADDS_UP),
  mutant(
    "movement-of-those-who-left",
    "segments",
    "tally.revenueMovement.add(-monetary);",
    "if (!absent) tally.revenueMovement.add(-monetary);",
    ADDS_UP,
  ),
  mutant("share-of-all", "flows", "share: customers / all", "share: customers / (all + 1)", JOINED),
  mutant("the-absent-first", "flows", "[...names, null]", "[null, ...names]", JOINED),
  mutant(
    "stayed-by-the-held",
    "totals",
    "({ from, to }) => from === to",
    "({ from, held }) => from === held",
    ADDS_UP,
  ),
  mutant(
    "joined-by-place",
    "join",
    "after.places.get(customerId)",
    "after.ids[row] === undefined ? undefined : row",
    ORDER,
  ),

  mutant(
    "weeks-from-sunday",
    "core/calendar",
    "Math.floor((day + 3) / 7)",
    "Math.floor((day + 4) / 7)",
    LINES,
  ),
  mutant(
    "months-of-thirty-days",
    "core/calendar",
    "firstOfMonth(Math.floor(month / 12), month % 12)",
    "firstOfMonth(Math.floor(month / 12), 0) + 30 * (month % 12)",
    LINES,
  ),
  mutant(
    "cohorts-of-any-row",
    "cohort-counts",
    "rows.find((row) => amounts[row] >= 0)",
    "rows.find((row) => amounts[row] >= 0) === undefined ? undefined : rows[0]",
    LINES,
  ),
  mutant("returns-keep-customers", "cohort-counts", "if (amounts[row] < 0) continue;", "", LINES),
  mutant("customers-once-a-row", "cohort-counts", "if (period > seen) cohort", "cohort", TOTALS),
  mutant(
    "rows-of-a-customer-as-they-come",
    "cohort-counts",
    ".sort((a, b) => days[a] - days[b])",
    "",
    TOTALS,
  ),
  mutant(
    "orders-of-any-customer",
    "cohort-counts",
    "claims.claim(order, customer)",
    "claims.claim(order, 0)",
    TOTALS,
  ),
  mutant(
    "cohort-revenue-with-rounding",
    "cohort-counts",
    "cohort.revenue[period].add(amounts[row]);",
    "{ const sum = cohort.revenue[period].valueOf(); cohort.revenue[period].add(-sum); cohort.revenue[period].add(sum + amounts[row]); }",
    LINES,
  ),
  mutant("complete-a-day-early", "retention", "<= lastDay + 1", "<= lastDay + 2", LINES),
  mutant("the-last-purchase-ends-it", "retention", "log.span.day.last", "log.span.day.lastPurchase", LINES),
  mutant(
    "cohorts-by-appearance",
    "retention",
    ".sort(([a], [b]) => a - b)",
    ".map((entry) => entry)",
    TOTALS,
  ),

  mutant("one-gap-too-many", "lifetime/rhythm", "(tX / T) ** x", "(tX / T) ** (x + 1)", WARNINGS),
  mutant("gaps-to-today", "lifetime/rhythm", "meanGapDays: tX / x", "meanGapDays: T / x", WARNINGS),
  mutant("silence-from-the-first-purchase", "lifetime/rhythm", "T - tX", "T", RANKED),
  mutant(
    "no-rhythm-is-certain",
    "open-rules",
    "probability !== null && probability <=",
    "(probability ?? 0) <=",
    WARNINGS,
  ),
  mutant("silent-at-most-is-below", "open-rules", "silentDays <= most", "silentDays < most", WARNINGS),
  mutant("silent-for-more-than", "open-rules", "silentDays >= least", "silentDays > least", WARNINGS),
  mutant("the-top-without-ties", "open-rules", "monetary >= topSpend", "monetary > topSpend", WARNINGS),
  mutant(
    "the-top-rounded-down",
    "open-rules",
    "above / falling.length >= share",
    "(above + 1) / falling.length > share",
    WARNINGS,
  ),
  mutant(
    "more-at-stake-than-was-brought",
    "lifetime/rhythm",
    "tX <= horizonDays ? brought :",
    "tX === 0 ? brought :",
    STAKES,
  ),
  mutant(
    "all-of-it-at-stake",
    "lifetime/rhythm",
    "brought : (brought * horizonDays) / tX",
    "brought : brought",
    WARNINGS,
  ),
  mutant(
    "days-with-both-ends",
    "lifetime/rhythm",
    "(brought * horizonDays) / tX",
    "(brought * horizonDays) / (tX + 1)",
    WARNINGS,
  ),
  mutant(
    "nothing-at-stake-without-a-gap",
    "lifetime/rhythm",
    "= Math.max(0, monetary)",
    "= tX === 0 ? 0 : Math.max(0, monetary)",
    WARNINGS,
  ),
  mutant("less-than-nothing-at-stake", "lifetime/rhythm", "Math.max(0, monetary)", "monetary", STAKES),
  mutant(
    "the-least-valuable-first",
    "early-warnings",
    "b.valueAtStake - a.valueAtStake",
    "a.valueAtStake - b.valueAtStake",
    RANKED,
  ),
  mutant(
    "equal-ones-turned-round",
    "early-warnings",
    "found.sort((a, b) => b.",
    "found.reverse().sort((a, b) => b.",
    RANKED,
  ),
  mutant(
    "monetary-of-all-days",
    "early-warnings",
    "computeRfm(log, { asOf, output",
    "computeRfm(log, { output",
    WARNINGS,
  ),
];

import { type Mutant, mutantsIn } from "./mutant.js";

const GROUPS = "the statistics of two groups have";
const INTERVALS = `${GROUPS} the intervals of resamples and of groups less one, written out`;
const PERMUTED = `${GROUPS} the p-values of all permutations, but for chance`;
const RANKS = `${GROUPS} the ranks of all pairs`;
const RATES = `${GROUPS} the false discovery rates of Benjamini and Hochberg's definition`;
const BINOMIAL = "the statistics of counts have the binomial tail of whole numbers";
const URN = "the statistics of counts have the hypergeometric tail of whole numbers";
const WILSON =
  "the statistics of counts have Wilson's interval: the shares whose own error just reaches what was counted";

const FEWEST = "holdBackDesign asks for the fewest members whose power, by its formula, is enough";
const LEAST = "holdBackDesign finds its least effect as often as asked, whatever the order of the members";

const mutant = mutantsIn("core");

/** Mistakes in the statistics of two groups and of counts. */
export const loyaltyStatisticsMutants: readonly Mutant[] = [
  mutant(
    "customers-of-both-groups-weigh-the-same",
    "core/jackknife",
    "const weight = 1 - 1 / values.length;",
    "const weight = values.length - 1;",
    INTERVALS,
  ),
  mutant(
    "the-rest-has-no-influence",
    "core/two-groups",
    "acceleration(ofMembers, ofRest)",
    "acceleration(ofMembers)",
    INTERVALS,
  ),
  mutant(
    "means-without-one-by-all",
    "core/two-groups",
    "(sum - value) / (values.length - 1)",
    "(sum - value) / values.length",
    INTERVALS,
  ),
  mutant(
    "ratio-of-some-resamples",
    "core/two-groups",
    "means[1] > 0 && resampled[1].every((mean) => mean > 0)",
    "means[1] > 0",
    INTERVALS,
  ),
  mutant(
    "ratio-to-less-than-nothing",
    "core/two-groups",
    "resampled[1].every((mean) => mean > 0)",
    "resampled[1].every((mean) => mean !== 0)",
    INTERVALS,
  ),
  mutant("drawn-but-the-last", "core/two-groups", "random.below(values.length)", "drawn", INTERVALS),
  mutant("drawn-with-replacement", "core/permutation", "pool[j] = pool[i];", "", PERMUTED),
  mutant(
    "swapped-groups-not-turned-back",
    "core/permutation",
    "{ greater: less, less: greater }",
    "{ greater, less }",
    PERMUTED,
  ),
  mutant(
    "more-extreme-only",
    "core/count-extremes",
    "sum >= observed - rounding",
    "sum > observed + rounding",
    PERMUTED,
  ),
  mutant("p-of-0", "core/count-extremes", "= [1, 1];", "= [0, 1];", PERMUTED),
  mutant(
    "everybody-stays",
    "core/permutation",
    "const j = i + random.below(pool.length - i);",
    "const j = random.below(count);",
    PERMUTED,
  ),
  mutant("ties-count-whole", "core/rank-sum", "other + equalOthers / 2", "other + equalOthers", RANKS),
  mutant("ties-spread-as-others", "core/rank-sum", "n + 1 - ties / (n * (n - 1))", "n + 1", RANKS),
  mutant("no-continuity", "core/rank-sum", "Math.abs(u - pairs / 2) - 0.5", "Math.abs(u - pairs / 2)", RANKS),
  mutant("one-sided-ranks", "core/rank-sum", "2 * normalTail(z)", "normalTail(z)", RANKS),
  mutant("p-above-1", "core/rank-sum", "Math.min(1, 2 * normalTail(z))", "2 * normalTail(z)", RANKS),
  mutant("rates-that-fall", "core/false-discovery", "Math.min(least, (pValues[i]", "(0, (pValues[i]", RATES),
  mutant(
    "rates-from-below",
    "core/false-discovery",
    "pValues[b] - pValues[a]",
    "pValues[a] - pValues[b]",
    RATES,
  ),
  mutant(
    "rates-in-falling-order",
    "core/false-discovery",
    "adjusted[i] = least",
    "adjusted[place] = least",
    RATES,
  ),
  mutant(
    "a-tail-without-its-first",
    "core/proportion",
    "Math.min(1, sum)",
    "Math.min(1, sum - mass(count))",
    BINOMIAL,
  ),
  mutant("the-lower-tail-with-both-ends", "core/proportion", "mass(count - 1)", "mass(count)", BINOMIAL),
  mutant("odds-of-p", "core/proportion", "const odds = p / (1 - p);", "const odds = p;", BINOMIAL),
  mutant("stirling-far-too-near", "core/binomial", "const FAR = 16;", "const FAR = 2;", BINOMIAL),
  mutant("stirling-without-its-error", "core/binomial", "errors - deviances", "-deviances", BINOMIAL),
  mutant(
    "an-urn-that-always-gives-one",
    "core/proportion",
    "Math.max(0, drawn - unmarked)",
    "Math.max(1, drawn - unmarked)",
    URN,
  ),
  mutant("drawn-with-replacement-from-the-urn", "core/proportion", " - none),", "),", URN),
  mutant(
    "an-urn-of-the-marked",
    "core/proportion",
    "(unmarked - drawn + x + 1)",
    "(marked - drawn + x + 1)",
    URN,
  ),
  mutant("wald-for-wilson", "core/proportion", "(share + z ** 2 / (2 * n)) / scale", "share", WILSON),
  mutant(
    "a-level-for-one-side",
    "core/proportion",
    "normalQuantile((1 + level) / 2)",
    "normalQuantile(level)",
    WILSON,
  ),
  mutant(
    "none-counted-is-not-0",
    "core/proportion",
    "count === 0 ? 0 : middle - half",
    "middle - half",
    WILSON,
  ),
  mutant("one-member-too-many", "loyalty/least-whole", "return high;", "return high + 1;", FEWEST),
  mutant("powers-of-two", "loyalty/least-whole", "high - low > 1", "high - low > high", FEWEST),
  mutant("found-on-one-side", "loyalty/hold-back", " + normalTail(critical + errors)", "", FEWEST),
  mutant("spread-of-a-population", "loyalty/hold-back", "/ (values.length - 1)", "/ values.length", FEWEST),
  mutant(
    "held-back-rounded-down",
    "loyalty/hold-back",
    "Math.round(members * share)",
    "Math.floor(members * share)",
    FEWEST,
  ),
  mutant("one-sided-design", "loyalty/hold-back", "1 - significance / 2", "1 - significance", FEWEST),
  mutant(
    "an-error-of-one-group",
    "loyalty/hold-back",
    "Math.sqrt(1 / treated + 1 / heldBack)",
    "Math.sqrt(1 / heldBack)",
    FEWEST,
  ),
  mutant("found-half-the-time", "loyalty/hold-back", "(critical + normalQuantile(power))", "critical", LEAST),
  mutant(
    "uplift-of-the-spread",
    "loyalty/hold-back",
    "? minimumDetectableEffect / mean",
    "? minimumDetectableEffect / standardDeviation",
    LEAST,
  ),
  mutant("uplift-of-any-mean", "loyalty/hold-back", "mean > 0 ? ", "mean !== 0 ? ", LEAST),
  mutant(
    "means-in-order",
    "loyalty/hold-back",
    "fsum(values) / members",
    "values.reduce((sum, value) => sum + value, 0) / members",
    LEAST,
  ),
];

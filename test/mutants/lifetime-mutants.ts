import { type Mutant, mutantsIn } from "./mutant.js";

const BG_VALUE = "the likelihood of BG/NBD is the one that was published";
const BG_SLOPE = "the likelihood of BG/NBD has the derivatives it claims";
const PARETO_VALUE = "the likelihood of Pareto/NBD is an integral over when a customer left";
const PARETO_SLOPE = "the likelihood of Pareto/NBD has the derivatives it claims";
const SPEND = "the likelihood of Gamma-Gamma is the one that was published, with the derivatives it claims";
const GAMMAS =
  "the likelihood of Gamma-Gamma stands on a digamma and a trigamma that step by 1 / z and 1 / z²";
const EXPECTED =
  "what a model says of a customer is, for BG/NBD, what the published formula with its hypergeometric function gives";
const STAYED =
  "what a model says of a customer is, for Pareto/NBD, the chance to have stayed among all ways the observation can end";
const SUMS =
  "what a model says of a customer adds up: probabilities to 1, and purchases times probabilities to the expectation";
const GROUP = "forecasts of a group are the sums of its customers', and money is what the periods make of it";
const UNIT = "forecasts do not depend on the unit of the model, nor a fit on the order of the customers";
const HISTORY = "purchase histories are what the days of each customer come to";
const HOLDOUT = "a forecast put to the test is compared with what the days of the holdout hold";
const TRACK = "a forecast put to the test is followed day by day, and the tables count every customer";

const mutant = mutantsIn("lifetime");

/** Mistakes in the models of repeat buying. */
export const lifetimeMutants: readonly Mutant[] = [
  mutant(
    "left-before-the-first-repeat",
    "bg-nbd-likelihood",
    "Math.log(b + x - 1)",
    "Math.log(b + x)",
    BG_VALUE,
  ),
  mutant("cells-counted-once", "cells", "(firsts[cell + 1] ?? x.length) - first", "1", BG_VALUE),
  mutant("a-beta-derivative-of-b", "bg-nbd-likelihood", "-1 / (b + x - 1)", "1 / (b + x - 1)", BG_SLOPE),
  mutant("no-curve-in-alpha", "bg-nbd-likelihood", "first * d2 * d2;", "0;", BG_SLOPE),
  mutant("leaving-at-no-rate", "pareto-nbd-likelihood", "left * logS -", "logS -", PARETO_VALUE),
  mutant("points-cut-off", "departures", "const ENOUGH = 40;", "const ENOUGH = 4;", PARETO_VALUE),
  mutant(
    "slope-of-the-dropout",
    "pareto-nbd-likelihood",
    "const d3 = -(s + left)",
    "const d3 = -s",
    PARETO_SLOPE,
  ),
  mutant(
    "spread-forgotten",
    "pareto-nbd-likelihood",
    "h[4 * i + j] -= g[i] * g[j]",
    "h[4 * i + j] -= 0",
    PARETO_SLOPE,
  ),
  mutant("spend-of-a-purchase-more", "gamma-gamma-likelihood", "- Math.log(z) -", "-", SPEND),
  mutant("trigamma-for-q", "gamma-gamma-likelihood", "gammas.second - psi1Q", "gammas.second + psi1Q", SPEND),
  mutant("digamma-too-low", "polygamma", "- 0.5 / at - series", "- series", GAMMAS),
  mutant("trigamma-too-low", "polygamma", "below + 1 / at + 0.5 * w", "below + 1 / at", GAMMAS),
  mutant("arrivals-of-the-past", "bg-nbd-buying", "const left = b + history.x;", "const left = b;", EXPECTED),
  mutant("terms-end-early", "bg-nbd-buying", "const ENOUGH = 1e-16;", "const ENOUGH = 1e-3;", EXPECTED),
  mutant("gone-without-a-rate", "pareto-nbd-buying", "1 / (1 + s * odds)", "1 / (1 + odds)", STAYED),
  mutant(
    "left-after-the-next",
    "bg-nbd-buying",
    "(before - stayed) * (more + exactly)",
    "(before - stayed) * more",
    SUMS,
  ),
  mutant("stays-for-the-span", "pareto-nbd-buying", "(s - 1) * length) / (s - 1)", "s * length) / s", SUMS),
  mutant("worth-at-the-start", "forecast-options", "** (-end / 365)", "** (-i * periodDays / 365)", GROUP),
  mutant("margin-forgotten", "outlook", "margin * worth * mean", "worth * mean", GROUP),
  mutant("horizon-in-whole-periods", "forecast-options", "i === count - 1 ? days : ", "", GROUP),
  mutant("unit-of-alpha-alone", "open-buying", "model.daysPerUnit : 1", "1 : 1", UNIT),
  mutant("unit-upside-down", "fit-purchases", "data.days / daysPerUnit", "data.days * daysPerUnit", UNIT),
  mutant(
    "cells-as-they-come",
    "cells",
    "starts[count], ends[count]).sort()",
    "starts[count], ends[count])",
    UNIT,
  ),
  mutant("returns-are-purchases", "purchases", "log.amounts[row] >= 0", "true", HISTORY),
  mutant("spend-of-the-first-day", "history", "days[row] > day", "days[row] >= day", HISTORY),
  mutant("lines-are-purchases", "purchases", "day !== sorted[i - 1]", "true", HISTORY),
  mutant("holdout-a-day-short", "validate", "past(end + days));", "past(end + days - 1));", HOLDOUT),
  mutant(
    "last-period-since-ever",
    "validate",
    "past(end - days), calibration",
    "new Map(), calibration",
    HOLDOUT,
  ),
  mutant("rate-of-the-last-purchase", "past", "(x * days) / T", "(x * days) / (T + 1)", HOLDOUT),
  mutant("followed-who-came-later", "track", "|| first > end", "", TRACK),
  mutant("steps-that-overlap", "track", "bought > day - step &&", "bought >= day - step &&", TRACK),
  mutant("only-the-last-row-open", "frequency-table", "Math.min(x, most)", "x % (most + 1)", TRACK),
];

import { type Mutant, mutantsIn } from "./mutant.js";

const SHAPE = "describeFeatures equals the formulas on whole numbers, wherever they lie and in whatever unit";
const ENDS = "describeFeatures counts, and finds the ends, the quartiles and the mean";
const ROWS = "describeFeatures does not depend on the order of the rows";
const RULES = "describeFeatures finds what its rules say, and nothing else";

const mutant = mutantsIn("rfm");

/** Mistakes in the description of features. */
export const describeMutants: readonly Mutant[] = [
  mutant("powers-without-the-offset", "moments", "(value - median) / scale", "value / scale", SHAPE),
  mutant("powers-without-the-scale", "moments", "powerBelow(furthest)", "1", SHAPE),
  mutant(
    "spread-in-scaled-units",
    "moments",
    "scale * sampleStandardDeviation(values)",
    "sampleStandardDeviation(values)",
    SHAPE,
  ),
  mutant(
    "skewness-of-a-population",
    "moments",
    "sampleSkewness(values)",
    "sampleSkewness(values, true)",
    SHAPE,
  ),
  mutant("kurtosis-of-three", "moments", "values.length < 4", "values.length < 5", SHAPE),
  mutant(
    "equal-values-have-a-shape",
    "moments",
    "values.length < 3 || scale === 0 ? null",
    "values.length < 3 ? null : scale === 0 ? 0",
    SHAPE,
  ),
  mutant(
    "deviations-of-all",
    "describe",
    "[deviationsOf(x, y), deviationsOf(y, x)]",
    "[deviationsOf(x), deviationsOf(y)]",
    SHAPE,
  ),
  mutant(
    "deviations-too-small-to-square",
    "correlation",
    "powerBelow(most - least)",
    "Math.max(1, powerBelow(most - least))",
    SHAPE,
  ),
  mutant("missing-are-zeros", "feature-columns", "values[row] = Number.NaN", "values[row] = 0", ENDS),
  mutant("quartiles-are-thirds", "describe", "cutPoints(sorted, 4)", "cutPoints(sorted, 3)", ENDS),
  mutant("mean-is-a-median", "moments", "sumOf(values) / values.length", "values[values.length >> 1]", ENDS),
  mutant(
    "powers-as-they-come",
    "describe",
    ".filter((value) => !Number.isNaN(value)).sort()",
    ".filter((value) => !Number.isNaN(value))",
    ROWS,
  ),
  mutant(
    "products-added-with-rounding",
    "correlation",
    "products.add(product);",
    "{ const sum = products.valueOf() + product; products.add(-products.valueOf()); products.add(sum); }",
    ROWS,
  ),
  mutant("constant-beyond-its-share", "findings", "share >= constantAt", "share > constantAt", RULES),
  mutant(
    "constant-among-all-customers",
    "findings",
    "most / sorted.length",
    "most / (sorted.length + 1)",
    RULES,
  ),
  mutant(
    "redundant-one-way",
    "findings",
    "Math.abs(correlation) < redundantAt",
    "correlation < redundantAt",
    RULES,
  ),
  mutant("skewed-one-way", "findings", "Math.abs(skewness) <= skewedAt", "skewness <= skewedAt", RULES),
  mutant("log-always-helps", "findings", "Math.abs(logSkewness) < Math.abs(skewness)", "true", RULES),
  mutant("constant-are-skewed-too", "findings", "varied.flatMap", "features.flatMap", RULES),
];

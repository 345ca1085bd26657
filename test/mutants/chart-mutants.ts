import { type Mutant, mutantsIn } from "./mutant.js";

const COUNTED = "charts count every customer once, in bars, in bubbles and by scores";
const ORDER =
  "charts hold no more rows than they show, and nothing that JSON loses, from any order of the customers";
const DRAWN = "charts are drawn by Vega without a complaint, of whatever customers";
const SANKEY = "charts lay a Sankey diagram out on one scale, each node as high as its streams, and inside";

const mutant = mutantsIn("chart");

/** Mistakes in what charts hold. */
export const chartMutants: readonly Mutant[] = [
  mutant(
    "first-bar-left-out",
    "histogram",
    "counts[Math.max(0, Math.min(at, counts.length - 1))]++;",
    "counts[at - 1]++;",
    COUNTED,
  ),
  mutant(
    "frequent-buyers-left-out",
    "order-distribution",
    "Math.min(most, Math.floor(frequency))",
    "Math.floor(frequency)",
    COUNTED,
  ),
  mutant("scores-from-zero", "scores", "byM[m - 1]++", "byM[m]++", COUNTED),
  mutant("cells-forget-their-customers", "plane", "cell.customers++;", "cell.customers = 1;", COUNTED),
  mutant(
    "bubbles-in-the-order-of-customers",
    "plane",
    "values.sort((a, b) => b.customers - a.customers || a.x - b.x || a.y - b.y);",
    "values.sort((a, b) => b.customers - a.customers);",
    ORDER,
  ),
  mutant(
    "empty-shop-drawn",
    "histogram",
    "if (customers.length === 0) return emptyChart(look, titles.histogram);",
    "",
    DRAWN,
  ),
  mutant("each-side-on-its-own-scale", "sankey", "Math.max(line, value * scale)", "value * scale", SANKEY),
  mutant("ribbons-begin-at-one-place", "sankey", "starts[from] += size;", "starts[from] -= size;", SANKEY),
];

import { greatest } from "./bands.js";
import { emptyChart, liteChart } from "./frame.js";
import { type ChartOptions, openLook } from "./options.js";
import { countScores, type ScoredCustomer, upTo } from "./scores.js";
import type { ChartSpec } from "./spec.js";

/**
 * How monetary scores are spread within each pair of recency and frequency scores: a small bar chart for each pair, with a
 * bar for each monetary score from the least to the greatest. All bars are to one scale, customers.
 *
 * Cost: O(n).
 *
 * @param scored rows of `scoreCustomers`.
 * @returns a specification of Vega-Lite with one row a bar, none of customers.
 * @throws RfmError on rows without scores or monetary value, and on an unknown option.
 * @see `rfm_plot_bar_chart` of the R package rfm.
 * @example
 * ```ts
 * import { scoreBarsChart } from "rfm-kit/chart";
 *
 * const scored = [
 *   { r: 2, f: 2, m: 2, monetary: 300 },
 *   { r: 1, f: 1, m: 1, monetary: 50 },
 * ];
 * scoreBarsChart(scored).description;
 * // => "Monetary scores within each recency and frequency score. Customers: 2. Highest: R 1, F 1, M 1, 1."
 * ```
 */
export function scoreBarsChart(scored: readonly ScoredCustomer[], options: ChartOptions = {}): ChartSpec {
  const caller = "scoreBarsChart";
  const look = openLook(caller, options);
  const { bins, cells } = countScores(caller, scored);
  const { titles, measures, words, says } = look.texts;
  if (scored.length === 0) return emptyChart(look, titles.scoreBars);
  const { count } = look.formats;
  const most = greatest(cells.flatMap(({ byM }) => byM));
  const bars = cells.flatMap(({ r, f, byM }) =>
    byM.flatMap((customers, i) => {
      const left = f - 0.44 + (0.88 * i) / bins.m;
      const right = left + (0.88 / bins.m) * 0.86;
      const bottom = r - 0.42;
      return customers === 0
        ? []
        : [{ r, f, m: i + 1, customers, left, right, bottom, top: bottom + (0.84 * customers) / most }];
    }),
  );
  const first = bars.reduce((a, b) => (b.customers > a.customers ? b : a));
  const caption = {
    title: titles.scoreBars,
    says: [
      says.customers(count(scored.length)),
      says.highest(`R ${first.r}, F ${first.f}, M ${first.m}`, count(first.customers)),
    ],
    height: 140 + 64 * bins.r,
  };
  const axis = (title: string, last: number) => ({
    title,
    values: upTo(last),
    format: "d",
    grid: false,
    ticks: false,
    domain: false,
  });
  const scale = (last: number) => ({ domain: [0.5, last + 0.5], nice: false, zero: false });
  const frames = cells.map(({ r, f }) => ({
    left: f - 0.47,
    right: f + 0.47,
    bottom: r - 0.46,
    top: r + 0.46,
  }));
  const ends = {
    x: { field: "left", type: "quantitative", scale: scale(bins.f), axis: axis(words.fScore, bins.f) },
    x2: { field: "right" },
    y: { field: "bottom", type: "quantitative", scale: scale(bins.r), axis: axis(words.rScore, bins.r) },
    y2: { field: "top" },
  };
  return liteChart(look, caption, {
    layer: [
      {
        data: { values: frames },
        mark: { type: "rect", fill: null, stroke: look.theme.grid, cornerRadius: 2 },
        encoding: ends,
      },
      {
        data: { values: bars },
        mark: { type: "rect" },
        encoding: {
          ...ends,
          color: {
            field: "m",
            type: "ordinal",
            scale: { domain: upTo(bins.m), range: spread(look.theme.steps, bins.m) },
            legend: { title: words.mScore, orient: "top", symbolType: "square", direction: "horizontal" },
          },
          tooltip: [
            { field: "r", type: "quantitative", title: words.rScore },
            { field: "f", type: "quantitative", title: words.fScore },
            { field: "m", type: "quantitative", title: words.mScore },
            { field: "customers", type: "quantitative", format: ",d", title: measures.customers },
          ],
        },
      },
    ],
  });
}

/** So many colours from the weakest to the strongest, some of them twice where there are not enough. */
function spread(steps: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, i) => {
    return steps[count === 1 ? 0 : Math.round((i * (steps.length - 1)) / (count - 1))];
  });
}

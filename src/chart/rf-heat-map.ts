import { checkChoice } from "../core/options.js";
import { openBands } from "./bands.js";
import { emptyChart, liteChart } from "./frame.js";
import { gridParts } from "./grid.js";
import { type ChartOptions, openLook } from "./options.js";
import { countScores, type ScoreCell, type ScoredCustomer, upTo } from "./scores.js";
import type { ChartSpec } from "./spec.js";

/** How {@link rfHeatMapChart} looks. */
export interface RfHeatMapOptions extends ChartOptions {
  /** What colours a cell: the mean monetary value of its customers, or how many they are. Default: `"monetary"`. */
  readonly measure?: "monetary" | "count" | undefined;
}

/**
 * Customers by their scores of recency and frequency, as a heat map: each cell tells the mean monetary value of its
 * customers and how many they are, and one of both colours it.
 *
 * Cost: O(n).
 *
 * @param scored rows of `scoreCustomers`.
 * @returns a specification of Vega-Lite with one row a cell, none of customers.
 * @throws RfmError on rows without scores or monetary value, and on an unknown option.
 * @see `rfm_plot_heatmap` of the R package rfm.
 * @example
 * ```ts
 * import { rfHeatMapChart } from "rfm-kit/chart";
 *
 * const scored = [
 *   { r: 2, f: 2, m: 2, monetary: 300 },
 *   { r: 2, f: 2, m: 1, monetary: 100 },
 *   { r: 1, f: 1, m: 1, monetary: 50 },
 * ];
 * rfHeatMapChart(scored).description;
 * // => "Customers by recency and frequency score. Customers: 3. Highest: R 2, F 2, 200.00. Lowest: R 1, F 1, 50.00."
 * ```
 */
export function rfHeatMapChart(scored: readonly ScoredCustomer[], options: RfHeatMapOptions = {}): ChartSpec {
  const look = openLook(CALLER, options, ["measure"]);
  const measure = checkChoice(CALLER, "measure", options.measure ?? "monetary", ["monetary", "count"]);
  const { bins, cells } = countScores(CALLER, scored);
  const { titles, measures, words, colour, says } = look.texts;
  if (scored.length === 0) return emptyChart(look, titles.rfHeatMap);
  const { count, money } = look.formats;
  const byMoney = measure === "monetary";
  const measured = ({ customers, monetary }: ScoreCell) => (byMoney ? monetary / customers : customers);
  const filled = cells.filter(({ customers }) => customers > 0).sort((a, b) => measured(b) - measured(a));
  const bands = openBands(look.theme, filled.map(measured));
  const say = byMoney ? money : count;
  const nameOf = ({ r, f }: ScoreCell) => `R ${r}, F ${f}`;
  const [first, last] = [filled[0], filled[filled.length - 1]];
  const caption = {
    title: titles.rfHeatMap,
    note: colour(byMoney ? `${measures.meanMonetary}${look.sign}` : measures.customers),
    says: [
      says.customers(count(scored.length)),
      says.highest(nameOf(first), say(measured(first))),
      ...(filled.length > 1 ? [says.lowest(nameOf(last), say(measured(last)))] : []),
    ],
    height: 110 + 56 * bins.r,
  };
  const texts = (cell: ScoreCell) => [count(cell.monetary / cell.customers), `n = ${count(cell.customers)}`];
  const drawn = filled.map((cell) => {
    const { fill, ink } = bands.shadeOf(measured(cell));
    const [text, note] = byMoney ? texts(cell) : texts(cell).reverse();
    const tip = {
      [words.rScore]: String(cell.r),
      [words.fScore]: String(cell.f),
      [measures.customers]: count(cell.customers),
      [measures.meanMonetary]: money(cell.monetary / cell.customers),
    };
    return { x: cell.f, y: cell.r, fill, ink, text, note, tip };
  });
  const parts = { xs: upTo(bins.f), ys: upTo(bins.r).reverse(), xTitle: words.fScore, yTitle: words.rScore };
  return liteChart(look, caption, gridParts({ ...parts, cells: drawn }));
}

const CALLER = "rfHeatMapChart";

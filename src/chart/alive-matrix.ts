import { checkWhole } from "../core/whole.js";
import { forecastCustomers } from "../lifetime/forecast.js";
import { checkPurchaseModel, type PurchaseModel } from "../lifetime/model.js";
import { greatest, least, openBands } from "./bands.js";
import { emptyChart, liteChart } from "./frame.js";
import { gridParts } from "./grid.js";
import { type ChartOptions, openLook } from "./options.js";
import { upTo } from "./scores.js";
import type { ChartSpec } from "./spec.js";

/** How {@link aliveMatrixChart} looks. */
export interface AliveMatrixOptions extends ChartOptions {
  /** Days since the first purchase. Default: 365. */
  readonly T?: number | undefined;
  /** The most repeat purchases. Default: 10. */
  readonly maxFrequency?: number | undefined;
  /** As of `forecastCustomers`: what becomes of P(alive) where the model's `identified` is false. Default: `"withhold"`. */
  readonly unidentified?: "withhold" | "show" | undefined;
}

/**
 * The probability, in per cent, that a customer is still active, by repeat purchases and the days since the last one, for
 * customers who came `T` days ago. The more often they bought, the sooner a silence means that they have left. Where the data
 * do not tell who has left, the chart says so instead.
 *
 * Cost: O(cells · purchases).
 *
 * @param model a model of `fitBgNbd` or `fitParetoNbd`.
 * @returns a specification of Vega-Lite with ten columns of days.
 * @throws RfmError on a model of another kind or version, and on an unknown option.
 * @see Fader, Hardie and Lee (2005), and `plot_probability_alive_matrix` of the Python package lifetimes.
 * @example
 * ```ts
 * import { aliveMatrixChart } from "rfm-kit/chart";
 * import type { BgNbdModel } from "rfm-kit/lifetime";
 *
 * // The published model of CDNOW, in weeks, as it comes from JSON.
 * const model: BgNbdModel = {
 *   kind: "bgNbdModel", version: 1, daysPerUnit: 7, parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
 *   standardErrors: null, covariance: null, logLikelihood: -9582.4, noDropoutLogLikelihood: -9763.7,
 *   customers: 2357, identified: false, reason: "published without a covariance",
 * };
 * aliveMatrixChart(model).description;
 * // => "Probability that a customer is still active. The data do not tell."
 * ```
 */
export function aliveMatrixChart(model: PurchaseModel, options: AliveMatrixOptions = {}): ChartSpec {
  const caller = "aliveMatrixChart";
  const look = openLook(caller, options, ["T", "maxFrequency", "unidentified"]);
  const days = checkWhole(caller, "T", options.T ?? 365, COLUMNS, 100_000);
  const most = checkWhole(caller, "maxFrequency", options.maxFrequency ?? 10, 1, 40);
  checkPurchaseModel(caller, "model", model);
  const { titles, words, says, measures } = look.texts;
  const silences = Array.from({ length: COLUMNS }, (_, i) => Math.round((i * days) / COLUMNS));
  const histories = upTo(most).flatMap((x) =>
    silences.map((silent) => ({ x, tX: days - silent, T: days, meanSpend: null, silent })),
  );
  const { unidentified } = options;
  const found = forecastCustomers(histories, { purchases: model }, { days: 1, unidentified });
  const alive = found.flatMap(({ x, silent, pAlive }) => (pAlive === null ? [] : [{ x, silent, pAlive }]));
  if (alive.length === 0) return emptyChart(look, titles.aliveMatrix, words.notTold);
  const { share, count } = look.formats;
  const bands = openBands(look.theme, [], [0, 1]);
  const cells = alive.map(({ x, silent, pAlive }) => {
    const { fill, ink } = bands.shadeOf(pAlive);
    const tip = {
      [words.silentDays]: count(silent),
      [measures.frequency]: count(x),
      [words.alive]: share(pAlive),
    };
    return { x: silent, y: x, fill, ink, text: count(100 * pAlive), tip };
  });
  const chances = alive.map(({ pAlive }) => pAlive);
  const caption = {
    title: titles.aliveMatrix,
    note: `${words.alive}, %`,
    says: [says.aliveFrom(share(least(chances)), share(greatest(chances)))],
    height: 110 + 28 * most,
  };
  const axes = { xTitle: words.silentDays, yTitle: words.repeatBought };
  const parts = gridParts({ xs: silences, ys: upTo(most).reverse(), cells, ...axes, fontSize: 11 });
  return liteChart(look, caption, parts);
}

const COLUMNS = 10;

import { checkInnerShare } from "../core/share.js";
import { type LorenzPoint, lorenzCurve } from "../pareto/lorenz.js";
import { paretoShare } from "../pareto/share.js";
import type { MonetaryRow } from "../pareto/values.js";
import { emptyChart, liteChart } from "./frame.js";
import { type ChartOptions, openLook } from "./options.js";
import { checkTable } from "./rows.js";
import type { ChartSpec } from "./spec.js";
import { roundShare, thin } from "./thin.js";
import { wrap } from "./wrap.js";

/** How {@link lorenzChart} looks. */
export interface LorenzOptions extends ChartOptions {
  /** The share of customers whose part of revenue is marked. Default: 0.2. */
  readonly top?: number | undefined;
}

/**
 * The Lorenz curve of revenue: the share that the customers who spend least hold, beside the diagonal on which all spend the
 * same. A point marks what the top fifth holds, the 80/20 of the shop.
 *
 * Of customers the point is that of `paretoShare`, of a curve it lies on the curve. More than 100 points are thinned out
 * evenly.
 *
 * Cost: O(n log n) of customers, O(n) of a curve.
 *
 * @param curve points of `lorenzCurve`, or customers with `monetary`.
 * @returns a specification of Vega-Lite with at most 101 points.
 * @throws RfmError on points or customers that are none, on a negative monetary value and on an unknown option.
 * @see Lorenz (1905), "Methods of Measuring the Concentration of Wealth".
 * @example
 * ```ts
 * import { lorenzChart } from "rfm-kit/chart";
 *
 * const customers = [{ monetary: 80 }, { monetary: 10 }, { monetary: 6 }, { monetary: 4 }];
 * lorenzChart(customers, { top: 0.25 }).description;
 * // => "How concentrated revenue is. The top 25.0% of customers hold 80.0% of revenue."
 * ```
 */
export function lorenzChart(
  curve: readonly LorenzPoint[] | readonly MonetaryRow[],
  options: LorenzOptions = {},
): ChartSpec {
  const look = openLook(CALLER, options, ["top"]);
  const top = checkInnerShare(CALLER, "top", options.top ?? 0.2);
  const { points, held } = readCurve(curve, top);
  const { titles, words, says } = look.texts;
  if (points.length === 0) return emptyChart(look, titles.lorenz);
  const { share } = look.formats;
  const mark = [{ population: 1 - top, share: 1 - held, label: says.topHold(share(top), share(held)) }];
  const caption = { title: titles.lorenz, says: [mark[0].label], height: 400 };
  const unit = { domain: [0, 1], nice: false };
  const axis = (title: string) => ({ title, format: ".0%", tickCount: 5, grid: true });
  const x = {
    field: "population",
    type: "quantitative",
    scale: unit,
    axis: axis(words.population),
  };
  const y = { field: "share", type: "quantitative", scale: unit, axis: axis(words.cumulativeRevenue) };
  const [blue, orange] = look.theme.categories;
  const rule = { type: "rule", color: orange, strokeDash: [3, 3] };
  return liteChart(
    look,
    { ...caption, note: mark[0].label },
    {
      layer: [
        {
          data: {
            values: [
              { population: 0, share: 0 },
              { population: 1, share: 1 },
            ],
          },
          mark: { type: "line", color: look.theme.neutral, strokeDash: [6, 4], strokeWidth: 1.5 },
          encoding: { x, y },
        },
        {
          data: { values: [{ population: 0.37, share: 0.5, label: wrap(words.equality, 14) }] },
          mark: { type: "text", align: "right", color: look.theme.muted, fontSize: 11, limit: 160 },
          encoding: { x, y, text: { field: "label", type: "nominal" } },
        },
        {
          data: {
            values: points.map((point) => ({
              population: roundShare(point.population),
              share: roundShare(point.share),
            })),
          },
          mark: { type: "line", color: blue, strokeWidth: 2.5 },
          encoding: { x, y },
        },
        {
          data: { values: mark },
          layer: [
            { mark: rule, encoding: { x, y, y2: { datum: 0 } } },
            { mark: rule, encoding: { x, x2: { datum: 1 }, y } },
            {
              mark: { type: "point", filled: true, size: 90, color: orange, opacity: 1 },
              encoding: { x, y, tooltip: { field: "label", type: "nominal" } },
            },
            {
              mark: {
                type: "text",
                align: "right",
                dx: -10,
                dy: -6,
                color: look.theme.text,
                fontSize: 12,
                fontWeight: 600,
              },
              encoding: { x, y, text: { value: share(1 - held) } },
            },
          ],
        },
      ],
    },
  );
}

const CALLER = "lorenzChart";
const MOST_POINTS = 100;

/** The points that are drawn, and the share that the top holds. */
function readCurve(
  curve: readonly LorenzPoint[] | readonly MonetaryRow[],
  top: number,
): { readonly points: readonly LorenzPoint[]; readonly held: number } {
  if (isCurve(curve)) {
    checkTable(CALLER, "curve", curve, { population: "number", share: "number" });
    return { points: thin(curve, MOST_POINTS), held: 1 - shareAt(curve, 1 - top) };
  }
  checkTable(CALLER, "curve", curve, { monetary: "number" });
  const points = Math.min(MOST_POINTS, curve.length) || undefined;
  return { points: lorenzCurve(curve, { points }), held: paretoShare(curve, { top }) };
}

function isCurve(curve: readonly object[]): curve is readonly LorenzPoint[] {
  return (
    Array.isArray(curve) && typeof curve[0] === "object" && curve[0] !== null && "population" in curve[0]
  );
}

/** The height of a curve at a share of the population. */
function shareAt(curve: readonly LorenzPoint[], population: number): number {
  const right = curve.findIndex((point) => point.population >= population);
  if (right <= 0) return right === 0 ? curve[0].share : 1;
  const [a, b] = [curve[right - 1], curve[right]];
  const part = (population - a.population) / (b.population - a.population);
  return a.share + part * (b.share - a.share);
}

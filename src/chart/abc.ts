import { RfmError } from "../core/error.js";
import type { AbcClass } from "../pareto/abc.js";
import { emptyChart, liteChart } from "./frame.js";
import { type ChartOptions, openLook } from "./options.js";
import { checkTable } from "./rows.js";
import type { ChartSpec } from "./spec.js";
import { roundShare, thin } from "./thin.js";

/**
 * ABC classes on the curve they come from: the share of the total that the best rows hold, the best first, with the area
 * below it divided into class A, B and C. More than 100 points a class are thinned out evenly.
 *
 * Cost: O(n log n).
 *
 * @param rows rows of `abcClasses`: customers, products or whatever has a value.
 * @returns a specification of Vega-Lite with at most 102 points a class.
 * @throws RfmError on rows without a class or a cumulative share, and on an unknown option.
 * @see Dickie (1951), "ABC Inventory Analysis Shoots for Dollars, not Pennies".
 * @example
 * ```ts
 * import { abcClasses } from "rfm-kit";
 * import { abcChart } from "rfm-kit/chart";
 *
 * const products = [{ sku: "tea", revenue: 15 }, { sku: "pot", revenue: 80 }, { sku: "mug", revenue: 5 }];
 * abcChart(abcClasses(products, { value: "revenue" })).description;
 * // => "ABC classes by cumulative value. Rows in class A: 1 (33.3%); B: 1 (33.3%); C: 1 (33.3%)."
 * ```
 */
export function abcChart(rows: readonly AbcClass[], options: ChartOptions = {}): ChartSpec {
  const look = openLook(CALLER, options);
  checkTable(CALLER, "rows", rows, { abc: "text", cumulativeShare: "number" });
  checkClasses(rows);
  const { titles, words, says } = look.texts;
  if (rows.length === 0) return emptyChart(look, titles.abc);
  const areas = areasOf(rows);
  const sizes = areas.map(
    ({ size }) => `${look.formats.count(size)} (${look.formats.share(size / rows.length)})`,
  );
  const sizesSaid = says.classes(sizes[0], sizes[1], sizes[2]);
  const values = areas.flatMap(({ abc, points }) => points.map((point) => ({ abc, ...point })));
  const names = areas
    .filter(({ size }) => size > 0)
    .map(({ abc, from, size }) => ({ abc, share: (from + size / 2) / rows.length, held: 0.08 }));
  const unit = { domain: [0, 1], nice: false };
  const axis = (title: string) => ({ title, format: ".0%", tickCount: 5 });
  const x = { field: "share", type: "quantitative", scale: unit, axis: axis(words.rows) };
  const y = {
    field: "held",
    type: "quantitative",
    scale: unit,
    axis: axis(words.cumulativeValue),
    stack: null,
  };
  const range = look.theme.categories.slice(0, CLASSES.length);
  return liteChart(
    look,
    { title: titles.abc, note: sizesSaid, says: [sizesSaid], height: 360 },
    {
      layer: [
        {
          data: { values },
          mark: { type: "area", fillOpacity: 0.28 },
          encoding: {
            x,
            y,
            fill: { field: "abc", type: "nominal", scale: { domain: CLASSES, range }, legend: null },
          },
        },
        {
          data: { values },
          mark: { type: "line", strokeWidth: 3 },
          encoding: {
            x,
            y,
            color: { field: "abc", type: "nominal", scale: { domain: CLASSES, range }, legend: null },
          },
        },
        {
          data: { values: names },
          mark: { type: "text", fontSize: 18, fontWeight: 700, color: look.theme.text },
          encoding: { x, y, text: { field: "abc", type: "nominal" } },
        },
      ],
    },
  );
}

const CALLER = "abcChart";
const CLASSES = ["A", "B", "C"] as const;
const MOST_POINTS = 100;

function checkClasses(rows: readonly AbcClass[]): void {
  const row = rows.findIndex(({ abc }) => !CLASSES.includes(abc));
  if (row === -1) return;
  const refusal = {
    caller: CALLER,
    code: "invalidValue",
    path: "abc",
    row,
    received: rows[row].abc,
  } as const;
  throw new RfmError({ ...refusal, expected: '"A", "B" or "C"' });
}

/** Each class: where it begins, how many rows it has, and the curve from where the class before ends. */
function areasOf(rows: readonly AbcClass[]) {
  const sorted = [...rows].sort((a, b) => a.cumulativeShare - b.cumulativeShare || (a.abc < b.abc ? -1 : 1));
  let from = 0;
  let end = { share: 0, held: 0 };
  return CLASSES.map((abc) => {
    const own = sorted.filter((row) => row.abc === abc);
    const curve = own.map((row, i) => ({
      share: roundShare((from + i + 1) / rows.length),
      held: roundShare(row.cumulativeShare),
    }));
    const points = own.length === 0 ? [] : [end, ...thin(curve, MOST_POINTS)];
    const area = { abc, from, size: own.length, points };
    from += own.length;
    end = curve.at(-1) ?? end;
    return area;
  });
}

import { RfmError } from "../core/error.js";
import { checkChoice } from "../core/options.js";
import { emptyChart, liteChart } from "./frame.js";
import type { ChartCustomer } from "./histogram.js";
import { type ChartOptions, type Look, openLook } from "./options.js";
import { type PlaneAxis, planeParts } from "./plane.js";
import { type ColumnKind, checkTable, distinctNames } from "./rows.js";
import type { ChartSpec } from "./spec.js";

/** A figure that an axis can show. */
export type RfmAxis = "recency" | "frequency" | "monetary";

/** How {@link rfmScatterChart} looks. */
export interface RfmScatterOptions extends ChartOptions {
  /** Default: `"recency"`. */
  readonly x?: RfmAxis | undefined;
  /** Default: `"monetary"`. */
  readonly y?: RfmAxis | undefined;
  /** `"segment"` colours a bubble by the segment that most of its customers are in. Default: one colour. */
  readonly colour?: "segment" | undefined;
}

/**
 * Two of recency, purchases and monetary value against each other. The plane is cut into cells, 36 by 24 (20 by 22 below
 * 480 pixels and in a container), and each cell with customers has a bubble as large as they are many: so a shop of any size
 * gives a small chart, and no row of a customer is in it. Purchases and monetary value are on the scale log(1 + value).
 *
 * Cost: O(n).
 *
 * @param customers rows of `computeRfm`, with `segment` where it is the colour.
 * @returns a specification of Vega-Lite with one row a cell.
 * @throws RfmError on a value that is no finite number, on twice the same axis and on an unknown option.
 * @see `rfm_plot_segment_scatter`, `rfm_rm_plot`, `rfm_fm_plot` and `rfm_rf_plot` of the R package rfm.
 * @example
 * ```ts
 * import { rfmScatterChart } from "rfm-kit/chart";
 *
 * const customers = [
 *   { recency: 2, frequency: 9, monetary: 800 },
 *   { recency: 40, frequency: 1, monetary: 15 },
 * ];
 * rfmScatterChart(customers, { x: "frequency" }).description;
 * // => "Monetary value against Purchases. Customers: 2."
 * ```
 */
export function rfmScatterChart(
  customers: readonly (ChartCustomer & { readonly segment?: string })[],
  options: RfmScatterOptions = {},
): ChartSpec {
  const look = openLook(CALLER, options, ["x", "y", "colour"]);
  const x = checkChoice(CALLER, "x", options.x ?? "recency", AXES);
  const y = checkChoice(CALLER, "y", options.y ?? "monetary", AXES);
  if (x === y) {
    const expected = "another figure than that of x";
    throw new RfmError({ caller: CALLER, code: "invalidOption", path: "y", expected, received: y });
  }
  const isColoured = options.colour !== undefined;
  if (isColoured) checkChoice(CALLER, "colour", options.colour, ["segment"]);
  const columns: Record<string, ColumnKind> = { [x]: "number", [y]: "number" };
  if (isColoured) columns.segment = "text";
  checkTable(CALLER, "customers", customers, columns);
  const { measures, words, against, says } = look.texts;
  const title = against(measures[y], measures[x]);
  if (customers.length === 0) return emptyChart(look, title);
  const segments = isColoured ? [...new Set(customers.map(({ segment }) => segment as string))].sort() : [];
  const placeOf = new Map(segments.map((segment, i) => [segment, i]));
  const points = customers.map((customer) => {
    return { x: customer[x], y: customer[y], group: placeOf.get(customer.segment ?? "") ?? 0 };
  });
  const caption = { title, says: [says.customers(look.formats.count(customers.length))], height: 400 };
  const groups = distinctNames(segments.map(look.nameOf));
  const height =
    groups.length > 0 && look.isNarrow ? caption.height + 16 * Math.ceil(groups.length / 2) : 400;
  const plane = { points, x: axisOf(look, x), y: axisOf(look, y), groups, groupTitle: words.segment };
  return liteChart(look, { ...caption, height }, planeParts(look, plane));
}

const CALLER = "rfmScatterChart";
const AXES = ["recency", "frequency", "monetary"] as const;

/** How a figure of a customer is laid out. */
export function axisOf(look: Look, figure: RfmAxis): PlaneAxis {
  const sign = figure === "monetary" ? look.sign : "";
  return {
    title: `${look.texts.measures[figure]}${sign}`,
    isLog: figure !== "recency",
    isWhole: figure !== "monetary",
  };
}

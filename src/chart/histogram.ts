import { ticks } from "d3-array";
import { checkChoice } from "../core/options.js";
import { checkWhole } from "../core/whole.js";
import { greatest, least } from "./bands.js";
import { emptyChart, liteChart } from "./frame.js";
import { type ChartOptions, type Look, openLook } from "./options.js";
import { checkTable } from "./rows.js";
import type { ChartObject, ChartSpec } from "./spec.js";
import { wrap } from "./wrap.js";

/** A customer in the three figures that charts look at. */
export interface ChartCustomer {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** How {@link rfmHistogramChart} looks. */
export interface RfmHistogramOptions extends ChartOptions {
  /**
   * How purchases and monetary value are divided: at 1, 2, 5, 10, 20, 50 and so on, which shows what is skewed, or evenly.
   * Recency is always divided evenly. Default: `"log"`.
   */
  readonly scale?: "log" | "linear" | undefined;
  /** About how many bars an evenly divided figure has. Default: 10. */
  readonly bins?: number | undefined;
}

/** Customers from a value on, and below the next one. */
interface Bin {
  readonly from: number;
  readonly to: number;
  readonly customers: number;
}

/**
 * How recency, purchases and monetary value are spread over customers, as three histograms side by side. A bar counts the
 * customers from its lower end on and below its upper one, the last bar with it. On the scale `"log"` a bar of its own, at
 * the left, holds values below 1.
 *
 * Cost: O(n).
 *
 * @param customers rows of `computeRfm`.
 * @returns a specification of Vega-Lite with one row a bar, none of customers.
 * @throws RfmError on a value that is no finite number, and on an unknown option.
 * @see `rfm_plot_histogram` of the R package rfm.
 * @example
 * ```ts
 * import { rfmHistogramChart } from "rfm-kit/chart";
 *
 * const customers = [
 *   { recency: 2, frequency: 9, monetary: 800 },
 *   { recency: 40, frequency: 1, monetary: 15 },
 * ];
 * rfmHistogramChart(customers).description;
 * // => "Distribution of recency, frequency and monetary value. Customers: 2."
 * ```
 */
export function rfmHistogramChart(
  customers: readonly ChartCustomer[],
  options: RfmHistogramOptions = {},
): ChartSpec {
  const look = openLook(CALLER, options, ["scale", "bins"]);
  const scale = checkChoice(CALLER, "scale", options.scale ?? "log", ["log", "linear"]);
  const count = checkWhole(CALLER, "bins", options.bins ?? 10, 2, 60);
  checkTable(CALLER, "customers", customers, { recency: "number", frequency: "number", monetary: "number" });
  const { titles, says } = look.texts;
  if (customers.length === 0) return emptyChart(look, titles.histogram);
  const panels = FIGURES.map((figure) => {
    const values = customers.map((customer) => customer[figure]);
    const isLog = scale === "log" && figure !== "recency";
    return { figure, bins: isLog ? logBins(values) : evenBins(values, count, figure === "frequency") };
  });
  const caption = {
    title: titles.histogram,
    says: [says.customers(look.formats.count(customers.length))],
    height: 260,
  };
  return liteChart(look, caption, partsOf(look, panels));
}

const CALLER = "rfmHistogramChart";
const FIGURES = ["recency", "frequency", "monetary"] as const;

type Panels = readonly { readonly figure: (typeof FIGURES)[number]; readonly bins: readonly Bin[] }[];

function evenBins(values: readonly number[], count: number, isWhole: boolean): Bin[] {
  const [low, high] = [least(values), greatest(values)];
  const step = stepOf(low, high, count, isWhole);
  const first = Math.floor(low / step);
  const places = Math.max(1, Math.floor(high / step) - first + 1);
  return countInto(
    values,
    Array.from({ length: places + 1 }, (_, i) => (first + i) * step),
  );
}

/** A round number that fits about so many times between two values. */
function stepOf(low: number, high: number, count: number, isWhole: boolean): number {
  if (high === low) return 1;
  const [a, b] = ticks(low, high, count);
  const step = b === undefined ? high - low : b - a;
  return isWhole ? Math.max(1, Math.round(step)) : step;
}

/** At 1, 2, 5 and their multiples by ten; what is below 1 comes first. */
function logBins(values: readonly number[]): Bin[] {
  const [low, high] = [least(values), greatest(values)];
  const edges: number[] = [];
  for (let power = 0; edges.length === 0 || edges[edges.length - 1] <= high; power++) {
    edges.push(...[1, 2, 5].map((digit) => digit * 10 ** power));
  }
  const beyond = edges.findIndex((edge) => edge > high);
  const kept = edges.slice(0, Math.max(1, beyond) + 1);
  const from = low < 1 ? 0 : kept.findLastIndex((edge) => edge <= low);
  return countInto(values, low < 1 ? [Math.min(0, low), ...kept] : kept.slice(from));
}

function countInto(values: readonly number[], edges: readonly number[]): Bin[] {
  const counts = edges.slice(1).map(() => 0);
  for (const value of values) {
    const at = edges.findLastIndex((edge) => edge <= value);
    counts[Math.max(0, Math.min(at, counts.length - 1))]++;
  }
  return counts.map((customers, i) => ({ from: edges[i], to: edges[i + 1], customers }));
}

/** Panels stand on one axis: each is 1 wide, with a gap of a fifth between two. */
const PITCH = 1.2;

function partsOf(look: Look, panels: Panels): ChartObject {
  const { measures } = look.texts;
  const isMoney = (figure: string) => figure === "monetary";
  const titleOf = (figure: keyof typeof measures) => `${measures[figure]}${isMoney(figure) ? look.sign : ""}`;
  const bars = panels.flatMap(({ figure, bins }, panel) =>
    bins.map(({ from, to, customers }, i) => ({
      left: panel * PITCH + i / bins.length,
      right: panel * PITCH + (i + 1) / bins.length,
      customers,
      tip: {
        [measures[figure]]: `${look.formats.decimal(from)} – ${look.formats.decimal(to)}`,
        [measures.customers]: look.formats.count(customers),
      },
    })),
  );
  const labels = panels.flatMap(({ bins }, panel) =>
    labelled(bins, look.isNarrow).map((i) => {
      const edge = i === bins.length ? bins[i - 1].to : bins[i].from;
      return { x: panel * PITCH + i / bins.length, label: look.compact(edge) };
    }),
  );
  const heads = panels.map(({ figure }, panel) => ({
    x: panel * PITCH,
    label: look.isNarrow ? wrap(titleOf(figure), 12) : titleOf(figure),
  }));
  const x = { type: "quantitative", scale: { domain: [0, 2 * PITCH + 1], nice: false }, axis: null };
  const y = { field: "customers", type: "quantitative" };
  const note = (values: readonly ChartObject[], mark: ChartObject, at: ChartObject): ChartObject => ({
    data: { values },
    mark: { type: "text", fontSize: 11, color: look.theme.muted, ...mark },
    encoding: { x: { field: "x", ...x }, y: at, text: { field: "label", type: "nominal" } },
  });
  return {
    layer: [
      {
        data: { values: bars },
        mark: {
          type: "rect",
          fill: look.theme.categories[0],
          stroke: look.theme.background,
          strokeWidth: 1,
          tooltip: { signal: "datum.tip" },
        },
        encoding: {
          x: { field: "left", ...x },
          x2: { field: "right" },
          y: {
            ...y,
            axis: { title: measures.customers, tickCount: 5, format: ",d", domain: false, ticks: false },
          },
          y2: { datum: 0 },
        },
      },
      note(labels, { baseline: "top", dy: 5, fontSize: 10 }, { value: "height" }),
      note(heads, { align: "left", dy: 30, fontWeight: 500, limit: 200 }, { value: "height" }),
    ],
  };
}

/** The edges that have a label: at most four of each panel. */
function labelled(bins: readonly Bin[], isNarrow: boolean): number[] {
  const isSkewed = bins.length > 2 && bins[2].to - bins[2].from > 1.5 * (bins[1].to - bins[1].from);
  const every = isSkewed
    ? 3 * Math.ceil(bins.length / (isNarrow ? 5 : 9))
    : Math.ceil(bins.length / (isNarrow ? 2 : 3));
  const start = isSkewed
    ? Math.max(
        0,
        bins.findIndex(({ from }) => from > 0 && Number.isInteger(Math.log10(from))),
      )
    : 0;
  const places = Array.from({ length: bins.length + 1 }, (_, i) => i);
  return places.filter((i) => i >= start && !(isNarrow && i === bins.length) && (i - start) % every === 0);
}

import { checkChoice } from "../core/options.js";
import type { SegmentSummary } from "../segment/summary.js";
import { greatest, least } from "./bands.js";
import { emptyChart, liteChart } from "./frame.js";
import { formatOf } from "./measures.js";
import { type ChartOptions, openLook } from "./options.js";
import { roomFor } from "./room.js";
import { nameSegments } from "./segments.js";
import type { ChartSpec } from "./spec.js";

/** What bars of segments can measure. */
export type SegmentMeasure = Exclude<keyof SegmentSummary, "segment">;

/** How {@link segmentBarsChart} looks. */
export interface SegmentBarsOptions extends ChartOptions {
  /** What a bar is as long as. Default: `"revenue"`. */
  readonly measure?: SegmentMeasure | undefined;
}

/**
 * Segments as bars of one measure, the longest first, each with its value in figures. A segment that has none, as an empty
 * one has no median, has a dash and no bar.
 *
 * Cost: O(segments log segments).
 *
 * @param summary rows of `summarizeSegments`.
 * @returns a specification of Vega-Lite.
 * @throws RfmError on rows that are none of a summary, and on an unknown option or measure.
 * @see `rfm_plot_median_recency`, `_frequency` and `_monetary` and `rfm_plot_segment_summary` of the R package rfm.
 * @example
 * ```ts
 * import { summarizeSegments } from "rfm-kit";
 * import { segmentBarsChart } from "rfm-kit/chart";
 *
 * const customers = [
 *   { segment: "champions", recency: 3, frequency: 4, monetary: 300 },
 *   { segment: "at-risk", recency: 90, frequency: 2, monetary: 100 },
 * ];
 * const chart = segmentBarsChart(summarizeSegments(customers), { measure: "medianRecency" });
 * chart.description; // => "Median recency (days) by segment. Highest: At risk, 90. Lowest: Champions, 3."
 * ```
 */
export function segmentBarsChart(
  summary: readonly SegmentSummary[],
  options: SegmentBarsOptions = {},
): ChartSpec {
  const look = openLook(CALLER, options, ["measure"]);
  const measure = checkChoice(CALLER, "measure", options.measure ?? "revenue", MEASURES);
  const { measures, bySegment, says } = look.texts;
  const title = bySegment(measures[measure]);
  const rows = nameSegments(CALLER, look, summary)
    .map((segment) => ({ name: segment.name, value: segment[measure] }))
    .sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY) || 0);
  if (rows.length === 0) return emptyChart(look, title);
  const told = rows.filter((row): row is { name: string; value: number } => row.value !== null);
  const { axis, label, say } = formatOf(look, measure);
  const [first, last] = [told[0], told[told.length - 1]];
  const values = told.map(({ value }) => value);
  const room = roomFor(
    look,
    rows.map(({ name }) => name),
    values.map(say),
  );
  const domain = [Math.min(0, least(values) * room), Math.max(0, greatest(values) * room) || 1];
  const caption = {
    title,
    says: [
      ...(told.length > 0 ? [says.highest(first.name, say(first.value))] : []),
      ...(told.length > 1 ? [says.lowest(last.name, say(last.value))] : []),
    ],
    height: 80 + 30 * rows.length,
  };
  const y = {
    field: "name",
    type: "nominal",
    sort: null,
    axis: { title: null, ticks: false, domain: false },
  };
  const x = { field: "value", type: "quantitative", scale: { domain, nice: false } };
  const text = { type: "text", align: "left", dx: 5, color: look.theme.text, fontSize: 11 };
  return liteChart(look, caption, {
    data: { values: rows },
    encoding: { y },
    layer: [
      {
        mark: { type: "bar", color: look.theme.categories[0], cornerRadiusEnd: 2, height: { band: 0.72 } },
        encoding: {
          x: {
            ...x,
            axis: { title: measures[measure], format: axis, tickCount: look.isNarrow ? 3 : 5, domain: false },
          },
          tooltip: [
            { field: "name", type: "nominal", title: look.texts.words.segment },
            { field: "value", type: "quantitative", format: label, title: measures[measure] },
          ],
        },
      },
      {
        transform: [{ filter: "datum.value !== null" }],
        mark: text,
        encoding: { x: { ...x, title: null }, text: { field: "value", type: "quantitative", format: label } },
      },
      {
        transform: [{ filter: "datum.value === null" }],
        mark: text,
        encoding: { x: { datum: 0, type: "quantitative" }, text: { value: "–" } },
      },
    ],
  });
}

const CALLER = "segmentBarsChart";
const MEASURES = [
  "customers",
  "share",
  "revenue",
  "revenueShare",
  "meanRecency",
  "medianRecency",
  "meanFrequency",
  "medianFrequency",
  "meanMonetary",
  "medianMonetary",
  "averageOrderValue",
] as const satisfies SegmentMeasure[];

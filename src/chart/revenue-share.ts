import type { SegmentSummary } from "../segment/summary.js";
import { greatest } from "./bands.js";
import { emptyChart, legendOf, liteChart } from "./frame.js";
import { type ChartOptions, openLook } from "./options.js";
import { roomFor } from "./room.js";
import { nameSegments } from "./segments.js";
import type { ChartSpec } from "./spec.js";

/**
 * The share of revenue of each segment beside its share of customers, the richest segment first: where the filled bar is
 * longer than the hollow one, customers bring more than their part.
 *
 * Cost: O(segments log segments).
 *
 * @param summary rows of `summarizeSegments`.
 * @returns a specification of Vega-Lite.
 * @throws RfmError on rows that are none of a summary, and on an unknown option.
 * @see `rfm_plot_revenue_dist` of the R package rfm.
 * @example
 * ```ts
 * import { summarizeSegments } from "rfm-kit";
 * import { revenueShareChart } from "rfm-kit/chart";
 *
 * const customers = [
 *   { segment: "champions", recency: 3, frequency: 4, monetary: 300 },
 *   { segment: "at-risk", recency: 90, frequency: 2, monetary: 100 },
 * ];
 * const { description } = revenueShareChart(summarizeSegments(customers));
 * description; // => "Share of customers and of revenue. Highest: Champions, 75.0%. Lowest: At risk, 25.0%."
 * ```
 */
export function revenueShareChart(summary: readonly SegmentSummary[], options: ChartOptions = {}): ChartSpec {
  const caller = "revenueShareChart";
  const look = openLook(caller, options);
  const { titles, measures, says, words } = look.texts;
  const segments = nameSegments(caller, look, summary).sort((a, b) => b.revenueShare - a.revenueShare);
  if (segments.length === 0) return emptyChart(look, titles.revenueShare);
  const kinds = [measures.share, measures.revenueShare];
  const values = segments.flatMap(({ name, share, revenueShare }) => [
    { name, kind: kinds[0], value: share },
    { name, kind: kinds[1], value: revenueShare },
  ]);
  const say = look.formats.share;
  const [first, last] = [segments[0], segments[segments.length - 1]];
  const caption = {
    title: titles.revenueShare,
    says: [
      says.highest(first.name, say(first.revenueShare)),
      ...(segments.length > 1 ? [says.lowest(last.name, say(last.revenueShare))] : []),
    ],
    height: 120 + 42 * segments.length,
  };
  const [ofRevenue, ofCustomers] = look.theme.categories;
  const room = roomFor(
    look,
    segments.map(({ name }) => name),
    [say(0.1)],
  );
  const domain = [0, greatest(values.map(({ value }) => value)) * room || 1];
  const legend = legendOf(look, { symbolType: "square" });
  return liteChart(look, caption, {
    data: { values },
    encoding: {
      y: {
        field: "name",
        type: "nominal",
        sort: null,
        axis: { title: null, ticks: false, domain: false },
        scale: { paddingInner: 0.25 },
      },
      yOffset: { field: "kind", type: "nominal", sort: null },
      x: {
        field: "value",
        type: "quantitative",
        axis: { format: ".0%", title: null, tickCount: 5, domain: false },
        scale: { domain, nice: false },
      },
    },
    layer: [
      {
        mark: { type: "bar", strokeWidth: 1.5, cornerRadiusEnd: 2 },
        encoding: {
          fill: {
            field: "kind",
            type: "nominal",
            scale: { domain: kinds, range: [look.theme.background, ofRevenue] },
            legend,
          },
          stroke: {
            field: "kind",
            type: "nominal",
            scale: { domain: kinds, range: [ofCustomers, ofRevenue] },
            legend,
          },
          tooltip: [
            { field: "name", type: "nominal", title: words.segment },
            { field: "kind", type: "nominal", title: " " },
            { field: "value", type: "quantitative", format: ".1%", title: " " },
          ],
        },
      },
      {
        mark: { type: "text", align: "left", dx: 5, color: look.theme.text, fontSize: 10 },
        encoding: { text: { field: "value", type: "quantitative", format: ".1%" } },
      },
    ],
  });
}

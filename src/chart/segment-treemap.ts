import type { SegmentSummary } from "../segment/summary.js";
import { type Bands, openBands } from "./bands.js";
import { emptyChart, vegaChart } from "./frame.js";
import { type ChartOptions, type Look, openLook } from "./options.js";
import { type NamedSegment, nameSegments } from "./segments.js";
import type { ChartObject, ChartSpec } from "./spec.js";
import { wrap } from "./wrap.js";

/**
 * Segments as a treemap: the area of a tile is the segment's revenue, its colour the median recency of its customers. Tiles
 * bear the name, the share of revenue and the median recency where there is room; all tiles have them as a tooltip.
 * Segments without revenue have no tile.
 *
 * Cost: O(segments).
 *
 * @param summary rows of `summarizeSegments`.
 * @returns a specification of Vega.
 * @throws RfmError on rows that are none of a summary, and on an unknown option.
 * @see Shneiderman (1992), "Tree visualization with tree-maps"; `rfm_plot_segment` of the R package rfm.
 * @example
 * ```ts
 * import { summarizeSegments } from "rfm-kit";
 * import { segmentTreemapChart } from "rfm-kit/chart";
 *
 * const customers = [
 *   { segment: "champions", recency: 3, frequency: 4, monetary: 300 },
 *   { segment: "at-risk", recency: 90, frequency: 2, monetary: 100 },
 * ];
 * const { description } = segmentTreemapChart(summarizeSegments(customers), { currency: "EUR" });
 * description; // => "Revenue of each segment. Highest: Champions, 75.0%. Lowest: At risk, 25.0%."
 * ```
 */
export function segmentTreemapChart(
  summary: readonly SegmentSummary[],
  options: ChartOptions = {},
): ChartSpec {
  const look = openLook(CALLER, options);
  const { titles, measures, colour, says } = look.texts;
  const drawn = nameSegments(CALLER, look, summary)
    .filter(({ revenue }) => revenue > 0)
    .sort((a, b) => b.revenue - a.revenue);
  if (drawn.length === 0) return emptyChart(look, titles.segmentTreemap);
  const [first, last] = [drawn[0], drawn[drawn.length - 1]];
  const { share } = look.formats;
  const caption = {
    title: titles.segmentTreemap,
    note: colour(measures.medianRecency),
    says: [
      says.highest(first.name, share(first.revenueShare)),
      ...(drawn.length > 1 ? [says.lowest(last.name, share(last.revenueShare))] : []),
    ],
    height: 380,
  };
  return vegaChart(look, caption, partsOf(look, drawn));
}

const CALLER = "segmentTreemapChart";

function partsOf(look: Look, drawn: readonly NamedSegment[]): ChartObject {
  const bands = openBands(
    look.theme,
    drawn.map(({ medianRecency }) => medianRecency ?? 0),
  );
  const names = bandNames(look, bands);
  const tiles = drawn.map((segment, i) => tileOf(look, segment, i, bands, names));
  return {
    data: [
      {
        name: "tiles",
        values: [{ id: "all" }, ...tiles],
        transform: [
          { type: "stratify", key: "id", parentKey: "parent" },
          {
            type: "treemap",
            field: "revenue",
            sort: { field: "value", order: "descending" },
            method: "squarify",
            paddingInner: 2,
            size: [{ signal: "width" }, { signal: "height" }],
          },
          { type: "filter", expr: "datum.parent" },
          // A letter of 12 pixels is some 7.6 wide where it is bold.
          { type: "formula", as: "room", expr: "datum.x1 - datum.x0 - 12" },
          { type: "formula", as: "oneLine", expr: "datum.nameLength * 7.6 <= datum.room" },
          { type: "formula", as: "lineCount", expr: "datum.oneLine ? 1 : length(datum.lines)" },
          {
            type: "formula",
            as: "fits",
            expr: "(datum.oneLine || datum.longestLine * 7.6 <= datum.room) && datum.y1 - datum.y0 >= 8 + 15 * datum.lineCount",
          },
          {
            type: "formula",
            as: "notesFit",
            expr: "datum.fits && datum.noteLength * 6.2 <= datum.room && datum.y1 - datum.y0 >= 44 + 15 * datum.lineCount",
          },
        ],
      },
    ],
    scales: [
      { name: "step", type: "ordinal", domain: names, range: [...look.theme.steps].slice(-names.length) },
    ],
    legends: [
      {
        fill: "step",
        orient: "bottom",
        direction: "horizontal",
        symbolType: "square",
        columns: look.isNarrow ? 3 : 5,
        offset: 10,
      },
    ],
    marks: marksOf(),
  };
}

function tileOf(look: Look, segment: NamedSegment, i: number, bands: Bands, names: readonly string[]) {
  const { count, share, money } = look.formats;
  const { measures } = look.texts;
  const { name, customers, revenue, revenueShare } = segment;
  const recency = segment.medianRecency ?? 0;
  const lines = wrap(name, 8);
  const shade = bands.shadeOf(recency);
  const note = [share(revenueShare), `${look.formats.decimal(recency)} d`];
  return {
    id: String(i),
    parent: "all",
    name,
    nameLength: name.length,
    lines,
    longestLine: Math.max(...lines.map((line) => line.length)),
    note,
    noteLength: Math.max(...note.map((line) => line.length)),
    revenue,
    band: names.length === 1 ? names[0] : names[shade.step],
    ink: shade.ink,
    tip: {
      [look.texts.words.segment]: name,
      [measures.customers]: count(customers),
      [measures.revenue]: money(revenue),
      [measures.revenueShare]: share(revenueShare),
      [measures.medianRecency]: look.formats.decimal(recency),
    },
  };
}

/** The bands as a legend tells them; one alone where all values are the same. */
function bandNames(look: Look, { edges }: Bands): string[] {
  const day = (value: number) => look.formats.decimal(value, edges[edges.length - 1] - edges[0] < 20 ? 1 : 0);
  if (edges[0] === edges[edges.length - 1]) return [day(edges[0])];
  return edges.slice(1).map((edge, i) => `${day(edges[i])}–${day(edge)}`);
}

function marksOf(): ChartObject[] {
  const text = (y: string, more: ChartObject): ChartObject => ({
    type: "text",
    from: { data: "tiles" },
    interactive: false,
    encode: {
      update: {
        x: { field: "x0", offset: 6 },
        y: { signal: y },
        baseline: { value: "top" },
        fill: { field: "ink" },
        ...more,
      },
    },
  });
  return [
    {
      type: "rect",
      from: { data: "tiles" },
      encode: {
        update: {
          x: { field: "x0" },
          x2: { field: "x1" },
          y: { field: "y0" },
          y2: { field: "y1" },
          fill: { scale: "step", field: "band" },
          tooltip: { field: "tip" },
        },
      },
    },
    text("datum.y0 + 6", {
      text: {
        signal:
          "datum.fits ? (datum.oneLine ? datum.name : datum.lines) : datum.room >= 30 && datum.y1 - datum.y0 >= 20 ? datum.name : ''",
      },
      limit: { signal: "datum.fits ? 0 : max(datum.room, 1)" },
      fontSize: { signal: "datum.fits ? 12 : 10" },
      fontWeight: { value: 600 },
      lineHeight: { value: 15 },
    }),
    text("datum.y0 + 8 + 15 * datum.lineCount", {
      text: { signal: "datum.notesFit ? datum.note : ''" },
      fontSize: { value: 11 },
      lineHeight: { value: 15 },
    }),
  ];
}

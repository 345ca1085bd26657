import type { ChartObject, ChartValue } from "./spec.js";

/** A cell of a heat map: a colour, the text on it in one or two lines, and what its tooltip says. */
type Cell = {
  readonly x: string | number;
  readonly y: string | number;
  readonly fill: string;
  readonly ink: string;
  readonly text: string;
  readonly note?: string;
  readonly tip: ChartObject;
};

/** What a heat map shows besides its cells. */
export interface GridParts {
  readonly xs: readonly (string | number)[];
  readonly ys: readonly (string | number)[];
  readonly cells: readonly Cell[];
  readonly xTitle: string;
  readonly yTitle: string | null;
  readonly xAxis?: ChartObject;
  readonly yAxis?: ChartObject;
  readonly fontSize?: number;
}

/** The data and layers of a heat map, in coloured cells with text. */
export function gridParts(parts: GridParts): ChartObject {
  const { xs, ys, cells, xTitle, yTitle, xAxis = {}, yAxis = {}, fontSize = 12 } = parts;
  const plain = { ticks: false, domain: false };
  const axisOf = (title: string | null, own: ChartObject) => ({ title, labelAngle: 0, ...plain, ...own });
  const scaleOf = (domain: readonly ChartValue[]) => ({ domain, padding: 0.04 });
  const hasNotes = cells.some(({ note }) => note !== undefined);
  const text = (field: string, dy: number, size: number, weight: number): ChartObject => ({
    mark: { type: "text", dy, fontSize: size, fontWeight: weight, baseline: "middle" },
    encoding: {
      text: { field, type: "nominal" },
      color: { field: "ink", type: "nominal", scale: null },
    },
  });
  return {
    data: { values: cells },
    encoding: {
      x: { field: "x", type: "ordinal", sort: null, scale: scaleOf(xs), axis: axisOf(xTitle, xAxis) },
      y: { field: "y", type: "ordinal", sort: null, scale: scaleOf(ys), axis: axisOf(yTitle, yAxis) },
    },
    layer: [
      {
        mark: { type: "rect", cornerRadius: 2, tooltip: { signal: "datum.tip" } },
        encoding: { color: { field: "fill", type: "nominal", scale: null } },
      },
      text("text", hasNotes ? -7 : 0, fontSize, hasNotes ? 600 : 400),
      ...(hasNotes ? [text("note", 9, 10, 400)] : []),
    ],
  };
}

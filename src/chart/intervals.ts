import type { Look } from "./options.js";
import { LETTER, longest } from "./room.js";
import type { ChartObject } from "./spec.js";

/** A figure with the ends of its interval, where it has one. */
export type IntervalRow = {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The figure as the language writes it. */
  readonly told: string;
  readonly tip: ChartObject;
};

export interface Intervals {
  readonly rows: readonly IntervalRow[];
  readonly title: string;
  /** Of the axis. */
  readonly format: string;
  /** What every row is held against, marked in each. */
  readonly reference?: number | undefined;
}

/** How high a row is. */
export const ROW = 36;

/** Points with their intervals as rules, one below the other: the name above the rule, the figure at its right. */
export function intervalParts(look: Look, { rows, title, format, reference }: Intervals): ChartObject {
  const values = rows.map((row, place) => ({
    place,
    ...row,
    low: row.low ?? row.value,
    high: row.high ?? row.value,
  }));
  const ends = values.flatMap(({ low, high }) => [low, high]).concat(reference ?? 0, 0);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const x = {
    type: "quantitative",
    scale: { domain: [low, high * 1.04 || 1], nice: false },
    axis: { title, format, tickCount: 5, domain: false },
  };
  const names = look.leastWidth - 44 - LETTER * longest(rows.map(({ told }) => told));
  const text = (align: string, at: ChartObject, field: string, more: ChartObject): ChartObject => ({
    mark: { type: "text", align, dy: -12, fontSize: 11, color: look.theme.text, ...more },
    encoding: { x: at, text: { field, type: "nominal" } },
  });
  const [blue, orange] = look.theme.categories;
  return {
    data: { values: values },
    encoding: { y: { field: "place", type: "ordinal", sort: null, axis: null, scale: { padding: 0 } } },
    layer: [
      ...(reference === undefined
        ? []
        : [
            // A mark a row, because a line from top to bottom would strike the names out.
            {
              mark: { type: "tick", orient: "vertical", color: orange, thickness: 2, size: 12, opacity: 1 },
              encoding: { x: { ...x, datum: reference } },
            },
          ]),
      {
        mark: {
          type: "rule",
          color: blue,
          strokeWidth: 2.5,
          strokeCap: "round",
          tooltip: { signal: "datum.tip" },
        },
        encoding: { x: { ...x, field: "low" }, x2: { field: "high" } },
      },
      {
        mark: {
          type: "point",
          filled: true,
          size: 80,
          color: blue,
          opacity: 1,
          tooltip: { signal: "datum.tip" },
        },
        encoding: { x: { ...x, field: "value" } },
      },
      ...["halo", "text"].flatMap((kind) => {
        const under = kind === "halo" ? { stroke: look.theme.background, strokeWidth: 5 } : {};
        return [
          text("left", { value: 2 }, "name", { limit: Math.max(60, names), ...under }),
          text("right", { value: "width" }, "told", { fontWeight: 600, ...under }),
        ];
      }),
    ],
  };
}

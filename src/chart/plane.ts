import { greatest, least } from "./bands.js";
import { legendOf } from "./frame.js";
import type { Look } from "./options.js";
import type { ChartObject, ChartValue } from "./spec.js";
import { DASHES, SHAPES } from "./theme.js";

/** One direction of a plane. */
export interface PlaneAxis {
  readonly title: string;
  /** Whether distances are those of logarithms, log(1 + value), so that 0 has a place too. */
  readonly isLog: boolean;
  /** Whether values are whole numbers. */
  readonly isWhole: boolean;
}

/** A customer on a plane. */
interface PlanePoint {
  readonly x: number;
  readonly y: number;
  /** The place of the group among the groups; 0 where there are none. */
  readonly group: number;
}

export interface Plane {
  readonly points: readonly PlanePoint[];
  readonly x: PlaneAxis;
  readonly y: PlaneAxis;
  /** The names of the groups, which differ; none where there are no groups. */
  readonly groups: readonly string[];
  readonly groupTitle: string;
}

/**
 * Customers as bubbles: the plane is cut into cells, and a bubble in the middle of each is as large as its customers are
 * many, in the colour and shape of the group that most of them are in.
 */
export function planeParts(look: Look, plane: Plane, more: readonly ChartObject[] = []): ChartObject {
  const { points, groups, groupTitle } = plane;
  const [columns, lines] = look.isNarrow ? [20, 22] : [36, 24];
  const x = openAxis(
    look,
    plane.x,
    points.map((point) => point.x),
    columns,
  );
  const y = openAxis(
    look,
    plane.y,
    points.map((point) => point.y),
    lines,
  );
  const cells = new Map<number, { x: number; y: number; counts: Map<number, number>; customers: number }>();
  for (const point of points) {
    const [i, j] = [x.cellOf(point.x), y.cellOf(point.y)];
    const cell = cells.get(i * lines + j) ?? {
      x: x.middleOf(i),
      y: y.middleOf(j),
      counts: new Map(),
      customers: 0,
    };
    cell.counts.set(point.group, (cell.counts.get(point.group) ?? 0) + 1);
    cell.customers++;
    cells.set(i * lines + j, cell);
  }
  const values = [...cells.values()].map(({ x, y, counts, customers }) => {
    const commonest = [...counts].reduce((a, b) =>
      b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a,
    )[0];
    return { x, y, customers, ...(groups.length > 0 && { group: groups[commonest] }) };
  });
  values.sort((a, b) => b.customers - a.customers || a.x - b.x || a.y - b.y);
  const { measures } = look.texts;
  const sizes = { domain: [0, values[0].customers], range: [0, look.isNarrow ? 160 : 260] };
  const tooltip = [
    ...(groups.length > 0 ? [{ field: "group", type: "nominal", title: groupTitle }] : []),
    { field: "x", type: "quantitative", format: ",.1~f", title: plane.x.title },
    { field: "y", type: "quantitative", format: ",.1~f", title: plane.y.title },
    { field: "customers", type: "quantitative", format: ",d", title: measures.customers },
  ];
  return {
    encoding: {
      x: { field: "x", type: "quantitative", ...x.encoding },
      y: { field: "y", type: "quantitative", ...y.encoding },
    },
    layer: [
      {
        data: { values: values },
        mark: { type: "point", filled: true, opacity: 0.85, color: look.theme.categories[0] },
        encoding: {
          size: {
            field: "customers",
            type: "quantitative",
            scale: sizes,
            legend: legendOf(look, {
              title: measures.customers,
              direction: "horizontal",
              tickCount: 3,
              format: ",d",
              symbolFillColor: look.theme.neutral,
              symbolType: "circle",
            }),
          },
          ...(groups.length > 0 && pointsOf(groupEncoding(look, groups, groupTitle))),
          tooltip,
        },
      },
      ...more,
    ],
  };
}

/** What of it points have: no dash. */
export function pointsOf({ color, shape }: ReturnType<typeof groupEncoding>): ChartObject {
  return { color, shape };
}

/** Colour, shape and dash of each group, no pair of colour and shape twice. */
export function groupEncoding(look: Look, groups: readonly string[], title: string) {
  const { categories } = look.theme;
  const shapes = groups.map((_, i) => SHAPES[(i + Math.floor(i / categories.length) * 3) % SHAPES.length]);
  const colours = groups.map((_, i) => categories[i % categories.length]);
  const legend = look.isNarrow
    ? { title, orient: "bottom", columns: 2, symbolOpacity: 1 }
    : { title, orient: "right", symbolOpacity: 1 };
  const dashes = groups.map((_, i) => DASHES[(i + Math.floor(i / categories.length)) % DASHES.length]);
  const by = (range: readonly ChartValue[]): ChartObject => ({
    field: "group",
    type: "nominal",
    scale: { domain: groups, range },
    legend,
  });
  return { color: by(colours), shape: by(shapes), strokeDash: by(dashes) };
}

function openAxis(
  look: Look,
  { title, isLog, isWhole }: PlaneAxis,
  values: readonly number[],
  cells: number,
) {
  const [low, high] = [least(values), greatest(values)];
  const into = (value: number) => (isLog ? Math.sign(value) * Math.log1p(Math.abs(value)) : value);
  const outOf = (place: number) => (isLog ? Math.sign(place) * Math.expm1(Math.abs(place)) : place);
  const width = (into(high) - into(low)) / cells || 1;
  const cellOf = (value: number) => Math.min(cells - 1, Math.floor((into(value) - into(low)) / width));
  const middleOf = (cell: number) => {
    const middle = outOf(into(low) + (cell + 0.5) * width);
    return isWhole
      ? wholeWithin(middle, outOf(into(low) + cell * width), outOf(into(low) + (cell + 1) * width))
      : round(middle);
  };
  const scale = isLog ? { type: "symlog", constant: 1 } : {};
  const ends = [outOf(into(low) - width / 2), outOf(into(high) + width / 2)].map(round);
  return {
    cellOf,
    middleOf,
    encoding: {
      scale: { ...scale, domain: ends, nice: false, zero: false },
      axis: {
        title,
        format: ",~f",
        ...(isLog ? { values: powers(low, high) } : { tickCount: 5 }),
        ...(look.isNarrow && { labelFontSize: 10 }),
      },
    },
  };
}

/** The whole number nearest to the middle of a cell, where the cell has one. */
function wholeWithin(middle: number, from: number, to: number): number {
  const whole = Math.round(middle);
  return whole >= from - 1e-9 && whole <= to + 1e-9 ? whole : round(middle);
}

const round = (value: number) => Number(value.toPrecision(4));

/** Powers of ten between two values, 0 and negative ones among them where they lie between. */
function powers(low: number, high: number): number[] {
  const most = Math.max(1, Math.ceil(Math.log10(Math.max(1, Math.abs(low), Math.abs(high)))));
  const positive = Array.from({ length: most + 1 }, (_, power) => 10 ** power);
  const all = [...positive.map((value) => -value).reverse(), 0, ...positive];
  return all.filter((value) => value >= low && value <= high && (value !== 0 || low < 1));
}

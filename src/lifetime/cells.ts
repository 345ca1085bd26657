import { powerBelow } from "../core/number.js";
import type { ObservedPurchases } from "./histories.js";

/**
 * Histories in columns, those that are alike counted together. They are sorted, so that sums over them do not depend
 * on the order of the rows, and their times are near 1, so that parameters are too.
 */
export interface Cells {
  readonly length: number;
  readonly x: Int32Array;
  readonly tX: Float64Array;
  readonly T: Float64Array;
  /** How many customers a cell stands for. */
  readonly weights: Float64Array;
  /** Days of one unit of `tX` and `T`: a power of two, so that nothing is rounded. */
  readonly days: number;
}

/** O(n log n). Each pair of times becomes one whole number, as numbers are sorted several times as fast as rows. */
export function gatherCells(histories: readonly ObservedPurchases[]): Cells {
  const tX = rank(columnOf(histories, "tX"));
  const T = rank(columnOf(histories, "T"));
  const times = T.distinct.length;
  for (let i = 0; i < histories.length; i++) tX.ranks[i] = tX.ranks[i] * times + T.ranks[i];
  const { x, values } = sortWithin(columnOf(histories, "x"), tX.ranks);
  const firsts: number[] = [];
  for (let i = 0; i < x.length; i++) {
    if (i === 0 || x[i] !== x[i - 1] || values[i] !== values[i - 1]) firsts.push(i);
  }
  const days = powerBelow(histories.reduce((sum, { T }) => sum + T, 0) / histories.length);
  return {
    length: firsts.length,
    x: Int32Array.from(firsts, (i) => x[i]),
    tX: Float64Array.from(firsts, (i) => tX.distinct[(values[i] - (values[i] % times)) / times] / days),
    T: Float64Array.from(firsts, (i) => T.distinct[values[i] % times] / days),
    weights: Float64Array.from(firsts, (first, cell) => (firsts[cell + 1] ?? x.length) - first),
    days,
  };
}

function columnOf(histories: readonly ObservedPurchases[], figure: keyof ObservedPurchases): Float64Array {
  const column = new Float64Array(histories.length);
  for (let i = 0; i < column.length; i++) column[i] = histories[i][figure];
  return column;
}

/** The different values in order, and the place of each value among them. */
function rank(values: Float64Array): { distinct: Float64Array; ranks: Float64Array } {
  const sorted = values.slice().sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  const places = new Map<number, number>();
  for (let place = 0; place < distinct.length; place++) places.set(distinct[place], place);
  const ranks = new Float64Array(values.length);
  for (let i = 0; i < ranks.length; i++) ranks[i] = Number(places.get(values[i]));
  return { distinct, ranks };
}

/** Sorts by x, a whole number of purchases, and values of the same x by their size. */
function sortWithin(x: Float64Array, values: Float64Array): { x: Int32Array; values: Float64Array } {
  const most = x.reduce((highest, count) => Math.max(highest, count), 0);
  const ends = new Uint32Array(most + 1);
  for (let i = 0; i < x.length; i++) ends[x[i]]++;
  for (let count = 1; count <= most; count++) ends[count] += ends[count - 1];
  const starts = ends.slice();
  const sorted = { x: new Int32Array(x.length), values: new Float64Array(x.length) };
  for (let i = 0; i < x.length; i++) {
    const place = --starts[x[i]];
    sorted.x[place] = x[i];
    sorted.values[place] = values[i];
  }
  for (let count = 0; count <= most; count++) {
    if (ends[count] - starts[count] > 1) sorted.values.subarray(starts[count], ends[count]).sort();
  }
  return sorted;
}

/** Some `most` of the cells, spread evenly over their order. */
export function thinOut(cells: Cells, most: number): Cells {
  const step = Math.ceil(cells.length / most);
  if (step <= 1) return cells;
  const isKept = (_: number, cell: number) => cell % step === 0;
  const weights = cells.weights.filter(isKept);
  return {
    ...cells,
    length: weights.length,
    x: cells.x.filter(isKept),
    tX: cells.tX.filter(isKept),
    T: cells.T.filter(isKept),
    weights,
  };
}

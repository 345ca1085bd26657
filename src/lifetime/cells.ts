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

/** O(n log n). */
export function gatherCells(histories: readonly ObservedPurchases[]): Cells {
  const sorted = Uint32Array.from(histories.keys()).sort((i, j) => compare(histories[i], histories[j]));
  const firsts = sorted.filter(
    (row, i) => i === 0 || compare(histories[sorted[i - 1]], histories[row]) !== 0,
  );
  const days = powerBelow(histories.reduce((sum, { T }) => sum + T, 0) / histories.length);
  const weights = new Float64Array(firsts.length);
  let cell = -1;
  for (const row of sorted) {
    if (row === firsts[cell + 1]) cell++;
    weights[cell]++;
  }
  return {
    length: firsts.length,
    x: Int32Array.from(firsts, (row) => histories[row].x),
    tX: Float64Array.from(firsts, (row) => histories[row].tX / days),
    T: Float64Array.from(firsts, (row) => histories[row].T / days),
    weights,
    days,
  };
}

function compare(a: ObservedPurchases, b: ObservedPurchases): number {
  return a.x - b.x || a.tX - b.tX || a.T - b.T;
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

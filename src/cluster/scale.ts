import { ascending } from "../core/ascending.js";
import { cutPoints } from "../core/quantile.js";
import { ExactSum } from "../core/sum.js";
import type { ClusterScale } from "./model.js";

/** scaled = (value − offset) / factor. */
export interface Scaling {
  readonly offset: number;
  readonly factor: number;
}

/** The scaling of a column; the factor is 0 where there is nothing to scale by. O(n), O(n log n) for quantiles. */
export const SCALING: Readonly<Record<ClusterScale | "none", (column: Float64Array) => Scaling>> = {
  /** Mean and standard deviation, of all n. */
  standard(column) {
    const sum = new ExactSum();
    for (let i = 0; i < column.length; i++) sum.add(column[i]);
    const offset = sum.valueOf() / column.length;
    const { least, greatest } = extentOf(column);
    // Deviations are squared as parts of the largest, so that squares of large numbers stay finite.
    const most = Math.max(greatest - offset, offset - least);
    if (most === 0) return { offset, factor: 0 };
    const squares = new ExactSum();
    for (let i = 0; i < column.length; i++) squares.add(((column[i] - offset) / most) ** 2);
    return { offset, factor: most * Math.sqrt(squares.valueOf() / column.length) };
  },
  /** Median and interquartile range, by type-7 quantiles. */
  robust(column) {
    const [first, second, third] = cutPoints(ascending(column), 4);
    return { offset: second, factor: third - first };
  },
  /** Least value and range. */
  minmax(column) {
    const { least, greatest } = extentOf(column);
    return { offset: least + 0, factor: greatest - least };
  },
  none: () => ({ offset: 0, factor: 1 }),
};

/** The least and the greatest value. */
export function extentOf(column: Float64Array): { readonly least: number; readonly greatest: number } {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < column.length; i++) {
    if (column[i] < least) least = column[i];
    if (column[i] > greatest) greatest = column[i];
  }
  return { least, greatest };
}

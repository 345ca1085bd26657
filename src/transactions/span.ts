import { NO_DAY } from "../core/day.js";
import type { Extent } from "./log-types.js";
import type { Slice } from "./slice.js";

/** The ends of what has been read, on one clock. */
export interface OpenExtent {
  add(clock: Int32Array | Float64Array, slice: Slice): void;
  /** First and last purchase and last row; infinite where there is none. */
  ends(): Ends;
}

export type Ends = readonly [firstPurchase: number, lastPurchase: number, last: number];

/** The ends of nothing. */
export const NO_ENDS: Ends = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];

/** `undefined` where there is no purchase. */
export function extentOf([firstPurchase, lastPurchase, last]: Ends): Extent | undefined {
  return lastPurchase === Number.NEGATIVE_INFINITY ? undefined : { firstPurchase, lastPurchase, last };
}

export function joinEnds(a: Ends, b: Ends): Ends {
  return [Math.min(a[0], b[0]), Math.max(a[1], b[1]), Math.max(a[2], b[2])];
}

export function openExtent(): OpenExtent {
  let ends = NO_ENDS;
  return {
    add(clock, { length, amounts, days }) {
      let [low, high, end] = ends;
      let seen = Number.NaN;
      for (let i = 0; i < length; i++) {
        const point = clock[i];
        if (point === seen || days[i] === NO_DAY) continue;
        if (amounts[i] >= 0) seen = point;
        if (point > end) end = point;
        if (amounts[i] < 0) continue;
        if (point > high) high = point;
        if (point < low) low = point;
      }
      ends = [low, high, end];
    },
    ends: () => ends,
  };
}

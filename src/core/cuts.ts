import { MOST_BINS } from "./bin-counts.js";
import { RfmError } from "./error.js";

/** Cut points in the caller's own units, ascending; a value on a cut point belongs to the lower bin. */
export interface CutPoints {
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
}

/** The score and the value of each dimension. */
export const DIMENSIONS = [
  ["r", "recency"],
  ["f", "frequency"],
  ["m", "monetary"],
] as const;

/** Cut points below a value: its bin, counted from 0. O(log bins). */
export function cutsBelow(cuts: readonly number[], value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Refuses what cannot be cut points. Those of quantiles may coincide. */
export function checkCuts(
  caller: string,
  path: string,
  cuts: unknown,
  { collapsed } = { collapsed: false },
): asserts cuts is readonly number[] {
  const ascends = (cut: unknown, i: number, all: unknown[]) =>
    Number.isFinite(cut) &&
    (i === 0 || (all[i - 1] as number) < (cut as number) || (collapsed && all[i - 1] === cut));
  if (Array.isArray(cuts) && cuts.length < MOST_BINS && Array.from(cuts).every(ascends)) return;
  const expected = "an array of finite numbers in ascending order";
  throw new RfmError({ caller, code: "invalidBins", path, expected, received: cuts });
}

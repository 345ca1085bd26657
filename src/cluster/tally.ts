import { ascending } from "../core/ascending.js";

/** Values that occur, ascending, and how often. Sums over them do not depend on the order of the rows. */
export interface Tally {
  readonly values: Float64Array;
  readonly counts: Float64Array;
  readonly total: number;
}

/** O(n log n). */
export function tallyOf(column: Float64Array): Tally {
  const sorted = ascending(column);
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length);
  let found = 0;
  for (let i = 0; i < sorted.length; i++) {
    // -0 and 0 are one value, whichever of them comes first.
    if (i === 0 || sorted[i] !== sorted[i - 1]) values[found++] = sorted[i] + 0;
    counts[found - 1]++;
  }
  return { values: values.subarray(0, found), counts: counts.subarray(0, found), total: sorted.length };
}

import { cutsBelow } from "../core/cuts.js";
import { RfmError } from "../core/error.js";

/** The bin of each value, counted from 1, and how many bins there are. */
export interface Cut {
  readonly bins: Uint16Array;
  readonly count: number;
}

/**
 * What `pandas.qcut(values, q)` gives, to the last bit of its edges: numpy's quantiles at i · (1 / q), bins closed
 * on the right and the first on both sides. O(n log n).
 *
 * @param duplicates what happens where edges coincide: refused, or dropped, which leaves fewer bins.
 * @param release how the shares i / q are rounded, which differs from release to release.
 */
export function qcut(
  caller: string,
  path: string,
  values: Float64Array,
  q: number,
  duplicates: "raise" | "drop",
  release: PandasRelease = "1.5",
): Cut {
  const all = quantileEdges(values.slice().sort(), q, SHARES[release]);
  const distinct = [...new Set(all)];
  // With a single bin pandas keeps its two edges even where they are equal.
  const edges = q === 1 ? all : distinct;
  if (edges.length < all.length && (duplicates === "raise" || edges.length === 1)) {
    throw collapsed(caller, path, all, duplicates);
  }
  const bins = Uint16Array.from(values, (value) => Math.max(1, cutsBelow(edges, value)));
  return { bins, count: edges.length - 1 };
}

/** Releases of pandas that round alike: 1.5 to 2.1, 2.2 and 2.3, 3. */
export type PandasRelease = "1.5" | "2.2" | "3";

/** i / q as `np.linspace` makes it, and what pandas does to it since. */
const SHARES: Readonly<Record<PandasRelease, (i: number, q: number) => number>> = {
  "1.5": (i, q) => i * (1 / q),
  // By percent and back.
  "2.2": (i, q) => (i * (1 / q) * 100) / 100,
  // The next double up, where the share is not exact.
  "3": (i, q) => {
    const share = i * (1 / q);
    return i === 0 || share * q === i ? share : nextUp(share);
  },
};

/** The least double above one that is above 0. */
function nextUp(value: number): number {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setFloat64(0, value);
  bytes.setBigUint64(0, bytes.getBigUint64(0) + 1n);
  return bytes.getFloat64(0);
}

/** numpy's linear quantiles at 0, 1/q, …, 1. */
function quantileEdges(sorted: Float64Array, q: number, shareOf: (i: number, q: number) => number): number[] {
  return Array.from({ length: q + 1 }, (_, i) => {
    const position = (sorted.length - 1) * (i === q ? 1 : shareOf(i, q));
    const index = Math.floor(position);
    const lower = sorted[index];
    const upper = sorted[Math.min(index + 1, sorted.length - 1)];
    return interpolate(lower, upper, position - index);
  });
}

/** numpy's `_lerp`: counted from the nearer end. */
function interpolate(lower: number, upper: number, share: number): number {
  const distance = upper - lower;
  return share >= 0.5 ? upper - distance * (1 - share) : lower + distance * share;
}

function collapsed(caller: string, path: string, edges: number[], duplicates: "raise" | "drop"): RfmError {
  const expected =
    duplicates === "raise"
      ? "bin edges that differ, as pandas raises an error where they do not"
      : "at least two different values, as pandas finds no bin for one";
  const hint =
    duplicates === "raise" ? 'duplicates: "drop" or ties: "first" is what notebooks do then' : undefined;
  return new RfmError({ caller, code: "collapsedBins", path, expected, received: edges, hint });
}

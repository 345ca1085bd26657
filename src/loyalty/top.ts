import { ascending } from "../core/ascending.js";
import { HEADS } from "../core/heads.js";

/**
 * Who is among the share of customers with the largest values: less than that share have more, so that equal customers are
 * in or out together. O(n log n).
 */
export function topOfShare(values: Float64Array, share: number): Uint8Array {
  const heads = HEADS.ceil(share, values.length);
  if (heads === 0) return new Uint8Array(values.length);
  const least = falling(values)[heads - 1];
  return Uint8Array.from(values, (value) => Number(value >= least));
}

/** Who is among at most so many customers with the largest values; equal ones are in or out together. O(n log n). */
export function topOfCount(values: Float64Array, heads: number): Uint8Array {
  // Whoever has no more than the first one left out is left out.
  const first = heads < values.length ? falling(values)[heads] : Number.NEGATIVE_INFINITY;
  return Uint8Array.from(values, (value) => Number(value > first));
}

const falling = (values: Float64Array) => ascending(values).reverse();

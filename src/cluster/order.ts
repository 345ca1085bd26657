import { comparePoints, type Points } from "./points.js";

/** Points in an order that their values and a seed determine, wherever they stand. */
export interface CanonicalOrder {
  /** The places of all points. Points of the same coordinates follow each other; else the order looks random. */
  readonly places: Uint32Array;
  /** One place for each point that differs from all others, in the same order. */
  readonly distinct: Uint32Array;
}

const MOST_BITS = 22;
/** Up to so many points are sorted by insertion. */
const FEW = 16;

/**
 * Sorts points by a hash of their coordinates, so that samples and sums depend on the customers alone and not on the
 * order of their rows. Where the hashes agree in the bits that choose a bucket, the coordinates decide.
 *
 * Cost: O(n) for points that differ, as a bucket holds about one; O(n log n) at worst.
 */
export function canonicalOrder(points: Points, seed: number): CanonicalOrder {
  const { count } = points;
  const bits = Math.min(Math.ceil(Math.log2(count + 1)), MOST_BITS);
  const buckets = hashPoints(points, seed, bits);
  const ends = new Uint32Array(2 ** bits);
  for (let i = 0; i < count; i++) ends[buckets[i]]++;
  for (let bucket = 1; bucket < ends.length; bucket++) ends[bucket] += ends[bucket - 1];
  const places = new Uint32Array(count);
  const starts = ends.slice();
  for (let i = count - 1; i >= 0; i--) places[--starts[buckets[i]]] = i;

  const distinct = new Uint32Array(count);
  let found = 0;
  for (let bucket = 0, from = 0; bucket < ends.length; from = ends[bucket++]) {
    const to = ends[bucket];
    settle(points, places, from, to);
    for (let i = from; i < to; i++) {
      if (i === from || comparePoints(points, places[i - 1], places[i]) !== 0) distinct[found++] = places[i];
    }
  }
  return { places, distinct: distinct.subarray(0, found) };
}

/** Brings points of one bucket into the order of their coordinates. */
function settle(points: Points, places: Uint32Array, from: number, to: number): void {
  if (to - from > FEW) {
    places.subarray(from, to).sort((a, b) => comparePoints(points, a, b));
    return;
  }
  for (let i = from + 1; i < to; i++) {
    const place = places[i];
    let j = i;
    for (; j > from && comparePoints(points, places[j - 1], place) > 0; j--) places[j] = places[j - 1];
    places[j] = place;
  }
}

/** Some bits of hash a point, by the mixing steps of MurmurHash3 (Appleby, 2011) over the words of its doubles. */
function hashPoints({ values, count, dimensions }: Points, seed: number, bits: number): Uint32Array {
  const words = new Int32Array(values.buffer, values.byteOffset, 2 * values.length);
  const hashes = new Uint32Array(count);
  const perPoint = 2 * dimensions;
  for (let i = 0; i < count; i++) {
    let hash = seed | 0;
    for (let j = i * perPoint; j < (i + 1) * perPoint; j++) {
      const word = Math.imul(words[j], 0xcc9e2d51);
      hash ^= Math.imul((word << 15) | (word >>> 17), 0x1b873593);
      hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
    }
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hashes[i] = (hash ^ (hash >>> 16)) >>> (32 - bits);
  }
  return hashes;
}

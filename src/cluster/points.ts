/** Customers as points: the coordinates of each side by side, in the space in which distances are measured. */
export interface Points {
  readonly values: Float64Array;
  readonly count: number;
  readonly dimensions: number;
}

/** The points at these places, in their order. O(places). */
export function takePoints({ values, dimensions }: Points, places: ArrayLike<number>): Points {
  const taken = new Float64Array(places.length * dimensions);
  for (let i = 0; i < places.length; i++) {
    const from = places[i] * dimensions;
    for (let j = 0; j < dimensions; j++) taken[i * dimensions + j] = values[from + j];
  }
  return { values: taken, count: places.length, dimensions };
}

/** As many places as asked for, at even distances along a list. */
export function everyNth(places: Uint32Array, count: number): Uint32Array {
  if (count >= places.length) return places;
  const step = places.length / count;
  return Uint32Array.from({ length: count }, (_, i) => places[Math.floor((i + 0.5) * step)]);
}

/** The squared Euclidean distance between a point of one array and a point of another. */
export function squaredDistance(
  a: ArrayLike<number>,
  from: number,
  b: ArrayLike<number>,
  to: number,
  dimensions: number,
): number {
  let sum = 0;
  for (let j = 0; j < dimensions; j++) {
    const step = a[from + j] - b[to + j];
    sum += step * step;
  }
  return sum;
}

/** Below, at or above 0 as one point comes before, is the same as, or comes after another, coordinate by coordinate. */
export function comparePoints({ values, dimensions }: Points, a: number, b: number): number {
  for (let j = 0; j < dimensions; j++) {
    const step = values[a * dimensions + j] - values[b * dimensions + j];
    if (step !== 0) return step;
  }
  return 0;
}

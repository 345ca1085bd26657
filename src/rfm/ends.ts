/** What points in time are: days fit into integers of 32 bits, milliseconds do not. */
export type PointKind = "days" | "milliseconds";

/** Where first and last purchase of customers stand: side by side, from `at` on in every `width` of the points. */
export interface Ends {
  readonly points: Int32Array | Float64Array;
  readonly width: number;
  readonly at: number;
  /** What stands there before there is a purchase. */
  readonly none: readonly [first: number, last: number];
}

/** First and last. */
export const ENDS = 2;

/** Days among other integers of the customers. */
export function daysWithin(points: Int32Array, width: number, at: number): Ends {
  return { points, width, at, none: [2 ** 31 - 1, -(2 ** 31)] };
}

/** Milliseconds by themselves. */
export function milliseconds(points: Float64Array): Ends {
  return { points, width: ENDS, at: 0, none: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] };
}

/** Customers from one code to below another have no purchase yet. */
export function clearEnds({ points, width, at, none: [first, last] }: Ends, from: number, to: number): void {
  for (let place = width * from + at; place < width * to; place += width) {
    points[place] = first;
    points[place + 1] = last;
  }
}

export function widen({ points, width, at }: Ends, customer: number, first: number, last: number): void {
  const place = width * customer + at;
  if (first < points[place]) points[place] = first;
  if (last > points[place + 1]) points[place + 1] = last;
}

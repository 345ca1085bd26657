import type { Points } from "./points.js";

/**
 * The coordinates of each group added up without rounding, so that neither the order of the points nor how they moved
 * between groups changes a sum.
 *
 * Each coordinate is split at two grids, both so fine that the whole list adds up within 53 bits of theirs: sums of
 * such multiples are exact. What lies beyond the second grid, some 2⁻⁶⁰ of the largest coordinate, is dropped of
 * every coordinate alike.
 */
export class GroupSums {
  readonly counts: Uint32Array;
  /** The size of the largest coordinate. */
  readonly largest: number;
  readonly #values: Float64Array;
  readonly #dimensions: number;
  readonly #coarse: Float64Array;
  readonly #fine: Float64Array;
  // Adding 1.5 · 2⁵² units and taking them away again rounds to a multiple of the unit.
  readonly #coarseShift: number;
  readonly #fineShift: number;

  constructor({ values, count, dimensions }: Points, groups: number) {
    this.counts = new Uint32Array(groups);
    this.#values = values;
    this.#dimensions = dimensions;
    this.#coarse = new Float64Array(groups * dimensions);
    this.#fine = new Float64Array(groups * dimensions);
    this.largest = largestOf(values);
    const unit = unitFor(this.largest * count);
    this.#coarseShift = 1.5 * 2 ** 52 * unit;
    this.#fineShift = 1.5 * 2 ** 52 * unitFor(unit * count);
  }

  add(point: number, group: number): void {
    this.counts[group]++;
    this.#shift(point, group, 1);
  }

  move(point: number, from: number, to: number): void {
    this.counts[from]--;
    this.counts[to]++;
    this.#shift(point, from, -1);
    this.#shift(point, to, 1);
  }

  /** Writes the mean of each group that has points; leaves the others as they are. */
  writeMeans(centers: Float64Array): void {
    for (let i = 0; i < centers.length; i++) {
      const count = this.counts[Math.floor(i / this.#dimensions)];
      if (count > 0) centers[i] = (this.#coarse[i] + this.#fine[i]) / count + 0;
    }
  }

  #shift(point: number, group: number, sign: 1 | -1): void {
    const from = point * this.#dimensions;
    const to = group * this.#dimensions;
    for (let j = 0; j < this.#dimensions; j++) {
      const value = this.#values[from + j];
      const coarse = value + this.#coarseShift - this.#coarseShift;
      const fine = value - coarse + this.#fineShift - this.#fineShift;
      this.#coarse[to + j] += sign * coarse;
      this.#fine[to + j] += sign * fine;
    }
  }
}

/** The least power of two of which 2⁵¹ make at least this much. */
function unitFor(total: number): number {
  return total === 0 ? 1 : 2 ** (Math.ceil(Math.log2(total)) - 51);
}

function largestOf(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]);
    if (size > most) most = size;
  }
  return most;
}

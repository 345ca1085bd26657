import type { Points } from "./points.js";

/** Distances are right to some 1e-15 of themselves; bounds leave room for a thousand times that. */
export const ROOM = 1e-12;

/** Finds the nearest of centers that may move between the questions. */
export class Seek {
  /** The squared distance to the nearest center, of the point asked about last. */
  squared = 0;
  /** The squared distance to the next center; infinite where there is none. */
  nextSquared = 0;
  readonly #values: Float64Array;
  readonly #dimensions: number;
  readonly #centers: Float64Array;

  constructor({ values, dimensions }: Points, centers: Float64Array) {
    this.#values = values;
    this.#dimensions = dimensions;
    this.#centers = centers;
  }

  /** The group of the nearest center; the first of several at the same distance. O(groups · dimensions). */
  nearest(point: number): number {
    const [values, centers, dimensions] = [this.#values, this.#centers, this.#dimensions];
    const from = point * dimensions;
    let group = 0;
    let near = Number.POSITIVE_INFINITY;
    let next = Number.POSITIVE_INFINITY;
    for (let at = 0, candidate = 0; at < centers.length; candidate++) {
      let squared = 0;
      for (let j = from; j < from + dimensions; j++, at++) {
        const step = values[j] - centers[at];
        squared += step * step;
      }
      if (squared < near) {
        next = near;
        near = squared;
        group = candidate;
      } else if (squared < next) {
        next = squared;
      }
    }
    this.squared = near;
    this.nextSquared = next;
    return group;
  }

  /** By how much the next center is farther than the nearest, at least. */
  gap(): number {
    return Math.sqrt(this.nextSquared) * (1 - ROOM) - Math.sqrt(this.squared) * (1 + ROOM);
  }
}

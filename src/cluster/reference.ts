import type { Random } from "../core/random.js";
import type { Points } from "./points.js";
import { identity, principalAxes } from "./principal.js";

const STEPS = 2 ** 32;

/** A box around points: its axes, and where they begin and how far they reach. */
interface Box {
  readonly axes: Float64Array;
  readonly least: Float64Array;
  readonly ranges: Float64Array;
}

/**
 * Draws points that have no groups: as many as given, spread evenly over a box around them. Of the box along the
 * features and that along the principal axes it is the smaller one, so that neither corners nor features that go
 * together pass for groups.
 *
 * @see Tibshirani, Walther and Hastie (2001), "Estimating the number of clusters in a data set via the gap statistic".
 */
export function openReference(points: Points): (random: Random) => Points {
  const { count, dimensions } = points;
  const [upright, turned] = [identity(dimensions), principalAxes(points)].map((axes) =>
    boxAround(points, axes),
  );
  const { axes, least, ranges } = volumeOf(turned) < volumeOf(upright) ? turned : upright;
  return (random) => {
    const values = new Float64Array(count * dimensions);
    for (let i = 0; i < count; i++) {
      for (let axis = 0; axis < dimensions; axis++) {
        const place = least[axis] + (ranges[axis] * random.below(STEPS)) / STEPS;
        for (let j = 0; j < dimensions; j++)
          values[i * dimensions + j] += place * axes[axis * dimensions + j];
      }
    }
    return { values, count, dimensions };
  };
}

function boxAround({ values, count, dimensions }: Points, axes: Float64Array): Box {
  const least = new Float64Array(dimensions).fill(Number.POSITIVE_INFINITY);
  const greatest = new Float64Array(dimensions).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < count; i++) {
    for (let axis = 0; axis < dimensions; axis++) {
      let place = 0;
      for (let j = 0; j < dimensions; j++) place += values[i * dimensions + j] * axes[axis * dimensions + j];
      least[axis] = Math.min(least[axis], place);
      greatest[axis] = Math.max(greatest[axis], place);
    }
  }
  return { axes, least, ranges: greatest.map((end, axis) => end - least[axis]) };
}

function volumeOf({ ranges }: Box): number {
  return ranges.reduce((volume, range) => volume * range, 1);
}

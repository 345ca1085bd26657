import { ExactSum } from "../core/sum.js";
import { GroupSums } from "./group-sums.js";
import { comparePoints, type Points, squaredDistance } from "./points.js";
import { ROOM, Seek } from "./seek.js";

/** Points in groups, each point in the group of the nearest center, each center the mean of its group. */
export interface Partition {
  readonly labels: Uint16Array;
  /** The coordinates of each center side by side. */
  readonly centers: Float64Array;
  readonly counts: Uint32Array;
  readonly inertia: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Whether every point is nearer to its own center than to any other, and to none as near. */
  readonly settled: boolean;
}

const MOST_ITERATIONS = 10_000;

/**
 * Lloyd's algorithm from given centers until no point moves. A point at the same distance of two centers belongs to
 * the first of them. A group that runs empty takes the point farthest from its own center.
 *
 * Most points are never looked at again: by Hamerly's bounds, a point whose second nearest center is farther than its
 * nearest by a gap stays where it is until the centers have moved by as much in all. Its alarm is the sum of movements
 * at which that can first be; how far they have moved is kept once a group, so that a round reads one number a point.
 *
 * @see Lloyd (1982), "Least squares quantization in PCM"; Hamerly (2010), "Making k-means even faster".
 */
export function polish(points: Points, start: Float64Array): Partition {
  const { count, dimensions } = points;
  const centers = start.slice();
  const groups = centers.length / dimensions;
  const sums = new GroupSums(points, groups);
  const seek = new Seek(points, centers);
  const labels = new Uint16Array(count);
  const alarms = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    labels[i] = seek.nearest(i);
    alarms[i] = seek.gap();
    sums.add(i, labels[i]);
  }
  const moved = new Float64Array(groups);
  const previous = new Float64Array(centers.length);
  let iterations = 1;
  let converged = false;
  while (iterations < MOST_ITERATIONS) {
    previous.set(centers);
    sums.writeMeans(centers);
    fillEmpty(points, centers, labels, sums);
    converged = !addMovements(moved, previous, centers, dimensions);
    if (converged) break;
    for (let i = 0; i < count; i++) {
      const label = labels[i];
      if (moved[label] < alarms[i]) continue;
      const nearest = seek.nearest(i);
      alarms[i] = moved[nearest] + seek.gap();
      if (nearest === label) continue;
      sums.move(i, label, nearest);
      labels[i] = nearest;
    }
    iterations++;
  }
  const settled = alarms.every((alarm, i) => moved[labels[i]] < alarm);
  const inertia = inertiaOf(points, centers, labels);
  return { labels, centers, counts: sums.counts, inertia, iterations, converged, settled };
}

/** Adds to each group how far its own center and the fastest of the others came; whether any has moved. */
function addMovements(
  moved: Float64Array,
  previous: Float64Array,
  centers: Float64Array,
  dimensions: number,
): boolean {
  const steps = Array.from(moved, (_, group) => {
    return Math.sqrt(squaredDistance(previous, group * dimensions, centers, group * dimensions, dimensions));
  });
  const [first = 0, second = 0] = [...steps].sort((a, b) => b - a);
  for (let group = 0; group < moved.length; group++) {
    moved[group] += (steps[group] + (steps[group] === first ? second : first)) * (1 + ROOM);
  }
  return first > 0;
}

/**
 * Puts the center of the first group without points where the farthest point is, if any is farther from its center than
 * sums can tell.
 */
function fillEmpty(points: Points, centers: Float64Array, labels: Uint16Array, sums: GroupSums): void {
  const empty = sums.counts.indexOf(0);
  if (empty === -1) return;
  const { values, count, dimensions } = points;
  let farthest = -1;
  let most = (ROOM * sums.largest) ** 2;
  for (let i = 0; i < count; i++) {
    const squared = squaredDistance(values, i * dimensions, centers, labels[i] * dimensions, dimensions);
    if (squared > most || (squared === most && farthest >= 0 && comparePoints(points, i, farthest) < 0)) {
      most = squared;
      farthest = i;
    }
  }
  if (farthest === -1) return;
  const from = farthest * dimensions;
  centers.set(values.subarray(from, from + dimensions), empty * dimensions);
}

/** Σ squared distances of the points to the centers of their groups. */
export function inertiaOf(
  { values, count, dimensions }: Points,
  centers: Float64Array,
  labels: ArrayLike<number>,
): number {
  const sum = new ExactSum();
  for (let i = 0; i < count; i++)
    sum.add(squaredDistance(values, i * dimensions, centers, labels[i] * dimensions, dimensions));
  return sum.valueOf();
}

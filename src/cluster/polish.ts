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

/** So many points share an alarm: few enough for most blocks to be left alone, many enough for blocks to be few. */
const BLOCK = 64;

/**
 * Lloyd's algorithm from given centers until no point moves. A point at the same distance of two centers belongs to
 * the first of them. A group that runs empty takes the point farthest from its own center.
 *
 * Most points are never looked at again: by Hamerly's bounds, a point whose second nearest center is farther than its
 * nearest by a gap stays where it is until two centers have moved by as much in all. Its alarm is the sum of movements
 * at which that can first be, and a block of points is left alone until the first of its alarms.
 *
 * @see Lloyd (1982), "Least squares quantization in PCM"; Hamerly (2010), "Making k-means even faster".
 */
export function polish(points: Points, start: Float64Array): Partition {
  const { count, dimensions } = points;
  const centers = start.slice();
  const sums = new GroupSums(points, centers.length / dimensions);
  const seek = new Seek(points, centers);
  const labels = new Uint16Array(count);
  const alarms = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    labels[i] = seek.nearest(i);
    alarms[i] = seek.gap();
    sums.add(i, labels[i]);
  }
  const blocks = new Float64Array(Math.ceil(count / BLOCK));
  const previous = new Float64Array(centers.length);
  let moved = 0;
  let iterations = 1;
  let converged = false;
  while (iterations < MOST_ITERATIONS) {
    previous.set(centers);
    sums.writeMeans(centers);
    fillEmpty(points, centers, labels, sums);
    const movement = movementOf(previous, centers, dimensions);
    converged = movement === 0;
    if (converged) break;
    moved += movement;
    for (let block = 0; block < blocks.length; block++) {
      if (moved < blocks[block]) continue;
      const to = Math.min((block + 1) * BLOCK, count);
      let first = Number.POSITIVE_INFINITY;
      for (let i = block * BLOCK; i < to; i++) {
        if (moved >= alarms[i]) {
          const nearest = seek.nearest(i);
          alarms[i] = moved + seek.gap();
          if (nearest !== labels[i]) {
            sums.move(i, labels[i], nearest);
            labels[i] = nearest;
          }
        }
        if (alarms[i] < first) first = alarms[i];
      }
      blocks[block] = first;
    }
    iterations++;
  }
  const settled = alarms.every((alarm) => moved < alarm);
  const inertia = inertiaOf(points, centers, labels);
  return { labels, centers, counts: sums.counts, inertia, iterations, converged, settled };
}

/** How much nearer a center can have come than another one has gone: what the two fastest have moved in all. */
function movementOf(previous: Float64Array, centers: Float64Array, dimensions: number): number {
  let [first, second] = [0, 0];
  for (let at = 0; at < centers.length; at += dimensions) {
    const step = Math.sqrt(squaredDistance(previous, at, centers, at, dimensions));
    if (step > first) [first, second] = [step, first];
    else if (step > second) second = step;
  }
  return (first + second) * (1 + ROOM);
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

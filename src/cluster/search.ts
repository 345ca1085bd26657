import type { Random } from "../core/random.js";
import type { CanonicalOrder } from "./order.js";
import { comparePoints, everyNth, type Points, takePoints } from "./points.js";
import { type Partition, polish } from "./polish.js";
import { seedCenters } from "./starts.js";

/** Customers that starts are looked for among; starts are compared on more. */
const SEEDED = 2_000;
const COMPARED = 20_000;

/** The partition of the least inertia that some k-means++ starts lead to. */
export function search(
  points: Points,
  order: CanonicalOrder,
  groups: number,
  starts: number,
  random: Random,
  seeded = SEEDED,
): Partition {
  const few = sample(points, order, Math.max(seeded, 20 * groups), groups);
  const more = takePoints(points, everyNth(order.places, COMPARED));
  let best: Partition | undefined;
  for (let start = 0; start < starts; start++) {
    const found = polish(more, seedCenters(few, groups, random));
    if (best === undefined || found.inertia < best.inertia) best = found;
  }
  return polish(points, (best as Partition).centers);
}

/** A sample by even distances that holds at least as many different customers as there are to be groups. */
export function sample(
  points: Points,
  { places, distinct }: CanonicalOrder,
  size: number,
  groups: number,
): Points {
  const chosen = everyNth(places, size);
  const different = distinctCount(points, chosen, groups);
  return takePoints(points, different < groups ? everyNth(distinct, size) : chosen);
}

/** Different points among those at these places, in canonical order; no more are counted than wanted. */
function distinctCount(points: Points, places: Uint32Array, wanted: number): number {
  let count = 0;
  for (let i = 0; i < places.length && count < wanted; i++) {
    if (i === 0 || comparePoints(points, places[i - 1], places[i]) !== 0) count++;
  }
  return count;
}

import type { Random } from "../core/random.js";
import { canonicalOrder } from "./order.js";
import type { Points } from "./points.js";
import type { Partition } from "./polish.js";
import { openReference } from "./reference.js";
import { search } from "./search.js";

/** The gap statistic of one number of clusters. */
interface Gap {
  readonly gap: number;
  /** The standard deviation over the B references, times √(1 + 1/B). */
  readonly gapStandardError: number;
}

const REFERENCES = 10;
/** References are fitted from fewer starts on fewer points: only their mean counts. */
const STARTS = 3;
const SEEDED = 250;

/**
 * How much smaller the inertia W of partitions is than that of points without groups in the same box:
 * gap = mean of log W* over the references − log W.
 */
export function gaps(points: Points, partitions: readonly Partition[], random: Random): Gap[] {
  const draw = openReference(points);
  const logs = partitions.map(() => new Float64Array(REFERENCES));
  for (let i = 0; i < REFERENCES; i++) {
    const reference = draw(random);
    const order = canonicalOrder(reference, 0);
    for (const [at, { counts }] of partitions.entries())
      logs[at][i] = Math.log(search(reference, order, counts.length, STARTS, random, SEEDED).inertia);
  }
  return logs.map((values, at) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / REFERENCES;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / REFERENCES;
    const gapStandardError = Math.sqrt(variance * (1 + 1 / REFERENCES));
    return { gap: mean - Math.log(partitions[at].inertia), gapStandardError };
  });
}

import { normalCdf, normalQuantile } from "./normal.js";

/** The two ends of an interval. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

/** The shares of the distribution below the ends of an interval of this level. */
const tails = (level: number): readonly [number, number] => [(1 - level) / 2, (1 + level) / 2];

/** The percentile interval: quantiles of the replicates. */
export function percentileInterval(ascending: Float64Array, level: number): Ends {
  const [low, high] = tails(level);
  return { low: replicateQuantile(ascending, low), high: replicateQuantile(ascending, high) };
}

/** The bias-corrected and accelerated interval (Efron 1987): the percentile interval at other percentiles. */
export function bcaInterval(
  ascending: Float64Array,
  estimate: number,
  acceleration: number,
  level: number,
): Ends {
  let below = 0;
  for (const value of ascending) below += value < estimate ? 1 : value === estimate ? 0.5 : 0;
  // Half a replicate on either side keeps the correction finite.
  const half = 0.5 / ascending.length;
  const bias = normalQuantile(Math.min(Math.max(below / ascending.length, half), 1 - half));
  const [low, high] = tails(level).map((tail) => {
    const shifted = bias + normalQuantile(tail);
    const room = 1 - acceleration * shifted;
    // Where the acceleration leaves no room, the correction has no bound.
    const z = room > 0 ? bias + shifted / room : Math.sign(shifted) * Number.POSITIVE_INFINITY;
    return replicateQuantile(ascending, normalCdf(z));
  });
  return { low, high };
}

/** The studentised interval: estimate − t · standard error, t the quantiles of the replicates' own t. */
export function studentizedInterval(
  ascendingT: Float64Array,
  estimate: number,
  error: number,
  level: number,
): Ends {
  const [low, high] = tails(level);
  if (error === 0) return { low: estimate, high: estimate };
  return {
    low: estimate - error * replicateQuantile(ascendingT, high),
    high: estimate - error * replicateQuantile(ascendingT, low),
  };
}

/** The value at the place p · (n + 1) of n replicates, so that 999 have a 2.5 % point: their 25th. */
function replicateQuantile(ascending: Float64Array, p: number): number {
  const position = Math.min(Math.max(p * (ascending.length + 1) - 1, 0), ascending.length - 1);
  const index = Math.floor(position);
  const [lower, upper] = [ascending[index], ascending[Math.min(index + 1, ascending.length - 1)]];
  return lower === upper || position === index ? lower : lower + (position - index) * (upper - lower);
}

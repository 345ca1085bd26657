import { bcaInterval, type Ends, percentileInterval, studentizedInterval } from "./bootstrap-interval.js";
import { acceleration, jackknifeVariance, leaveOut, shuffled } from "./jackknife.js";
import type { Random } from "./random.js";

/** What is resampled, and how often. */
export interface Sampling<Row> {
  readonly customers: readonly Row[];
  readonly measure: (rows: readonly Row[]) => number;
  readonly random: Random;
  readonly estimate: number;
  readonly replicates: number;
}

/** The statistic of every resample, and the interval they make. */
interface Bootstrapped {
  readonly values: Float64Array;
  readonly ends: Ends;
}

/** Groups of the studentised interval's jackknife: enough for an error, few enough for every resample. */
const GROUPS = 20;
/** BCa leaves out one customer at a time up to this many, and groups of them beyond. */
const MOST_GROUPS = 1000;

/** The ways to make an interval. */
export const METHODS = {
  percentile<Row>(sampling: Sampling<Row>, level: number): Bootstrapped {
    const values = replicate(sampling, sampling.measure).sort();
    return { values, ends: percentileInterval(values, level) };
  },

  bca<Row>(sampling: Sampling<Row>, level: number): Bootstrapped {
    const { customers, measure, random, estimate } = sampling;
    const values = replicate(sampling, measure).sort();
    const groups = Math.min(customers.length, MOST_GROUPS);
    const skew = acceleration(leaveOut(shuffled(customers, random), groups, measure));
    return { values, ends: bcaInterval(values, estimate, skew, level) };
  },

  studentized<Row>(sampling: Sampling<Row>, level: number): Bootstrapped {
    const { customers, measure, random, estimate, replicates } = sampling;
    const groups = Math.min(customers.length, GROUPS);
    const variance = (rows: readonly Row[]) => jackknifeVariance(leaveOut(rows, groups, measure));
    const values = new Float64Array(replicates);
    const studentized = replicate(sampling, (rows, i) => {
      const error = Math.sqrt(variance(rows));
      values[i] = measure(rows);
      return values[i] === estimate ? 0 : (values[i] - estimate) / error;
    });
    // One way to group the customers is as good as another: the mean of several is steadier.
    const variances = Float64Array.from({ length: GROUPS }, () => variance(shuffled(customers, random)));
    const error = Math.sqrt(variances.reduce((sum, one) => sum + one, 0) / GROUPS);
    return { values, ends: studentizedInterval(studentized.sort(), estimate, error, level) };
  },
};

/** What a function gives for lists of as many customers as there are, drawn with replacement. */
function replicate<Row>(
  { customers, random, replicates }: Sampling<Row>,
  measure: (rows: readonly Row[], replicate: number) => number,
): Float64Array {
  const results = new Float64Array(replicates);
  const rows = [...customers];
  for (let i = 0; i < replicates; i++) {
    for (let row = 0; row < rows.length; row++) rows[row] = customers[random.below(customers.length)];
    results[i] = measure(rows, i);
  }
  return results;
}

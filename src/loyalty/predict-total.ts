import type { Ends } from "../core/bootstrap-interval.js";
import { percentileInterval } from "../core/bootstrap-interval.js";
import type { Random } from "../core/random.js";

/**
 * The interval in which the total of so many further customers should lie who are like those of a sample: the sample is drawn
 * anew with replacement, for what is not known of its customers, and from it the further ones, for what becomes of them.
 * O(replicates · (sample + further)).
 */
export function predictTotal(
  sample: Float64Array,
  further: number,
  {
    level,
    replicates,
    random,
  }: { readonly level: number; readonly replicates: number; readonly random: Random },
): Ends {
  const totals = new Float64Array(replicates);
  const drawn = new Float64Array(sample.length);
  for (let i = 0; i < replicates; i++) {
    for (let j = 0; j < drawn.length; j++) drawn[j] = sample[random.below(sample.length)];
    for (let j = 0; j < further; j++) totals[i] += drawn[random.below(drawn.length)];
  }
  return percentileInterval(totals.sort(), level);
}

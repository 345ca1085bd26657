import { fsum } from "d3-array";
import { bcaInterval, type Ends } from "./bootstrap-interval.js";
import type { PermutationTest } from "./count-extremes.js";
import { acceleration } from "./jackknife.js";
import { permutationTest } from "./permutation.js";
import { openRandom, type Random } from "./random.js";

/** The values of two groups, one a customer; neither is empty. */
export interface TwoGroups {
  readonly members: Float64Array;
  readonly rest: Float64Array;
}

/** How {@link compareMeans} resamples. */
export interface ComparisonOptions {
  /** A whole number: the same seed gives the same answer for the same customers in the same order. */
  readonly seed: unknown;
  readonly level: number;
  /** Resamples of the bootstrap, and as many permutations. */
  readonly replicates: number;
}

/** A figure and the interval around it. */
export interface Estimate extends Ends {
  readonly estimate: number;
}

/** A group in two figures. */
export interface GroupMean {
  readonly customers: number;
  readonly mean: number;
}

/** How two means differ, and how sure that is. */
export interface MeanComparison {
  readonly members: GroupMean;
  readonly rest: GroupMean;
  /** Mean of the members / mean of the rest; `null` where the latter, or that of a resample, is not above 0. */
  readonly ratio: Estimate | null;
  /** Mean of the members − mean of the rest. */
  readonly difference: Estimate;
  /** Of the permutation tests that the members' mean is the greater one, and that it is the lesser one. */
  readonly pValue: number;
  readonly pValueLess: PermutationTest["less"];
  readonly permutations: number;
}

/**
 * Compares the means of two groups: bias-corrected and accelerated bootstrap intervals, for which each group is resampled by
 * itself, and a permutation test. One pass of resamples serves both figures. O(replicates · n) time, 32 bytes a replicate.
 *
 * Intervals at 95 % hold the truth some 93 times in 100 where 100 members are held against 400 others and spend is lognormal with
 * σ = 1, 90 times for 30 against 120, and 94 to 95 times for 400 against 1,600: as all intervals of skewed amounts, too seldom.
 *
 * @see Efron and Tibshirani (1993), "An Introduction to the Bootstrap", chapters 8, 14 and 15.
 */
export function compareMeans(
  caller: string,
  groups: TwoGroups,
  { seed, level, replicates }: ComparisonOptions,
): MeanComparison {
  const random = openRandom(caller, seed);
  const { members, rest } = groups;
  const means = [meanOf(members), meanOf(rest)] as const;
  const left = [meansWithoutOne(members), meansWithoutOne(rest)] as const;
  const resampled = resampleMeans(groups, replicates, random);
  const interval = (figure: Figure): Estimate => {
    const estimate = figure(means[0], means[1]);
    const values = resampled[0].map((mean, i) => figure(mean, resampled[1][i]));
    const ofMembers = left[0].map((mean) => figure(mean, means[1]));
    const ofRest = left[1].map((mean) => figure(means[0], mean));
    return { estimate, ...bcaInterval(values.sort(), estimate, acceleration(ofMembers, ofRest), level) };
  };
  // A ratio to nothing is none, and the interval of one that some resamples lack would be of the others alone.
  const hasRatio = means[1] > 0 && resampled[1].every((mean) => mean > 0);
  const { greater, less } = permutationTest(members, rest, { random, permutations: replicates });
  return {
    members: { customers: members.length, mean: means[0] },
    rest: { customers: rest.length, mean: means[1] },
    ratio: hasRatio ? interval((mean, other) => mean / other) : null,
    difference: interval((mean, other) => mean - other),
    pValue: greater,
    pValueLess: less,
    permutations: replicates,
  };
}

type Figure = (mean: number, other: number) => number;

const meanOf = (values: Float64Array): number => fsum(values) / values.length;

/** The mean of a group without each customer in turn, from its sum; one customer alone has nobody to stand in. */
function meansWithoutOne(values: Float64Array): Float64Array {
  if (values.length === 1) return values;
  const sum = fsum(values);
  return values.map((value) => (sum - value) / (values.length - 1));
}

/** The means of both groups in each resample. */
function resampleMeans({ members, rest }: TwoGroups, replicates: number, random: Random) {
  const means = [new Float64Array(replicates), new Float64Array(replicates)] as const;
  const own = [meanOf(members), meanOf(rest)] as const;
  for (let i = 0; i < replicates; i++) {
    means[0][i] = snap(resampledMean(members, random), own[0]);
    means[1][i] = snap(resampledMean(rest, random), own[1]);
  }
  return means;
}

function resampledMean(values: Float64Array, random: Random): number {
  let sum = 0;
  for (let drawn = 0; drawn < values.length; drawn++) sum += values[random.below(values.length)];
  return sum / values.length;
}

/** BCa counts replicates below the estimate and equal to it; a mean that is off by rounding alone is equal. */
function snap(mean: number, own: number): number {
  return Math.abs(mean - own) <= 1e-12 * Math.abs(own) ? own : mean;
}

import { openRandom } from "../core/random.js";
import { ExactSum } from "../core/sum.js";
import { checkWhole } from "../core/whole.js";
import type { ClusterCustomers, NamedCustomers, RfmFeature } from "./features.js";
import type { GroupLabels } from "./labels.js";
import { type Grouped, MEASURE_OPTIONS, type MeasureOptions, readMeasured } from "./measured.js";
import { canonicalOrder } from "./order.js";
import { everyNth, type Points, squaredDistance, takePoints } from "./points.js";

/** How {@link silhouette} measures. */
export interface SilhouetteOptions<F extends string = RfmFeature> extends MeasureOptions<F> {
  /** Up to so many customers are measured all, of more a sample of about as many. Default: 5,000. */
  readonly sample?: number | undefined;
  /** A whole number that decides who is in the sample. Default: 1. */
  readonly seed?: number | undefined;
}

/** How well separated groups are. */
export interface Silhouette<L extends number | string = number | string> {
  /** The mean over all customers, from −1 to 1. */
  readonly silhouette: number;
  /** Whether all customers were measured, and against all others. */
  readonly exact: boolean;
  /** How many customers were measured. */
  readonly measured: number;
  /** Each group by its label: its customers, and the mean over them. */
  readonly groups: readonly { readonly label: L; readonly customers: number; readonly silhouette: number }[];
}

/**
 * The silhouette: how much nearer customers are to their own group than to the next one. That of a customer is
 * (b − a) / max(a, b), where a is the mean Euclidean distance to the others of the own group and b the least mean
 * distance to the customers of another one; 0 for a customer alone in a group. Near 1 groups are apart, near 0 they
 * touch, below 0 customers are in the wrong one.
 *
 * Of more customers than `sample` a part of each group is measured, by its share of all and at least 20, and the
 * groups' means are weighed by their true sizes; `exact` says so.
 *
 * Cost: O(m² · features) for m measured customers, half a second for the default of 5,000 at most.
 *
 * @param labels a group for each customer, a number or a name: those of a model, of segments or of another tool.
 * @param options the space to measure in, as in a fit: by default log and standard scale of the three RFM columns.
 * @throws RfmError on fewer than two groups or no more customers than groups, on labels that do not match the
 * customers, and as `fitClusters` on their values.
 * @see Rousseeuw (1987), "Silhouettes: a graphical aid to the interpretation and validation of cluster analysis".
 * @example
 * ```ts
 * import { silhouette } from "rfm-kit/cluster";
 *
 * const customers = [{ spend: 1 }, { spend: 3 }, { spend: 9 }, { spend: 11 }];
 * const found = silhouette(customers, ["a", "a", "b", "b"], { features: ["spend"], transform: "none", scale: "none" });
 * // The first customer: a = 2, b = (8 + 10) / 2 = 9, so (9 − 2) / 9; the second: (7 − 2) / 7.
 * found.silhouette.toFixed(4); // => "0.7460"
 * found.exact; // => true
 * ```
 */
export function silhouette<const F extends string = RfmFeature, L extends number | string = number | string>(
  customers: ClusterCustomers<NoInfer<F>>,
  labels: ArrayLike<L>,
  options?: SilhouetteOptions<F>,
): Silhouette<L>;
export function silhouette(
  customers: NamedCustomers,
  labels: GroupLabels,
  options: SilhouetteOptions<string> = {},
): Silhouette {
  const measured = readMeasured(CALLER, customers, labels, options, [...MEASURE_OPTIONS, "sample", "seed"]);
  const { sample = SAMPLE, seed = 1 } = options;
  openRandom(CALLER, seed);
  return measureSilhouette(measured, checkWhole(CALLER, "sample", sample, 100, MOST_SAMPLED), seed);
}

const CALLER = "silhouette";
/** So many customers are measured unless told otherwise. */
export const SAMPLE = 5_000;
const MOST_SAMPLED = 50_000;
const FEWEST_A_GROUP = 20;

/** The silhouette of groups that are coded; its sums run in canonical order. */
export function measureSilhouette({ points, labels }: Grouped, sample: number, seed: number): Silhouette {
  const { codes, counts, names } = labels;
  const byGroup = names.map((_, group) => new Uint32Array(counts[group]));
  const filled = new Uint32Array(names.length);
  for (const place of canonicalOrder(points, seed).places) {
    const group = codes[place];
    byGroup[group][filled[group]++] = place;
  }
  const exact = points.count <= sample;
  const chosen = byGroup.map((places) => {
    const quota = Math.max(FEWEST_A_GROUP, Math.round((sample * places.length) / points.count));
    return exact ? places : everyNth(places, quota);
  });
  const means = groupMeans(chosen.map((places) => takePoints(points, places)));
  const total = new ExactSum();
  const groups = names.map((label, group) => {
    total.add(means[group] * counts[group]);
    return { label, customers: counts[group], silhouette: means[group] };
  });
  const measured = chosen.reduce((sum, places) => sum + places.length, 0);
  return { silhouette: total.valueOf() / points.count, exact, measured, groups };
}

/** The mean silhouette of each group. */
function groupMeans(groups: readonly Points[]): number[] {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  // Row i has the sums of the distances from customer i to each group.
  const sums = new Float64Array(count * groups.length);
  const starts = groups.map((_, g) => groups.slice(0, g).reduce((sum, group) => sum + group.count, 0));
  for (let a = 0; a < groups.length; a++) {
    for (let b = a; b < groups.length; b++) addDistances(sums, groups, starts, a, b);
  }
  return groups.map((group, own) => {
    const total = new ExactSum();
    for (let i = 0; i < group.count; i++) {
      const row = (starts[own] + i) * groups.length;
      total.add(silhouetteOf(sums.subarray(row, row + groups.length), groups, own));
    }
    return total.valueOf() / group.count;
  });
}

/** Adds the distances between two groups, or within one, to the sums of the customers at both ends. */
function addDistances(
  sums: Float64Array,
  groups: readonly Points[],
  starts: readonly number[],
  a: number,
  b: number,
): void {
  const [from, to] = [groups[a], groups[b]];
  const { dimensions } = from;
  for (let i = 0; i < from.count; i++) {
    let sum = 0;
    for (let j = a === b ? i + 1 : 0; j < to.count; j++) {
      const squared = squaredDistance(from.values, i * dimensions, to.values, j * dimensions, dimensions);
      const distance = Math.sqrt(squared);
      sum += distance;
      sums[(starts[b] + j) * groups.length + a] += distance;
    }
    sums[(starts[a] + i) * groups.length + b] += sum;
  }
}

function silhouetteOf(sums: Float64Array, groups: readonly Points[], own: number): number {
  if (groups[own].count === 1) return 0;
  const within = sums[own] / (groups[own].count - 1);
  let next = Number.POSITIVE_INFINITY;
  for (let g = 0; g < groups.length; g++) {
    if (g !== own) next = Math.min(next, sums[g] / groups[g].count);
  }
  const larger = Math.max(within, next);
  return larger === 0 ? 0 : (next - within) / larger;
}

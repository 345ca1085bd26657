import type { Bins } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { checkModel, deepFreeze } from "../core/model.js";
import { checkOptions } from "../core/options.js";
import { cutPoints } from "../core/quantile.js";
import { readValues } from "../core/values.js";

/** A customer that can be scored: any row with these three columns. */
export interface RfmValues {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** How many scores: one number for all three dimensions, or each its own; 5 where nothing is said. */
export type BinsOption = number | Partial<Bins>;

/** The bins of a {@link BinsOption}, in the types. */
export type BinsOf<B> = B extends number
  ? { readonly r: B; readonly f: B; readonly m: B }
  : { readonly r: BinOf<B, "r">; readonly f: BinOf<B, "f">; readonly m: BinOf<B, "m"> };

type BinOf<B, K extends string> = B extends { readonly [P in K]: infer N extends number } ? N : 5;

/** Cut points in the caller's own units, ascending; a value on a cut point belongs to the lower bin. */
export interface CutPoints {
  readonly recency: readonly number[];
  readonly frequency: readonly number[];
  readonly monetary: readonly number[];
}

/**
 * A frozen ruler: the cut points that turn recency, frequency and monetary value into scores, and how well
 * they divided the customers they were fitted to. Plain JSON; fit it once and apply it to every later month.
 */
export interface ScoreModel<B extends Bins = Bins> {
  readonly kind: "scoreModel";
  readonly version: 1;
  readonly bins: B;
  readonly cuts: CutPoints;
  /** Customers it was fitted to. */
  readonly customers: number;
  /** Customers with score 1, 2, … of each dimension: ties make bins unequal, and some of them empty. */
  readonly sizes: {
    readonly r: readonly number[];
    readonly f: readonly number[];
    readonly m: readonly number[];
  };
  /** Customers a bin would hold were there no ties: customers / bins; `null` for custom cut points. */
  readonly nominal: { readonly r: number | null; readonly f: number | null; readonly m: number | null };
}

/** How {@link fitScores} divides the customers. */
export interface FitOptions<B extends BinsOption = BinsOption> {
  /** Scores a dimension, 1 to 1,000. Default: 5. */
  readonly bins?: B;
  /** Custom cut points, b − 1 of them for b bins; the other dimensions are cut by quantiles. */
  readonly cuts?: Partial<CutPoints>;
}

/** The score and the value of each dimension. */
const DIMENSIONS = [
  ["r", "recency"],
  ["f", "frequency"],
  ["m", "monetary"],
] as const;

const HEAD = { kind: "scoreModel", version: 1 } as const;
const MOST_BINS = 1000;

/**
 * Fits the cut points of recency, frequency and monetary scores: the type-7 quantiles at 1/b, 2/b, …,
 * (b − 1)/b of the customers given, the same as R, numpy, pandas and d3 compute, free of their rounding.
 *
 * Equal values always score equally. Where many customers share a value, cut points coincide and the scores
 * between them stay empty: `sizes` tells how many customers each score really holds.
 *
 * Cost: O(n log n).
 *
 * @param customers rows with `recency`, `frequency` and `monetary`.
 * @returns a frozen, JSON-safe model.
 * @throws RfmError on no customers, on a value that is not a finite number, on bins or cut points that
 * cannot be.
 * @see Hyndman and Fan (1996), "Sample Quantiles in Statistical Packages", definition 7.
 * @example
 * ```ts
 * import { fitScores } from "rfm-kit";
 *
 * const customers = [1, 1, 1, 1, 1, 1, 2, 2, 3, 5].map((frequency, i) => {
 *   return { recency: i, frequency, monetary: 10 * i };
 * });
 * const model = fitScores(customers, { bins: 5 });
 * model.cuts.frequency; // => [1, 1, 1.4, 2.2]
 * model.sizes.f; // => [6, 0, 0, 2, 2]
 * model.nominal.f; // => 2
 * ```
 */
export function fitScores<const B extends BinsOption = 5>(
  customers: readonly RfmValues[],
  options: FitOptions<B> = {},
): ScoreModel<BinsOf<B>> {
  return fitRuler("fitScores", customers, options) as ScoreModel<Bins> as ScoreModel<BinsOf<B>>;
}

/** As {@link fitScores}, on behalf of another function. */
export function fitRuler(caller: string, customers: readonly RfmValues[], options: FitOptions): ScoreModel {
  const plan = readPlan(caller, options);
  const values = DIMENSIONS.map(([, column]) => readValues(caller, customers, column).sort());
  if (customers.length === 0) {
    throw new RfmError({
      caller,
      code: "emptyPopulation",
      path: "customers",
      expected: "at least one customer",
    });
  }
  const cuts = plan.map(({ bins, cuts }, i) => cuts ?? cutPoints(values[i], bins));
  const [r, f, m] = cuts.map((points, i) => binSizes(values[i], points));
  const [nominalR, nominalF, nominalM] = plan.map(({ bins, cuts }) =>
    cuts ? null : customers.length / bins,
  );
  return deepFreeze({
    ...HEAD,
    bins: { r: plan[0].bins, f: plan[1].bins, m: plan[2].bins },
    cuts: { recency: cuts[0], frequency: cuts[1], monetary: cuts[2] },
    customers: customers.length,
    sizes: { r: r.reverse(), f, m },
    nominal: { r: nominalR, f: nominalF, m: nominalM },
  });
}

/** How one dimension is to be cut: into bins, or at given points. */
interface DimensionPlan {
  readonly bins: number;
  readonly cuts: readonly number[] | undefined;
}

/** Reads the options of a fit: a plan for each of {@link DIMENSIONS}. */
export function readPlan(caller: string, options: FitOptions): DimensionPlan[] {
  checkOptions(caller, options, ["bins", "cuts"]);
  const { bins = 5, cuts = {} } = options;
  const asked = readBins(caller, bins);
  checkOptions(caller, cuts, ["recency", "frequency", "monetary"], "cuts");
  return DIMENSIONS.map(([score, column]) => {
    const given = cuts[column];
    if (given === undefined) return { bins: asked[score] ?? 5, cuts: undefined };
    checkCuts(caller, `cuts.${column}`, given);
    const wanted = options.bins === undefined ? undefined : asked[score];
    if (wanted !== undefined && wanted !== given.length + 1) {
      const expected = `${wanted - 1} cut points for ${wanted} bins`;
      throw new RfmError({
        caller,
        code: "invalidBins",
        path: `cuts.${column}`,
        expected,
        received: given.length,
      });
    }
    return { bins: given.length + 1, cuts: [...given] };
  });
}

/** Refuses what is not a score model of this version, or has been damaged since. */
export function checkScoreModel(caller: string, model: ScoreModel): void {
  checkModel(caller, "model", model, HEAD);
  for (const [score, column] of DIMENSIONS) {
    const cuts = model.cuts?.[column];
    checkCuts(caller, `model.cuts.${column}`, cuts, { collapsed: true });
    if (cuts.length + 1 === model.bins?.[score]) continue;
    const expected = `${cuts.length + 1}, as it has ${cuts.length} cut points`;
    const received = model.bins?.[score];
    throw new RfmError({ caller, code: "invalidBins", path: `model.bins.${score}`, expected, received });
  }
}

/** Cut points below a value: its bin, counted from 0. O(bins). */
export function cutsBelow(cuts: readonly number[], value: number): number {
  let below = 0;
  while (below < cuts.length && cuts[below] < value) below++;
  return below;
}

function binSizes(sorted: Float64Array, cuts: readonly number[]): number[] {
  const sizes = new Array<number>(cuts.length + 1).fill(0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < cuts.length && cuts[bin] < value) bin++;
    sizes[bin]++;
  }
  return sizes;
}

function readBins(caller: string, bins: BinsOption): Partial<Bins> {
  const each = typeof bins === "number" ? { r: bins, f: bins, m: bins } : bins;
  checkOptions(caller, each, ["r", "f", "m"], "bins");
  for (const [score, count] of Object.entries(each)) {
    if (count === undefined) continue;
    if (Number.isInteger(count) && count >= 1 && count <= MOST_BINS) continue;
    const path = typeof bins === "number" ? "bins" : `bins.${score}`;
    const expected = `a whole number from 1 to ${MOST_BINS}`;
    throw new RfmError({ caller, code: "invalidBins", path, expected, received: count });
  }
  return each;
}

function checkCuts(
  caller: string,
  path: string,
  cuts: unknown,
  { collapsed } = { collapsed: false },
): asserts cuts is readonly number[] {
  const ascends = (cut: unknown, i: number, all: unknown[]) =>
    Number.isFinite(cut) &&
    (i === 0 || (all[i - 1] as number) < (cut as number) || (collapsed && all[i - 1] === cut));
  if (Array.isArray(cuts) && cuts.length < MOST_BINS && cuts.every(ascends)) return;
  const expected = "an array of finite numbers in ascending order";
  throw new RfmError({ caller, code: "invalidBins", path, expected, received: cuts });
}

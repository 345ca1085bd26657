import type { Bins } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { checkModel, deepFreeze } from "../core/model.js";
import { cutPoints } from "../core/quantile.js";
import { readValues } from "../core/values.js";
import { type CutPoints, checkCuts, DIMENSIONS } from "./cuts.js";
import {
  type BinsOf,
  type BinsOption,
  type CutsOption,
  type FitOptions,
  type NoCuts,
  readPlan,
} from "./fit-options.js";

/** A customer that can be scored: a row with these three columns. */
export interface RfmValues {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
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

const HEAD = { kind: "scoreModel", version: 1 } as const;
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
export function fitScores<const B extends BinsOption = 5, const C extends CutsOption = NoCuts>(
  customers: readonly RfmValues[],
  options?: FitOptions<B, C>,
): ScoreModel<BinsOf<B, C>>;
export function fitScores(customers: readonly RfmValues[], options: FitOptions = {}): ScoreModel {
  return fitRuler("fitScores", customers, options);
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

function binSizes(sorted: Float64Array, cuts: readonly number[]): number[] {
  const sizes = new Array<number>(cuts.length + 1).fill(0);
  let bin = 0;
  for (const value of sorted) {
    while (bin < cuts.length && cuts[bin] < value) bin++;
    sizes[bin]++;
  }
  return sizes;
}

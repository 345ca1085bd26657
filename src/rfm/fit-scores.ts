import { ascending } from "../core/ascending.js";
import { DIMENSIONS } from "../core/cuts.js";
import { RfmError } from "../core/error.js";
import { deepFreeze } from "../core/model.js";
import { cutPoints } from "../core/quantile.js";
import { SCORE_MODEL_HEAD, type ScoreModel } from "../core/score-model.js";
import { type Customers, type RfmColumns, readColumns } from "./columns.js";
import {
  type BinsOf,
  type BinsOption,
  type CutsOption,
  type DimensionPlan,
  type FitOptions,
  type NoCuts,
  planBins,
  readPlan,
} from "./fit-options.js";

/**
 * Fits the cut points of recency, frequency and monetary scores: the type-7 quantiles at 1/b, 2/b, …,
 * (b − 1)/b of the customers given, the same as R, numpy, pandas and d3 compute, free of their rounding.
 *
 * Equal values always score equally. Where many customers share a value, cut points coincide and the scores
 * between them stay empty: `sizes` tells how many customers each score really holds.
 *
 * Cost: O(n log n).
 *
 * @param customers rows with `recency`, `frequency` and `monetary`, or these as columns.
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
  customers: Customers,
  options?: FitOptions<B, C>,
): ScoreModel<BinsOf<B, C>>;
export function fitScores(customers: Customers, options: FitOptions = {}): ScoreModel {
  const caller = "fitScores";
  const plan = readPlan(caller, options);
  return fitRuler(caller, readColumns(caller, customers), plan);
}

/** The ruler of these customers, cut as planned; refuses an empty list. */
export function fitRuler(caller: string, columns: RfmColumns, plan: readonly DimensionPlan[]): ScoreModel {
  const customers = columns.recency.length;
  if (customers === 0) {
    const expected = "at least one customer";
    throw new RfmError({ caller, code: "emptyPopulation", path: "customers", expected });
  }
  const values = DIMENSIONS.map(([, column]) => ascending(columns[column]));
  const cuts = plan.map(({ bins, cuts }, i) => cuts ?? cutPoints(values[i], bins));
  const [r, f, m] = cuts.map((points, i) => binSizes(values[i], points));
  const [nominalR, nominalF, nominalM] = plan.map(({ bins, cuts }) => (cuts ? null : customers / bins));
  return deepFreeze({
    ...SCORE_MODEL_HEAD,
    bins: planBins(plan),
    cuts: { recency: cuts[0], frequency: cuts[1], monetary: cuts[2] },
    customers,
    sizes: { r: r.reverse(), f, m },
    nominal: { r: nominalR, f: nominalF, m: nominalM },
  });
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

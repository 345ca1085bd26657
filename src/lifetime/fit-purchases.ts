import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { type Cells, gatherCells, thinOut } from "./cells.js";
import { readDaysPerUnit } from "./days-per-unit.js";
import { estimate, named, standardErrors } from "./estimate.js";
import { checkHistories, type ObservedPurchases } from "./histories.js";
import { nbdLikelihood } from "./nbd-likelihood.js";
import type { Slope } from "./slope.js";

/** How a model of purchases is fitted. */
export interface PurchaseFitOptions {
  /**
   * The days of the unit of time in which the model is stated: 7 for weeks, as most publications have it. Forecasts do
   * not depend on it. Default: 1.
   */
  readonly daysPerUnit?: number | undefined;
}

/** A kind of model of purchases. */
interface Family<Kind extends string, Name extends string> {
  readonly kind: Kind;
  readonly names: readonly Name[];
  /** The parameters that are times. */
  readonly times: readonly Name[];
  /** In units of about the mean T. */
  readonly starts: readonly (readonly number[])[];
  readonly likelihood: (cells: Cells, parameters: Float64Array) => Slope;
}

/** Cells on which every start is tried. */
const SAMPLE = 4000;
/** χ²(1)'s 90 % point: at no dropout, half of the samples rise above nothing at all, so 5 % rise above this. */
const RISE = 2.705543454;

const NBD = {
  names: ["r", "alpha"],
  starts: [
    [0.5, 0.25],
    [2, 1],
    [0.1, 0.05],
  ],
  likelihood: nbdLikelihood,
} as const;

/** Fits a model of purchases, and holds it against one in which nobody leaves. */
export function fitPurchases<Kind extends string, Name extends string>(
  caller: string,
  histories: readonly ObservedPurchases[],
  options: PurchaseFitOptions,
  { kind, names, times, starts, likelihood }: Family<Kind, Name>,
) {
  checkOptions(caller, options, ["daysPerUnit"]);
  const daysPerUnit = readDaysPerUnit(caller, options.daysPerUnit);
  checkHistories(caller, histories);
  refuseFew(caller, histories);
  const data = gatherCells(histories);
  const sample = thinOut(data, SAMPLE);
  const found = estimate({ names, starts, likelihood, data, sample });
  const still = estimate({ ...NBD, data, sample });
  const unit = data.days / daysPerUnit;
  const scales = names.map((name) => (times.includes(name) ? unit : 1));
  const parameters = found.parameters.map((value, i) => value * scales[i]);
  const errors = standardErrors(parameters, found.covariance);
  const reason = found.value - still.value < RISE / 2 ? noDropout(found.fault) : found.fault;
  const purchases = histories.reduce((sum, { x }) => sum + x, 0);
  return {
    kind,
    version: 1,
    daysPerUnit,
    parameters: named(names, parameters),
    standardErrors: errors && named(names, errors),
    covariance: found.covariance,
    logLikelihood: found.value - purchases * Math.log(unit),
    noDropoutLogLikelihood: still.value - purchases * Math.log(unit),
    customers: histories.length,
    identified: reason === null,
    reason,
  } as const;
}

function noDropout(fault: string | null): string {
  const finding = "a model in which nobody ever leaves fits as well, so the data do not say who has left";
  return fault === null ? finding : `${finding}; ${fault}`;
}

/** Refuses histories of which nothing can be learnt. */
function refuseFew(caller: string, histories: readonly ObservedPurchases[]): void {
  const refusal = { caller, code: "emptyPopulation", path: "histories" } as const;
  if (histories.length < 2) {
    const expected = "at least two customers, as one does not tell how customers differ";
    throw new RfmError({ ...refusal, expected, received: histories });
  }
  if (histories.every(({ x }) => x === 0)) {
    const expected = "a customer with a repeat purchase, as x is 0 everywhere";
    throw new RfmError({ ...refusal, expected });
  }
}

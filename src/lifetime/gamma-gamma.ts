import { RfmError } from "../core/error.js";
import { deepFreeze } from "../core/model.js";
import { powerBelow } from "../core/number.js";
import { estimate, named, standardErrors } from "./estimate.js";
import { gammaGammaLikelihood, type SpendCells } from "./gamma-gamma-likelihood.js";
import { checkSpends, type ObservedSpend } from "./histories.js";
import { GAMMA_GAMMA, type GammaGammaModel } from "./model.js";

const STARTS = [
  [1, 2, 1],
  [5, 4, 0.5],
  [2, 1.2, 0.2],
  [0.3, 3, 5],
];
const SAMPLE = 4000;

/**
 * Fits the Gamma-Gamma model of spend, by maximum likelihood: what a customer spends on a purchase is gamma distributed with
 * shape p and a rate ν of the customer's own, which differs between customers as a gamma distribution does (shape q, rate
 * v). Of one customer with x purchases of mean spend z,
 *
 * L = Γ(px + q) / (Γ(px) Γ(q)) · v^q z^(px − 1) x^(px) / (xz + v)^(px + q).
 *
 * The model takes spend and frequency as unrelated: look at their correlation first. Customers without a repeat purchase say
 * nothing here, nor do those whose mean spend is 0, which the model cannot have: `customers` counts the others.
 *
 * Cost: O(n log n), some 40 passes over at most 4,000 customers and a few over all.
 *
 * @param histories rows of {@link purchaseHistories}.
 * @returns a frozen, JSON-safe model; p and q have no unit, v that of the spend.
 * @throws RfmError on a negative spend, and on fewer than two customers with repeat purchases whose mean spend differs.
 * @see Fader and Hardie (2013), "The Gamma-Gamma Model of Monetary Value", note 025 on brucehardie.com.
 * @example
 * ```ts
 * import { fitGammaGamma } from "rfm-kit/lifetime";
 *
 * const model = fitGammaGamma([
 *   { x: 4, meanSpend: 10 },
 *   { x: 2, meanSpend: 14 },
 *   { x: 9, meanSpend: 50 },
 *   { x: 0, meanSpend: null },
 * ]);
 * model.customers; // => 3
 * ```
 */
export function fitGammaGamma(histories: readonly ObservedSpend[]): GammaGammaModel {
  const caller = "fitGammaGamma";
  checkSpends(caller, histories);
  const spenders = histories.filter(({ x, meanSpend }) => x > 0 && meanSpend !== null && meanSpend > 0);
  refuseAlike(caller, spenders);
  const data = gatherSpends(spenders);
  const { unit } = data;
  const found = estimate({
    names: GAMMA_GAMMA,
    starts: STARTS,
    likelihood: gammaGammaLikelihood,
    data,
    sample: thinOut(data),
  });
  const [p, q, v] = found.parameters;
  const parameters = [p, q, v * unit];
  const errors = standardErrors(parameters, found.covariance);
  return deepFreeze({
    kind: "gammaGammaModel",
    version: 1,
    parameters: named(GAMMA_GAMMA, parameters),
    standardErrors: errors && named(GAMMA_GAMMA, errors),
    covariance: found.covariance,
    logLikelihood: found.value - spenders.length * Math.log(unit),
    customers: spenders.length,
    identified: found.fault === null,
    reason: found.fault,
  });
}

/** Sorted, so that the order of the rows changes nothing, and in a unit near the median: a power of two, which rounds nothing. */
function gatherSpends(spenders: readonly ObservedSpend[]): SpendCells & { readonly unit: number } {
  const spends = Float64Array.from(spenders, ({ meanSpend }) => Number(meanSpend)).sort();
  const unit = powerBelow(spends[spends.length >> 1]);
  const sorted = spenders
    .map(({ x, meanSpend }) => ({ x, spend: Number(meanSpend) / unit }))
    .sort((a, b) => a.x - b.x || a.spend - b.spend);
  return {
    length: sorted.length,
    x: Float64Array.from(sorted, ({ x }) => x),
    spend: Float64Array.from(sorted, ({ spend }) => spend),
    unit,
  };
}

function thinOut(cells: SpendCells): SpendCells {
  const step = Math.ceil(cells.length / SAMPLE);
  if (step <= 1) return cells;
  const isKept = (_: number, cell: number) => cell % step === 0;
  const x = cells.x.filter(isKept);
  return { length: x.length, x, spend: cells.spend.filter(isKept) };
}

function refuseAlike(caller: string, spenders: readonly ObservedSpend[]): void {
  if (spenders.some(({ meanSpend }) => meanSpend !== spenders[0].meanSpend)) return;
  const refusal = { caller, code: "emptyPopulation", path: "histories" } as const;
  const expected = "at least two customers with repeat purchases and a mean spend above 0 that differs";
  throw new RfmError({ ...refusal, expected, received: spenders });
}

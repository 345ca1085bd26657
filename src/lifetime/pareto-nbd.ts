import { deepFreeze } from "../core/model.js";
import { fitPurchases, type PurchaseFitOptions } from "./fit-purchases.js";
import type { ObservedPurchases } from "./histories.js";
import { PARETO_NBD, type ParetoNbdModel } from "./model.js";
import { paretoNbdLikelihood } from "./pareto-nbd-likelihood.js";

const FAMILY = {
  kind: "paretoNbdModel",
  names: PARETO_NBD,
  times: ["alpha", "beta"],
  starts: [
    [0.5, 0.25, 0.5, 0.3],
    [1, 1, 1, 1],
    [0.1, 0.05, 0.2, 0.05],
    [3, 1, 2, 3],
  ],
  likelihood: paretoNbdLikelihood,
} as const;

/**
 * Fits the Pareto/NBD model, by maximum likelihood: customers buy at a rate λ of their own, which differs between them as a
 * gamma distribution does (shape r, rate alpha), and leave for good after a time that is exponential with a rate μ of
 * their own, which differs as a gamma distribution does (shape s, rate beta). Of one customer,
 *
 * L = Γ(r + x) α^r β^s / Γ(r) · ( (α + T)^−(r + x) (β + T)^−s + s ∫ (α + τ)^−(r + x) (β + τ)^−(s + 1) dτ ), τ from tX to T.
 *
 * Customers may leave at any time here, those who never bought again among them; {@link fitBgNbd} has them leave after a
 * purchase only, and takes a tenth of the time. Where the data do not say who has left, `identified` is `false` and
 * `reason` says why.
 *
 * Cost: as {@link fitBgNbd}, with the integral by 24 points for each of the histories.
 *
 * @param histories rows of {@link purchaseHistories}; `customerId` and `meanSpend` are not needed.
 * @returns a frozen, JSON-safe model; the order of the rows does not change it.
 * @throws RfmError as {@link fitBgNbd}.
 * @see Schmittlein, Morrison and Colombo (1987), "Counting Your Customers: Who Are They and What Will They Do Next?",
 * Management Science 33 (1); Fader and Hardie (2005), "A Note on Deriving the Pareto/NBD Model and Related Expressions".
 * @example
 * ```ts
 * import { fitParetoNbd } from "rfm-kit/lifetime";
 *
 * const model = fitParetoNbd([
 *   { x: 3, tX: 50, T: 60 },
 *   { x: 1, tX: 5, T: 60 },
 *   { x: 0, tX: 0, T: 60 },
 * ]);
 * model.identified; // => false
 * ```
 */
export function fitParetoNbd(
  histories: readonly ObservedPurchases[],
  options: PurchaseFitOptions = {},
): ParetoNbdModel {
  return deepFreeze(fitPurchases("fitParetoNbd", histories, options, FAMILY));
}

import { deepFreeze } from "../core/model.js";
import { bgNbdLikelihood } from "./bg-nbd-likelihood.js";
import { fitPurchases, type PurchaseFitOptions } from "./fit-purchases.js";
import type { ObservedPurchases } from "./histories.js";
import { BG_NBD, type BgNbdModel } from "./model.js";

const FAMILY = {
  kind: "bgNbdModel",
  names: BG_NBD,
  times: ["alpha"],
  starts: [
    [0.5, 0.25, 1, 2],
    [1, 1, 0.1, 1],
    [0.1, 0.05, 0.5, 4],
    [3, 1, 2, 2],
  ],
  likelihood: bgNbdLikelihood,
} as const;

/**
 * Fits the BG/NBD model, by maximum likelihood: customers buy at a rate λ of their own, which differs between them as a
 * gamma distribution does (shape r, rate alpha), and leave for good after a purchase with a probability p of their own,
 * which differs as a beta distribution does (a, b). Of one customer,
 *
 * L = B(a, b + x) / B(a, b) · Γ(r + x) α^r / Γ(r) · ( (α + T)^−(r + x) + [x > 0] a / (b + x − 1) · (α + tX)^−(r + x) ).
 *
 * Whoever never bought again has not left in this model. Where the data do not say who has left, `identified` is `false`
 * and `reason` says why; {@link forecastCustomers} then withholds P(alive).
 *
 * Cost: O(n log n) to bring like histories together, then some 30 passes over at most 4,000 of them and a few over all.
 *
 * @param histories rows of {@link purchaseHistories}; `customerId` and `meanSpend` are not needed.
 * @returns a frozen, JSON-safe model; the order of the rows does not change it.
 * @throws RfmError on fewer than two customers, on none with a repeat purchase, and on a history that cannot be: an x that
 * is no whole number, a tX after T, a tX without repeat purchase.
 * @see Fader, Hardie and Lee (2005), "“Counting Your Customers” the Easy Way", Marketing Science 24 (2).
 * @example
 * ```ts
 * import { fitBgNbd } from "rfm-kit/lifetime";
 *
 * const model = fitBgNbd([
 *   { x: 3, tX: 50, T: 60 },
 *   { x: 1, tX: 5, T: 60 },
 *   { x: 0, tX: 0, T: 60 },
 * ]);
 * model.identified; // => false
 * model.reason?.split(",")[0]; // => "a model in which nobody ever leaves fits as well"
 * ```
 */
export function fitBgNbd(
  histories: readonly ObservedPurchases[],
  options: PurchaseFitOptions = {},
): BgNbdModel {
  return deepFreeze(fitPurchases("fitBgNbd", histories, options, FAMILY));
}

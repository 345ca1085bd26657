import type { ObservedPurchases } from "./histories.js";

/** What a model of purchases says of a customer. Times are in the model's unit. */
export interface Buying {
  /** The probability that the customer has not left by the end of the observation. */
  pAlive(history: ObservedPurchases): number;
  /** Expected purchases in the time `span` after the end of the observation. */
  expected(history: ObservedPurchases, span: number): number;
  /** The probability of 0, 1, 2, … and `most` purchases in the time `span` after a first one. */
  probabilities(span: number, most: number): Float64Array;
}

/** A customer on the day of the first purchase. */
export const NEW_CUSTOMER: ObservedPurchases = { x: 0, tX: 0, T: 0 };

import type { ValueTier } from "../segment/value-tiers.js";

/** What a segment is offered; `"none"`: it is not contacted. */
export type Offer = "exclusive-offer" | "early-access" | "discount" | "win-back" | "none";

export const OFFERS = [
  "exclusive-offer",
  "early-access",
  "discount",
  "win-back",
  "none",
] as const satisfies readonly Offer[];

/** Which offer a segment gets, by its name. */
export type Policies<Name extends string = string> = { readonly [N in Name]: Offer };

/**
 * Which offer each of the value tiers gets: the best are honoured, those in the middle get a reason to buy
 * more, those who leave a reason to come back, and the inactive nothing. Frozen.
 *
 * @example
 * ```ts
 * import { targetingPolicies } from "rfm-kit";
 *
 * targetingPolicies.gold; // => "early-access"
 * targetingPolicies.inactive; // => "none"
 * ```
 */
export const targetingPolicies: Policies<ValueTier> = /* @__PURE__ */ Object.freeze({
  "platinum-elite": "exclusive-offer",
  gold: "early-access",
  loyal: "early-access",
  silver: "discount",
  bronze: "discount",
  "at-risk": "win-back",
  inactive: "none",
});

/** Whether an offer gives a part of the price away. */
export function grantsDiscount(offer: Offer): boolean {
  return offer === "discount" || offer === "win-back";
}

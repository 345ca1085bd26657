import type { Identifier } from "../transactions/input-types.js";
import type { ProductOptions } from "./open-products.js";

/** Who buys these products buys that one too. */
export interface BasketRule {
  readonly antecedent: readonly Identifier[];
  readonly consequent: Identifier;
  /** Baskets that hold all of the antecedent and the consequent, those that hold the antecedent, and the consequent. */
  readonly baskets: number;
  readonly antecedentBaskets: number;
  readonly consequentBaskets: number;
  /** baskets / all baskets, 0 to 1. */
  readonly support: number;
  /** baskets / antecedentBaskets, with Wilson's interval. */
  readonly confidence: number;
  readonly confidenceLow: number;
  readonly confidenceHigh: number;
  /** confidence / (consequentBaskets / all baskets). */
  readonly lift: number;
  /** Of Fisher's exact test, one-sided: that chance puts the consequent so often beside the antecedent. */
  readonly pValue: number;
  /** Adjusted for all rules with enough support by Benjamini and Hochberg. */
  readonly qValue: number;
}

/** What is bought together. */
export interface BasketRules {
  readonly within: "order" | "customer";
  /** Orders, or customers, with at least one product. */
  readonly baskets: number;
  /** The fewest baskets a rule has to hold in. */
  readonly minBaskets: number;
  readonly level: number;
  /** Rules with enough support, which were tested, and those of them with a q-value of at most 1 − level. */
  readonly tested: number;
  readonly found: number;
  /** Those with enough confidence, by falling lift; equal ones by falling support. */
  readonly rules: readonly BasketRule[];
}

/** How {@link basketRules} looks. */
export interface BasketOptions<Id = unknown> extends Omit<ProductOptions, "nameFrom"> {
  /** What a basket is: an order, or all that a customer bought. Default: `"order"`. */
  readonly within?: "order" | "customer" | undefined;
  /** The least share of baskets that hold all products of a rule, above 0. Default: 0.01. */
  readonly minSupport?: number | undefined;
  /** The least confidence. Default: 0, every rule. */
  readonly minConfidence?: number | undefined;
  /** Products of a rule, both sides together, from 2 to 5. Default: 2. */
  readonly maxItems?: number | undefined;
  /** Only these customers of the log, such as those of a segment. Default: all. */
  readonly customers?: readonly { readonly customerId: Id }[] | undefined;
  /** Of the intervals; 1 − level is the share of false discoveries that `found` allows. Default: 0.95. */
  readonly level?: number | undefined;
}

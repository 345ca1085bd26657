import type { DateInput } from "../core/day.js";

/** What is said of members. */
export type ClaimName = "return-less" | "share-at-least" | "order-value-rising" | "buy-dearer";

/** How a claim is tested. */
export interface TestOptions {
  /** A whole number: the same seed gives the same answer for the same rows in the same order. */
  readonly seed: number;
  /** The day members are chosen on, inclusive; later transactions are unseen. Default: the day after the last. */
  readonly asOf?: DateInput | undefined;
  /** How often intervals made this way should hold the true value; a claim is decided at p ≤ 1 − level. Default: 0.95. */
  readonly level?: number | undefined;
  /**
   * Resamples and permutations, at least 99 and 2 · claims / (1 − level) − 1, so that p can be low enough.
   * Default: 999, or as many as it needs.
   */
  readonly replicates?: number | undefined;
  /** How many claims are tested on these customers in all: p is multiplied by it. Default: 1. */
  readonly claims?: number | undefined;
}

/** A claim, and how it is tested. */
export type HypothesisOptions = TestOptions &
  (
    | {
        readonly claim: "return-less" | "order-value-rising" | "buy-dearer";
        readonly share?: undefined;
      }
    | {
        readonly claim: "share-at-least";
        /** The least part of the customers that members are said to be, above 0 and below 1. */
        readonly share: number;
      }
  );

/** What a claim is about, in one figure. */
export interface HypothesisEffect {
  /** In words. */
  readonly what: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** What the data say of a claim. */
export interface HypothesisTest {
  readonly claim: ClaimName;
  /** Contradicted: the opposite is supported. Undecided: neither is. */
  readonly verdict: "supported" | "contradicted" | "undecided";
  readonly effect: HypothesisEffect;
  /** Two-sided: twice the chance to be so far on the side that the data are on, at most 1. */
  readonly pValue: number;
  /** min(1, pValue · claims), by Bonferroni. */
  readonly adjustedPValue: number;
  /** The name of the test. */
  readonly test: string;
  /** Members and others that were compared. */
  readonly members: number;
  readonly rest: number;
  /** Customers of whom the figure is not known. */
  readonly leftOut: number;
  /** The figures in a sentence. */
  readonly text: string;
  /** What is to be said of testing more than one claim. */
  readonly note: string;
}

/** What a test finds, before there is a verdict. */
export interface Finding {
  readonly effect: HypothesisEffect;
  /** The one-sided p-values of the claim and of its opposite. */
  readonly supports: number;
  readonly contradicts: number;
  readonly test: string;
  readonly members: number;
  readonly rest: number;
  readonly leftOut: number;
  /** The figures in words, without the p-value. */
  readonly figures: string;
}

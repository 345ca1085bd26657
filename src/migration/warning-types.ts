import type { DateInput } from "../core/day.js";
import type { Identifier } from "../transactions/input-types.js";

/** When a customer is warned of: where all conditions that it has hold. */
export interface WarningRule<Name extends string = string> {
  readonly name: Name;
  /** The chance that the customer's own rhythm has a gap of at least this length: low means late. 0 to 1. */
  readonly probabilityAtMost?: number | undefined;
  /** Days with a purchase. */
  readonly purchasesAtLeast?: number | undefined;
  /** Days since the last purchase. */
  readonly silentAtLeast?: number | undefined;
  /** Days since the last purchase. */
  readonly silentAtMost?: number | undefined;
  /** Among this share of customers by days with a purchase, 0 to 1; those equal to the last one too. */
  readonly topFrequency?: number | undefined;
  /** Among this share of customers by monetary value, 0 to 1; those equal to the last one too. */
  readonly topSpend?: number | undefined;
}

/** How {@link earlyWarnings} looks. */
export interface WarningOptions<Name extends string = WarningName> {
  /** The day silence is counted to, inclusive: later transactions are unseen. Default: the day after the last. */
  readonly asOf?: DateInput | undefined;
  /** What to warn of. Default: `overdueRule`, `slippingLoyalRule`, `dormantRule`, `silentHighSpenderRule`. */
  readonly rules?: readonly WarningRule<Name>[] | undefined;
  /** How many days of a customer's spend are at stake. Default: 90. */
  readonly horizonDays?: number | undefined;
}

/** The names of the rules that are the default. */
export type WarningName = "overdue" | "slipping-loyal" | "worth-reactivating" | "90-days-silent-high-spend";

/** A customer of whom at least one rule warns. */
export interface EarlyWarning<Id = Identifier, Name extends string = string> {
  readonly customerId: Id;
  /** The names of the rules, in their order. */
  readonly warnings: readonly Name[];
  /** Days with a purchase. */
  readonly purchases: number;
  /** Days since the last one. */
  readonly silentDays: number;
  /** Days from the first to the last one / (purchases − 1); `null` where there is but one. */
  readonly meanGapDays: number | null;
  /**
   * The chance of a gap of at least this length at the customer's own rhythm: low means late. `null` where there is none to
   * tell by.
   */
  readonly probability: number | null;
  /** Σ amounts, returns included. The unit of the amounts. */
  readonly monetary: number;
  /**
   * max(0, monetary) · horizonDays / max(tX, horizonDays), tX the days from the first purchase to the last: what the
   * customer brought in so many days while active; all of it where they were active for less. The unit of the amounts.
   */
  readonly valueAtStake: number;
}

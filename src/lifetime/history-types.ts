import type { DateInput } from "../core/day.js";
import type { Identifier } from "../transactions/input-types.js";

/** What models of repeat buying know of a customer. The names are those of Fader, Hardie and Lee. */
export interface PurchaseHistory<Id = Identifier> {
  readonly customerId: Id;
  /** Repeat purchases: days with a purchase, the first one not counted. */
  readonly x: number;
  /** From the first purchase to the last one; 0 where there is no repeat purchase. Days. */
  readonly tX: number;
  /** From the first purchase to `asOf`. Days. */
  readonly T: number;
  /** Σ amounts of the repeat purchases / x; `null` where there is none. The unit of the amounts, a purchase day. */
  readonly meanSpend: number | null;
}

/** What of the transactions is seen. */
export interface HistoryOptions {
  /** The last day that is observed, inclusive: later transactions are unseen. Default: the day after the last. */
  readonly asOf?: DateInput | undefined;
}

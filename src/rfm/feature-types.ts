import type { DateInput } from "../core/day.js";
import type { Identifier } from "../transactions/input-types.js";
import type { RecencyForm } from "../transactions/window.js";
import type { RfmCustomer } from "./customer.js";

/** What of the transactions {@link customerFeatures} sees. */
export interface FeatureOptions {
  /** The day recency is counted to, inclusive: later transactions are unseen. Default: the day after the last. */
  readonly asOf?: DateInput | undefined;
  /** The first day that is seen. Default: all. */
  readonly since?: DateInput | undefined;
  /** Calendar days, or periods of 24 hours with `asOf` an instant. Default: `"calendar"`. */
  readonly recency?: RecencyForm | undefined;
  /** How many days that end with `asOf` are recent. Default: 90. */
  readonly recentDays?: number | undefined;
}

/**
 * What one customer's seen transactions say of them. A purchase is a line with an amount of 0 or more, a return one
 * with less. `null` says that the figure cannot be known.
 */
export interface CustomerFeatures<Id = Identifier> extends RfmCustomer<Id> {
  /** asOf − last purchase. Days. */
  readonly recency: number;
  /** Distinct orders. */
  readonly frequency: number;
  /** Σ amounts, returns included. The unit of the amounts. */
  readonly monetary: number;
  /** asOf − first purchase. Days. */
  readonly tenure: number;
  /** monetary / frequency: `monetary: "mean"` of {@link computeRfm}. The unit of the amounts, an order. */
  readonly averageOrderValue: number;
  /**
   * Σ quantity of purchases / frequency. Units an order. `null` without quantities, or where a purchase of the customer
   * has none: a quantity of `null`, `""` or NaN is none.
   */
  readonly itemsPerOrder: number | null;
  /** Distinct products of purchases. `null` without products, or where a purchase of the customer has none. */
  readonly distinctProducts: number | null;
  /**
   * Σ |amount| of returns / Σ amount of purchases, both before any is undone: the same whether returns are netted or
   * matched. A share, above 1 where more came back than the window saw bought. `null` where returns were dropped, or
   * nothing but gifts was bought.
   */
  readonly returnRate: number | null;
  /**
   * (begin of the last order − begin of the first) / (frequency − 1): the mean gap between orders that follow each
   * other. An order begins with its first purchase. Days; with `recency: "elapsed"` periods of 24 hours, parts of one
   * included. `null` below two orders.
   */
  readonly meanDaysBetweenOrders: number | null;
  /**
   * √(Σ (gap − mean gap)² / (gaps − 1)): the sample standard deviation (ddof 1) of the gaps between orders. Days.
   * `null` below three orders, which have two gaps.
   */
  readonly spreadOfDaysBetweenOrders: number | null;
  /**
   * Σ amount of purchases at most `recentDays` − 1 days before asOf / Σ amount of purchases. A share, 0 to 1. `null`
   * where nothing but gifts was bought.
   */
  readonly shareOfRecentSpend: number | null;
}

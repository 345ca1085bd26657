import type { DateInput } from "../core/day.js";

/** How {@link cohortRetention} counts. */
export interface CohortOptions {
  /** Calendar months, or the weeks of ISO 8601, from Monday on. */
  readonly by: "month" | "week";
  /** The last day that is seen, inclusive. Default: that of the log's last row, so that no period is empty for want of rows. */
  readonly asOf?: DateInput | undefined;
}

/** A cohort, the customers whose first purchase was in one period, in that period or a later one. */
export interface CohortPeriod {
  /** The period of the first purchase: `"2011-01"`, or `"2011-W03"`. */
  readonly cohort: string;
  /** Periods since that of the first purchase: 0, 1, 2, … */
  readonly period: number;
  /** The first day of the period: `"2011-02-01"`. */
  readonly periodStart: string;
  /** Customers of the cohort. */
  readonly size: number;
  /** Those of them with a purchase in the period. */
  readonly customers: number;
  /** customers / size: a share, 0 to 1. */
  readonly retained: number;
  /** Distinct orders, each counted where its first purchase is. */
  readonly orders: number;
  /** Σ amounts of the cohort in the period, returns included. The unit of the amounts. */
  readonly revenue: number;
  /** Whether the period ended by `asOf`; what is not complete cannot be compared. */
  readonly complete: boolean;
}

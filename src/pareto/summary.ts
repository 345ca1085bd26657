import { HEADS } from "../core/heads.js";
import { checkShare } from "../core/share.js";
import { giniCoefficient } from "./gini.js";
import { customersForShare, paretoShare } from "./share.js";
import {
  checkedValues,
  type MonetaryRow,
  type NamedValueOptions,
  PARETO_OPTIONS,
  type ParetoOptions,
} from "./values.js";

/** What {@link summarizePareto} looks at. */
export interface ParetoSummaryOptions {
  /** The share of customers whose revenue is told. Default: 0.2. */
  readonly top?: number | undefined;
  /** The share of revenue whose customers are told. Default: 0.8. */
  readonly share?: number | undefined;
}

/** How concentrated revenue is. */
export interface ParetoSummary {
  readonly customers: number;
  /** The share of customers that was asked about, the customers it comes to, rounded up, and their share of revenue. */
  readonly top: number;
  readonly topCustomers: number;
  readonly topShare: number;
  /** The share of revenue that was asked about, the fewest customers who hold it, and their share of all. */
  readonly share: number;
  readonly customersForShare: number;
  readonly customerShare: number;
  readonly gini: number;
}

/**
 * How concentrated revenue is, in one object: what the top customers hold ({@link paretoShare}), how many it takes for a
 * share ({@link customersForShare}), and the Gini coefficient ({@link giniCoefficient}).
 *
 * Cost: O(n log n).
 *
 * @param customers rows with the value to measure.
 * @throws RfmError as {@link paretoShare}.
 * @example
 * ```ts
 * import { summarizePareto } from "rfm-kit";
 *
 * const customers = [{ monetary: 80 }, { monetary: 10 }, { monetary: 6 }, { monetary: 4 }];
 * const { topCustomers, topShare, customersForShare } = summarizePareto(customers);
 * [topCustomers, topShare, customersForShare]; // => [1, 0.8, 1]
 * ```
 */
export function summarizePareto<Row>(
  customers: readonly Row[],
  options: NamedValueOptions<Row> & ParetoSummaryOptions,
): ParetoSummary;
export function summarizePareto<Row extends MonetaryRow>(
  customers: readonly Row[],
  options?: ParetoOptions<Row> & ParetoSummaryOptions,
): ParetoSummary;
export function summarizePareto<Row>(
  customers: readonly Row[],
  options: ParetoOptions<Row> & ParetoSummaryOptions = {},
): ParetoSummary {
  const caller = "summarizePareto";
  const values = checkedValues(caller, customers, options, [...PARETO_OPTIONS, "top", "share"]);
  const top = checkShare(caller, "top", options.top ?? 0.2);
  const share = checkShare(caller, "share", options.share ?? 0.8);
  const rows = Array.from(values, (monetary) => ({ monetary }));
  const holders = customersForShare(rows, { share });
  return {
    customers: rows.length,
    top,
    topCustomers: HEADS.ceil(top, rows.length),
    topShare: paretoShare(rows, { top }),
    share,
    customersForShare: holders.customers,
    customerShare: holders.share,
    gini: giniCoefficient(rows),
  };
}

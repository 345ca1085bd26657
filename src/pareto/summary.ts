import { HEADS } from "../core/heads.js";
import { checkShare } from "../core/share.js";
import { giniOf } from "./gini.js";
import { holdersOf, shareOfTop } from "./share.js";
import {
  ascendingValues,
  type MonetaryRow,
  type NamedValueOptions,
  PARETO_OPTIONS,
  type ParetoColumnOptions,
  type ParetoOptions,
  type ValueColumns,
  type Valued,
  type ValuedOptions,
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
 * How concentrated revenue is, in one object: what the top customers hold (`paretoShare`), how many it takes for a
 * share (`customersForShare`), and the Gini coefficient (`giniCoefficient`).
 *
 * Cost: O(n log n).
 *
 * @param customers rows with the value to measure, or columns, as `computeRfm` gives them for `output: "columns"`.
 * @throws RfmError as `paretoShare`.
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
export function summarizePareto<K extends string = "monetary">(
  customers: ValueColumns<NoInfer<K>>,
  options?: ParetoColumnOptions<K> & ParetoSummaryOptions,
): ParetoSummary;
export function summarizePareto<Row extends MonetaryRow>(
  customers: readonly Row[],
  options?: ParetoOptions<Row> & ParetoSummaryOptions,
): ParetoSummary;
export function summarizePareto<Row>(
  customers: Valued<Row>,
  options: ValuedOptions<Row> & ParetoSummaryOptions = {},
): ParetoSummary {
  const caller = "summarizePareto";
  const values = ascendingValues(caller, customers, options, [...PARETO_OPTIONS, "top", "share"]);
  const top = checkShare(caller, "top", options.top ?? 0.2);
  const share = checkShare(caller, "share", options.share ?? 0.8);
  const topCustomers = HEADS.ceil(top, values.length);
  const holders = holdersOf(values, share);
  return {
    customers: values.length,
    top,
    topCustomers,
    topShare: shareOfTop(values, topCustomers),
    share,
    customersForShare: holders.customers,
    customerShare: holders.share,
    gini: giniOf(values, false),
  };
}

import { HEADS } from "../core/heads.js";
import { checkChoice } from "../core/options.js";
import { checkShare } from "../core/share.js";
import { ExactSum, sumOf } from "../core/sum.js";
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

/** How {@link paretoShare} counts the top. */
export interface ShareOptions {
  /** The share of customers, from 0 to 1. */
  readonly top: number;
  /** How top · n becomes a number of customers. Default: `"ceil"`. */
  readonly rounding?: "ceil" | "floor" | "round" | undefined;
}

/**
 * The share of revenue that the top customers hold: Σ of the largest k values / Σ of all, k = ⌈top · n⌉.
 *
 * Cost: O(n log n).
 *
 * @param customers rows with the value to measure, or columns, as `computeRfm` gives them for `output: "columns"`.
 * @param options `top`, the share of customers from 0 to 1; `rounding`, how top · n becomes a number of
 * customers: rounded up (default), down, or to the nearest, halves up.
 * @returns a share from 0 to 1; 0 where there is no customer or no revenue.
 * @throws RfmError on a negative value (unless `negative: "floor"`) or one that is no number, and on a `top`
 * outside of 0 to 1.
 * @see Pareto (1896), "Cours d'économie politique", for the rule that most comes from few.
 * @example
 * ```ts
 * import { paretoShare } from "rfm-kit";
 *
 * const customers = [{ monetary: 80 }, { monetary: 10 }, { monetary: 6 }, { monetary: 4 }];
 * paretoShare(customers, { top: 0.25 }); // => 0.8
 * ```
 */
export function paretoShare<Row>(
  customers: readonly Row[],
  options: NamedValueOptions<Row> & ShareOptions,
): number;
export function paretoShare<K extends string = "monetary">(
  customers: ValueColumns<NoInfer<K>>,
  options: ParetoColumnOptions<K> & ShareOptions,
): number;
export function paretoShare<Row extends MonetaryRow>(
  customers: readonly Row[],
  options: ParetoOptions<Row> & ShareOptions,
): number;
export function paretoShare<Row>(customers: Valued<Row>, options: ValuedOptions<Row> & ShareOptions): number {
  const caller = "paretoShare";
  const values = ascendingValues(caller, customers, options, [...PARETO_OPTIONS, "top", "rounding"]);
  const top = checkShare(caller, "top", options.top);
  const rounding = checkChoice(caller, "rounding", options.rounding ?? "ceil", ["ceil", "floor", "round"]);
  return shareOfTop(values, HEADS[rounding](top, values.length));
}

/** The share that the largest `count` of ascending values have of all; 0 where all are nothing. O(n). */
export function shareOfTop(ascending: Float64Array, count: number): number {
  const total = sumOf(ascending);
  return total === 0 ? 0 : sumOf(ascending.subarray(ascending.length - count)) / total;
}

/**
 * How many of the best customers it takes to hold a share of revenue: the least k whose largest k values
 * make at least `share` of all.
 *
 * Cost: O(n log n).
 *
 * @param options `share`, of revenue, from 0 to 1.
 * @returns `customers`, their number, and `share`, the part they are of all customers; both 0 where there is
 * no revenue.
 * @throws RfmError as {@link paretoShare}.
 * @example
 * ```ts
 * import { customersForShare } from "rfm-kit";
 *
 * const customers = [{ monetary: 80 }, { monetary: 10 }, { monetary: 6 }, { monetary: 4 }];
 * customersForShare(customers, { share: 0.9 }); // => { customers: 2, share: 0.5 }
 * ```
 */
export function customersForShare<Row>(
  customers: readonly Row[],
  options: NamedValueOptions<Row> & { readonly share: number },
): { customers: number; share: number };
export function customersForShare<K extends string = "monetary">(
  customers: ValueColumns<NoInfer<K>>,
  options: ParetoColumnOptions<K> & { readonly share: number },
): { customers: number; share: number };
export function customersForShare<Row extends MonetaryRow>(
  customers: readonly Row[],
  options: ParetoOptions<Row> & { readonly share: number },
): { customers: number; share: number };
export function customersForShare<Row>(
  customers: Valued<Row>,
  options: ValuedOptions<Row> & { readonly share: number },
): { customers: number; share: number } {
  const caller = "customersForShare";
  const values = ascendingValues(caller, customers, options, [...PARETO_OPTIONS, "share"]);
  return holdersOf(values, checkShare(caller, "share", options.share));
}

/** The fewest of ascending values, the largest, that make a share of all, and the part they are of all; none of nothing. O(n). */
export function holdersOf(ascending: Float64Array, share: number): { customers: number; share: number } {
  const total = sumOf(ascending);
  if (total === 0) return { customers: 0, share: 0 };
  const held = new ExactSum();
  let count = 0;
  while (held.valueOf() / total < share) {
    count++;
    held.add(ascending[ascending.length - count]);
  }
  return { customers: count, share: count / ascending.length };
}

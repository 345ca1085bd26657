import { RfmError } from "../core/error.js";
import { sumOf } from "../core/sum.js";
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

/**
 * The Gini coefficient of revenue: 0 where every customer brings the same, near 1 where one brings all.
 *
 * G = Σ (2i − n − 1) x(i) / (n Σ x), x ascending, i from 1 to n. The corrected form multiplies by n / (n − 1),
 * so that one customer with everything gives 1 whatever the number of customers.
 *
 * Cost: O(n log n).
 *
 * @param customers rows with the value to measure, or columns, as `computeRfm` gives them for `output: "columns"`.
 * @param options `corrected`: the n / (n − 1) form. Default: `false`.
 * @returns 0 where there is no customer or no revenue, and of a single customer.
 * @throws RfmError on a negative value (unless `negative: "floor"`) or one that is no number.
 * @see Gini (1912), "Variabilità e mutabilità".
 * @example
 * ```ts
 * import { giniCoefficient } from "rfm-kit";
 *
 * giniCoefficient([{ monetary: 0 }, { monetary: 0 }, { monetary: 0 }, { monetary: 100 }]); // => 0.75
 * ```
 */
export function giniCoefficient<Row>(
  customers: readonly Row[],
  options: NamedValueOptions<Row> & { readonly corrected?: boolean | undefined },
): number;
export function giniCoefficient<K extends string = "monetary">(
  customers: ValueColumns<NoInfer<K>>,
  options?: ParetoColumnOptions<K> & { readonly corrected?: boolean | undefined },
): number;
export function giniCoefficient<Row extends MonetaryRow>(
  customers: readonly Row[],
  options?: ParetoOptions<Row> & { readonly corrected?: boolean | undefined },
): number;
export function giniCoefficient<Row>(
  customers: Valued<Row>,
  options: ValuedOptions<Row> & { readonly corrected?: boolean | undefined } = {},
): number {
  const caller = "giniCoefficient";
  const values = ascendingValues(caller, customers, options, [...PARETO_OPTIONS, "corrected"]);
  if (options.corrected !== undefined && typeof options.corrected !== "boolean") {
    const refusal = {
      caller,
      code: "invalidOption",
      path: "corrected",
      received: options.corrected,
    } as const;
    throw new RfmError({ ...refusal, expected: "true or false" });
  }
  return giniOf(values, options.corrected ?? false);
}

/** The same of ascending values. O(n). */
export function giniOf(ascending: Float64Array, corrected: boolean): number {
  const n = ascending.length;
  const total = sumOf(ascending);
  if (total === 0 || n === 1) return 0;
  const spread = sumOf(ascending.map((value, i) => (2 * i + 1 - n) * value));
  return spread / ((corrected ? n - 1 : n) * total);
}

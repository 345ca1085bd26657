import { RfmError } from "../core/error.js";
import { ExactSum } from "../core/sum.js";
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

/** A point of the Lorenz curve: the poorest `population` of customers hold `share` of revenue. */
export interface LorenzPoint {
  readonly population: number;
  readonly share: number;
}

/**
 * The Lorenz curve of revenue, poorest customers first: for each k the share of customers k / n and the
 * share of revenue that the k smallest values make, from (0, 0) to (1, 1). Without revenue it is the diagonal.
 *
 * Cost: O(n log n).
 *
 * @param customers rows with the value to measure, or columns, as `computeRfm` gives them for `output: "columns"`.
 * @param options `points`: so many equal steps of population instead of one a customer, interpolated
 * linearly; 10 gives deciles.
 * @returns n + 1 points, or `points` + 1; none for no customers.
 * @throws RfmError on a negative value (unless `negative: "floor"`) or one that is no number.
 * @see Lorenz (1905), "Methods of Measuring the Concentration of Wealth".
 * @example
 * ```ts
 * import { lorenzCurve } from "rfm-kit";
 *
 * lorenzCurve([{ monetary: 30 }, { monetary: 10 }]);
 * // => [{ population: 0, share: 0 }, { population: 0.5, share: 0.25 }, { population: 1, share: 1 }]
 * ```
 */
export function lorenzCurve<Row>(
  customers: readonly Row[],
  options: NamedValueOptions<Row> & { readonly points?: number | undefined },
): LorenzPoint[];
export function lorenzCurve<K extends string = "monetary">(
  customers: ValueColumns<NoInfer<K>>,
  options?: ParetoColumnOptions<K> & { readonly points?: number | undefined },
): LorenzPoint[];
export function lorenzCurve<Row extends MonetaryRow>(
  customers: readonly Row[],
  options?: ParetoOptions<Row> & { readonly points?: number | undefined },
): LorenzPoint[];
export function lorenzCurve<Row>(
  customers: Valued<Row>,
  options: ValuedOptions<Row> & { readonly points?: number | undefined } = {},
): LorenzPoint[] {
  const caller = "lorenzCurve";
  const values = ascendingValues(caller, customers, options, [...PARETO_OPTIONS, "points"]);
  const { points = values.length } = options;
  if (options.points !== undefined && !(Number.isInteger(points) && points >= 1 && points <= MOST_POINTS)) {
    const expected = `a whole number from 1 to ${MOST_POINTS}`;
    throw new RfmError({ caller, code: "invalidOption", path: "points", expected, received: points });
  }
  if (values.length === 0) return [];
  const held = runningShares(values);
  return Array.from({ length: points + 1 }, (_, k) => {
    return { population: k / points, share: interpolate(held, k * values.length, points) };
  });
}

/** More steps than any chart can show. */
const MOST_POINTS = 1_000_000;

/** The share of the k smallest values, for k from 0 to n. */
function runningShares(ascending: Float64Array): Float64Array {
  const sum = new ExactSum();
  const held = new Float64Array(ascending.length + 1);
  for (let k = 0; k < ascending.length; k++) {
    sum.add(ascending[k]);
    held[k + 1] = sum.valueOf();
  }
  const total = held[ascending.length];
  return held.map((part, k) => (total === 0 ? k / ascending.length : part / total));
}

/** The curve at position numerator / denominator, split by integer division. */
function interpolate(held: Float64Array, numerator: number, denominator: number): number {
  const rest = numerator % denominator;
  const k = (numerator - rest) / denominator;
  return rest === 0 ? held[k] : held[k] + (rest / denominator) * (held[k + 1] - held[k]);
}

import { RfmError } from "../core/error.js";
import { sumOf } from "../core/sum.js";
import { readValues, type ValueOf } from "../core/values.js";

/** An answer in one line, and the customers it speaks of. */
export interface CustomerAnswer<C> {
  /** One line. */
  readonly answer: string;
  /** The rows given, by falling value; equal ones in the order they came in. */
  readonly customers: C[];
  /** Share of all customers, 0 to 1. */
  readonly share: number;
  /** Sum of their values. */
  readonly revenue: number;
  /** Share of the value of all customers; 0 where there is none. */
  readonly revenueShare: number;
}

/** An answer that has yet to be put into words. */
export type Finding<C> = Omit<CustomerAnswer<C>, "answer">;

/** The values of all customers; a total below 0 has no shares, and is refused. */
export function readWorth<C>(
  caller: string,
  rows: readonly C[],
  value: ValueOf<C> | undefined,
): Float64Array {
  const values = readValues(caller, rows, value ?? ("monetary" as ValueOf<C>));
  const total = sumOf(values);
  if (total >= 0) return values;
  const expected = "values with a sum of 0 or more, for shares to have a meaning";
  throw new RfmError({ caller, code: "negativeValue", path: "value", expected, received: total });
}

/** The places of rows by falling value. O(n log n). */
export function rank(places: number[], values: Float64Array): number[] {
  return places.sort((a, b) => values[b] - values[a]);
}

/** Figures on the rows at these places. */
export function findCustomers<C>(
  rows: readonly C[],
  values: Float64Array,
  places: readonly number[],
): Finding<C> {
  const total = sumOf(values);
  const revenue = sumOf(Float64Array.from(places, (place) => values[place]));
  return {
    customers: places.map((place) => rows[place]),
    share: rows.length === 0 ? 0 : places.length / rows.length,
    revenue,
    revenueShare: total === 0 ? 0 : revenue / total,
  };
}

import { ascending } from "../core/ascending.js";
import { RfmError } from "../core/error.js";
import { extendRow, type Merge } from "../core/extend.js";
import { checkShare } from "../core/share.js";
import { ExactSum, sumOf } from "../core/sum.js";
import { isColumns } from "../core/values.js";
import {
  checkedValues,
  type MonetaryRow,
  type NamedValueOptions,
  PARETO_OPTIONS,
  type ParetoColumnOptions,
  type ParetoOptions,
  type ValueColumns,
  type Valued,
  type ValuedOptions,
} from "./values.js";

/** The columns that {@link abcClasses} adds. */
export interface AbcClass {
  readonly abc: "A" | "B" | "C";
  /** The share of the total that this row and all better ones hold, equal ones included. */
  readonly cumulativeShare: number;
}

/** Columns with those that {@link abcClasses} adds. */
export type AbcColumns<C> = Merge<
  C,
  { readonly abc: readonly AbcClass["abc"][]; readonly cumulativeShare: Float64Array }
>;

/** Where the classes end. */
export interface AbcOptions {
  /** The share of the total that class A reaches. Default: 0.8. */
  readonly a?: number | undefined;
  /** The share that A and B reach together. Default: 0.95. */
  readonly b?: number | undefined;
}

/**
 * ABC classes: A the best rows that reach 80 % of the total, B the next that reach 95 %, C the rest.
 *
 * With the rows in falling order of value, a row is in A while the rows better than it hold less than `a`, in B
 * while they hold less than `b`. So the row that crosses the line is inside it, class A is as large as
 * `customersForShare` says, and equal values share a class whatever the order of the rows. Rows without value are
 * in C.
 *
 * Cost: O(n log n).
 *
 * @param rows customers, products or whatever has a value, or these as columns.
 * @returns a new row for each, in the order given, with `abc` and `cumulativeShare` added. Columns are answered in columns.
 * @throws RfmError on a negative value (unless `negative: "floor"`) or one that is no number, and on shares outside
 * of 0 to 1 or in the wrong order.
 * @see Dickie (1951), "ABC Inventory Analysis Shoots for Dollars, not Pennies".
 * @example
 * ```ts
 * import { abcClasses } from "rfm-kit";
 *
 * const products = [{ sku: "tea", revenue: 15 }, { sku: "pot", revenue: 80 }, { sku: "mug", revenue: 5 }];
 * abcClasses(products, { value: "revenue" }).map(({ sku, abc }) => `${sku} ${abc}`);
 * // => ["tea B", "pot A", "mug C"]
 * ```
 */
export function abcClasses<Row extends object>(
  rows: readonly Row[],
  options: NamedValueOptions<Row> & AbcOptions,
): Merge<Row, AbcClass>[];
export function abcClasses<C extends ValueColumns<NoInfer<K>>, K extends string = "monetary">(
  rows: C,
  options?: ParetoColumnOptions<K> & AbcOptions,
): AbcColumns<C>;
export function abcClasses<Row extends MonetaryRow>(
  rows: readonly Row[],
  options?: ParetoOptions<Row> & AbcOptions,
): Merge<Row, AbcClass>[];
export function abcClasses<Row extends object>(
  rows: Valued<Row>,
  options: ValuedOptions<Row> & AbcOptions = {},
): object {
  const values = checkedValues(CALLER, rows, options, [...PARETO_OPTIONS, "a", "b"]);
  const a = checkShare(CALLER, "a", options.a ?? 0.8);
  const b = checkShare(CALLER, "b", options.b ?? 0.95);
  if (a > b) throw refuse(a, b);
  const { abc, cumulativeShare } = classify(values, a, b);
  if (isColumns(rows)) return { ...rows, abc, cumulativeShare };
  return rows.map((row, i) => {
    if (typeof row !== "object" || row === null) throw noObject(row, i);
    return extendRow(row, { abc: abc[i], cumulativeShare: cumulativeShare[i] });
  });
}

const CALLER = "abcClasses";

/** The class of each value, and the share that it and all better ones hold. */
function classify(values: Float64Array, a: number, b: number) {
  const total = sumOf(values);
  const held = heldBy(values);
  const abc = new Array<AbcClass["abc"]>(values.length);
  const cumulativeShare = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const { before, upTo } = held.get(values[i]) as Held;
    const better = total === 0 ? 1 : before / total;
    abc[i] = values[i] === 0 || better >= b ? "C" : better < a ? "A" : "B";
    cumulativeShare[i] = total === 0 ? 0 : upTo / total;
  }
  return { abc, cumulativeShare };
}

/** What all better values hold, and what they hold with those equal to this one. */
interface Held {
  readonly before: number;
  readonly upTo: number;
}

function heldBy(values: Float64Array): Map<number, Held> {
  const falling = ascending(values).reverse();
  const sum = new ExactSum();
  const held = new Map<number, Held>();
  let before = 0;
  for (let i = 0; i < falling.length; i++) {
    sum.add(falling[i]);
    if (falling[i] === falling[i + 1]) continue;
    const upTo = sum.valueOf();
    held.set(falling[i], { before, upTo });
    before = upTo;
  }
  return held;
}

function noObject(received: unknown, row: number): RfmError {
  const refusal = { caller: CALLER, code: "invalidInput", path: "rows", row, received } as const;
  return new RfmError({ ...refusal, expected: "an object, to which the class can be added" });
}

function refuse(a: number, b: number): RfmError {
  const expected = `a share of at least ${a}, where class A ends`;
  return new RfmError({ caller: CALLER, code: "invalidOption", path: "b", expected, received: b });
}

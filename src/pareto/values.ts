import { ascending } from "../core/ascending.js";
import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { checkColumnName, checkColumns, isColumns, readValues, type ValueOf } from "../core/values.js";

/** What every Pareto measure can be told. */
export interface ParetoOptions<Row> {
  /** The column to measure, or a function of the row. Default: `"monetary"`. */
  readonly value?: ValueOf<Row> | undefined;
  /** A negative value is refused, or counted as 0. Default: `"throw"`. */
  readonly negative?: "throw" | "floor" | undefined;
}

/** The same for rows of any kind, whose value has to be named. */
export interface NamedValueOptions<Row> extends ParetoOptions<Row> {
  readonly value: ValueOf<Row>;
}

/** A row that has the value measured by default. */
export interface MonetaryRow {
  readonly monetary: number;
}

/** Customers as columns, that named `K` among them. */
export type ValueColumns<K extends string = string> = Readonly<Record<K, Float64Array>>;

/** What every Pareto measure can be told of customers that come as columns. */
export interface ParetoColumnOptions<K extends string = string> {
  /** The column to measure. Default: `"monetary"`. */
  readonly value?: K | undefined;
  /** A negative value is refused, or counted as 0. Default: `"throw"`. */
  readonly negative?: "throw" | "floor" | undefined;
}

/** Customers as rows, or as columns. */
export type Valued<Row> = readonly Row[] | ValueColumns;

/** The options of either. */
export type ValuedOptions<Row> = ParetoOptions<Row> | ParetoColumnOptions;

export const PARETO_OPTIONS = ["value", "negative"] as const;

/** The values, none of them negative, in ascending order. O(n log n). */
export function ascendingValues<Row>(
  caller: string,
  customers: Valued<Row>,
  options: ValuedOptions<Row>,
  known: readonly string[],
): Float64Array {
  return ascending(checkedValues(caller, customers, options, known));
}

/** The values, none of them negative, in the order of the customers; a column that was given may come back as it is. */
export function checkedValues<Row>(
  caller: string,
  customers: Valued<Row>,
  options: ValuedOptions<Row>,
  known: readonly string[],
): Float64Array {
  checkOptions(caller, options, known);
  const negative = checkChoice(caller, "negative", options.negative ?? "throw", ["throw", "floor"]);
  const values = readAll(caller, customers, (options.value ?? "monetary") as ValueOf<Row>);
  const row = values.findIndex((value) => value < 0);
  if (row === -1) return values;
  if (negative === "floor") return values.map((value) => Math.max(0, value));
  const path = typeof options.value === "function" ? "value" : (options.value ?? "monetary");
  const hint = 'negative: "floor" counts it as 0';
  const refusal = { caller, code: "negativeValue", path, row, received: values[row], hint } as const;
  throw new RfmError({ ...refusal, expected: "a value from 0 up" });
}

function readAll<Row>(caller: string, customers: Valued<Row>, value: ValueOf<Row>): Float64Array {
  if (!isColumns(customers)) return readValues(caller, customers, value);
  checkColumnName(caller, customers, value, "value");
  return checkColumns<string>(caller, customers, [value])[0];
}

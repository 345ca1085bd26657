import { RfmError } from "../core/error.js";
import {
  checkColumnName,
  checkColumns,
  checkRows,
  isColumns,
  readValues,
  type ValueOf,
} from "../core/values.js";
import type { SegmentedCustomer, SegmentedCustomerColumns } from "./summary.js";

/** What is added up of customers by segment, a place a customer. */
export interface SegmentFigures {
  /** Not looked at yet. */
  readonly segments: readonly unknown[];
  /** What revenue adds up. */
  readonly value: Float64Array;
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/**
 * Reads rows or columns; refuses what is not a finite number.
 *
 * @param value the name of a column or, of rows, a function.
 */
export function readSegmented(
  caller: string,
  segmented: readonly SegmentedCustomer[] | SegmentedCustomerColumns,
  value: unknown = "monetary",
): SegmentFigures {
  return isColumns(segmented)
    ? readFromColumns(caller, segmented, value)
    : readFromRows(caller, segmented, value as ValueOf<SegmentedCustomer>);
}

function readFromRows(
  caller: string,
  rows: readonly SegmentedCustomer[],
  value: ValueOf<SegmentedCustomer>,
): SegmentFigures {
  checkRows(caller, rows);
  return {
    segments: rows.map((row) => row?.segment),
    value: readValues(caller, rows, value),
    recency: readValues<SegmentedCustomer>(caller, rows, "recency"),
    frequency: readValues<SegmentedCustomer>(caller, rows, "frequency"),
    monetary: readValues<SegmentedCustomer>(caller, rows, "monetary"),
  };
}

function readFromColumns(caller: string, columns: SegmentedCustomerColumns, name: unknown): SegmentFigures {
  checkColumnName(caller, columns, name, "value");
  const names = ["recency", "frequency", "monetary", name];
  const [recency, frequency, monetary, value] = checkColumns(
    caller,
    columns as object as NamedColumns,
    names,
  );
  const { segment } = columns;
  if (segment?.length !== recency.length) {
    const expected = `${recency.length} values, as in "recency"`;
    const refusal = { caller, code: "unequalLengths", path: "segment", received: segment?.length } as const;
    throw new RfmError({ ...refusal, expected });
  }
  return { segments: segment, value, recency, frequency, monetary };
}

// What is not so is refused as it is read.
type NamedColumns = Readonly<Record<string, Float64Array>>;

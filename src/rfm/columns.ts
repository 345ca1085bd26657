import { RfmError } from "../core/error.js";
import { expectedNumber, isUsable } from "../core/number.js";
import { checkRows, isColumns, readValues } from "../core/values.js";

/** A customer that can be scored: a row with these three columns. */
export interface RfmValues {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** The figures of all customers, a column each, in the order of the rows. */
export interface RfmColumns {
  readonly recency: Float64Array;
  readonly frequency: Float64Array;
  readonly monetary: Float64Array;
}

/** Customers as rows, or as columns of one length. */
export type Customers = readonly RfmValues[] | RfmColumns;

/** Reads the three columns; refuses what is not a finite number. */
export function readColumns(caller: string, customers: Customers): RfmColumns {
  if (isColumns(customers)) return checkColumns(caller, customers);
  checkRows(caller, customers);
  return {
    recency: readValues<RfmValues>(caller, customers, "recency"),
    frequency: readValues<RfmValues>(caller, customers, "frequency"),
    monetary: readValues<RfmValues>(caller, customers, "monetary"),
  };
}

function checkColumns(caller: string, columns: RfmColumns): RfmColumns {
  for (const path of ["recency", "frequency", "monetary"] as const) {
    const column: unknown = columns[path];
    const refusal = { caller, path, received: column } as const;
    if (!(column instanceof Float64Array))
      throw new RfmError({ ...refusal, code: "invalidInput", expected: "a Float64Array" });
    const { length } = columns.recency;
    if (column.length !== length) {
      const expected = `${length} values, as in "recency"`;
      throw new RfmError({ ...refusal, code: "unequalLengths", expected, received: column.length });
    }
    const row = column.findIndex((value) => !isUsable(value));
    if (row === -1) continue;
    const expected = expectedNumber(column[row]);
    throw new RfmError({ ...refusal, code: "invalidValue", row, expected, received: column[row] });
  }
  return columns;
}

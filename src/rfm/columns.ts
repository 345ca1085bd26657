import { checkRows, readValues } from "../core/values.js";

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

/** Reads the three columns of rows; refuses what is not a finite number. */
export function readColumns(caller: string, customers: readonly RfmValues[]): RfmColumns {
  checkRows(caller, customers);
  return {
    recency: readValues<RfmValues>(caller, customers, "recency"),
    frequency: readValues<RfmValues>(caller, customers, "frequency"),
    monetary: readValues<RfmValues>(caller, customers, "monetary"),
  };
}

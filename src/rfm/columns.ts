import { checkColumns, checkRows, isColumns, readValues } from "../core/values.js";

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
  if (isColumns(customers)) {
    checkColumns(caller, customers, ["recency", "frequency", "monetary"]);
    return customers;
  }
  checkRows(caller, customers);
  return {
    recency: readValues<RfmValues>(caller, customers, "recency"),
    frequency: readValues<RfmValues>(caller, customers, "frequency"),
    monetary: readValues<RfmValues>(caller, customers, "monetary"),
  };
}

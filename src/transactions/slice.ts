/**
 * Transactions are read a slice of rows at a time, and each slice column by column: every loop runs over values of one
 * kind, which are still near the processor when the next column is read.
 */
export const SLICE_ROWS = 4096;

/** The rows of the largest slice of so many rows. */
export const rowsOfSlices = (length: number): number => Math.min(length, SLICE_ROWS);

/** Consecutive rows. Place `i` of each column is row `from + i`; the columns serve the next slice again. */
export interface Slice {
  from: number;
  length: number;
  /** Calendar days since 1970-01-01; `NO_DAY`: dropped. */
  readonly days: Int32Array;
  /** Milliseconds; NaN: dropped. */
  readonly times: Float64Array;
  readonly amounts: Float64Array;
  /** Codes of the customers; what a dropped row holds says nothing. */
  readonly customers: Int32Array;
  /** Codes of the orders, -1 where a row has none; `undefined` without order ids. */
  readonly orders: Int32Array | undefined;
}

/** What becomes of the rows of a slice: 0 is kept, any other number a reason to drop. */
export type Fates = Uint8Array;

export const KEPT = 0;

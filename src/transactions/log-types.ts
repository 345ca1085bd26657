import type { IntegerArray } from "./column.js";
import type { AttributeValue, Identifier } from "./input-types.js";

/** Row `i` of the log holds `values[codes[i]]`; the code -1 is a missing value. */
export interface Coded<T> {
  readonly codes: IntegerArray;
  readonly values: readonly T[];
}

/** The ends of a log on one of its clocks. */
export interface Extent {
  readonly firstPurchase: number;
  readonly lastPurchase: number;
  /** The last row, a return or not. */
  readonly last: number;
}

/**
 * Validated transactions as columns, ready for every analysis. Rows keep their place in the input: a row
 * that was dropped stays, with a time of NaN.
 */
export interface TransactionLog<Id = Identifier> {
  readonly kind: "transactionLog";
  /** Rows of the input. */
  readonly length: number;
  readonly timeZone: string;
  /** How the dates were given: as instants, written without offset, both, or (an empty log) neither. */
  readonly clock: "instant" | "written" | "mixed" | "none";
  /** Calendar days since 1970-01-01; -2147483648: dropped. */
  readonly days: Int32Array;
  /** Milliseconds: since 1970 in UTC for instants, on the wall clock as written otherwise; NaN: dropped. */
  readonly times: Float64Array;
  /** The ends of the log in days and in milliseconds; `undefined` where it holds no purchase. */
  readonly span: { readonly day: Extent; readonly time: Extent } | undefined;
  readonly amounts: Float64Array;
  readonly customers: Coded<Id>;
  /** The codes of the customers with a kept row, by first appearance. */
  readonly customerOrder: Int32Array;
  /** An order id counts once for each customer under it; `undefined` without order ids. */
  readonly orders: Coded<Identifier> | undefined;
  readonly products: Coded<Identifier> | undefined;
  /** NaN: no quantity. */
  readonly quantities: Float64Array | undefined;
  readonly attributes: Readonly<Record<string, Coded<AttributeValue>>>;
  /** With `returns: "match"`: the row of a return's purchase, and of a purchase's return; -1 where none. */
  readonly partners: Int32Array | undefined;
  /** Made when it is first asked for: a pass over the rows. */
  readonly report: LogReport;
}

/** One row that was not as expected. */
export interface RowIssue {
  readonly row: number;
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/** What one value of an attribute adds up to. */
export interface AttributeTotal {
  readonly value: AttributeValue | null;
  readonly rows: number;
  readonly amount: number;
}

/** The profile of a log: what came in, what was kept, what was dropped and why. */
export interface LogReport {
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Rows dropped, by the first reason that applied; every `exclude` rule is listed, even with 0. */
  readonly dropped: Readonly<Record<string, number>>;
  /** Total of the amounts of the dropped rows, by reason; an amount that is no number adds nothing. */
  readonly droppedAmounts: Readonly<Record<string, number>>;
  /** Rows read that repeat an earlier row in every column; `null` where they were not looked for. */
  readonly duplicates: number | null;
  readonly returns: {
    /** Kept rows with a negative amount, and their total. */
    readonly rows: number;
    readonly amount: number;
    /** Of these, the rows that undid a purchase; `null` unless returns are matched. */
    readonly matched: number | null;
  };
  /** Total of the kept amounts. */
  readonly amount: number;
  /** First and last calendar day of the kept rows, `null` for an empty log. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly customers: number;
  /** Customers whose kept rows hold no purchase (any more): they appear in no result. */
  readonly customersWithoutPurchase: number;
  /** Distinct orders with a purchase; rows without an order id count one each, credit notes none. */
  readonly orders: number;
  /** Kept rows without an order id, each of which is an order of its own; `null` where no row has one. */
  readonly rowsWithoutOrder: number | null;
  readonly products: number | null;
  /** Distinct values and totals of each attribute, largest amount first. */
  readonly attributes: Readonly<
    Record<string, { readonly distinct: number; readonly totals: readonly AttributeTotal[] }>
  >;
  /** The first hundred invalid rows. */
  readonly issues: readonly RowIssue[];
}

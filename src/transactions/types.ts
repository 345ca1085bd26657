import type { DateInput } from "../core/day.js";

/** What identifies a customer, an order or a product. Compared as JavaScript values: `1` and `"1"` differ. */
export type Identifier = string | number | bigint;

/** An attribute's values: an identifier or a boolean. */
export type AttributeValue = Identifier | boolean;

type Missing = null | undefined;

/** A column that is read by index: Apache Arrow vectors have this shape. */
export interface Vector<T> {
  readonly length: number;
  get(index: number): T | Missing;
}

/**
 * A dictionary-coded column: row `i` holds `values[codes[i]]`. A code that is null or points outside of
 * `values` is a missing value. Integer codes are used as they are, without a copy.
 */
export interface DictionaryColumn<T> {
  readonly codes: ArrayLike<number | Missing> | Vector<number>;
  readonly values: ArrayLike<T | Missing> | Vector<T>;
}

/** A column in any of the shapes that engines and drivers hand over. */
export type Column<T> = ArrayLike<T | Missing> | Vector<T> | DictionaryColumn<T>;

/** Columns by name, all of one length. */
export type Columns<C> = { readonly [K in keyof C]: Column<unknown> };

/** The value type of a column. */
export type ColumnValue<C> =
  C extends DictionaryColumn<infer T>
    ? T
    : C extends Vector<infer T>
      ? T
      : C extends ArrayLike<infer T>
        ? T
        : never;

/** The row that a function sees where the input is columns. */
export type RowOf<C> = { readonly [K in keyof C]: ColumnValue<C[K]> };

/** The keys of `Row` whose values are `T`, missing values aside. */
export type KeyOf<Row, T> = {
  [K in keyof Row & string]-?: Row[K] extends T | Missing ? K : never;
}[keyof Row & string];

/** Where a field is found: in a column, by name, or computed from the row by a function. */
export type Field<Row, T> = KeyOf<Row, T> | ((row: Row) => T | Missing);

/** A field that has to be named, unless the rows, taken together where they differ, have a column of its name. */
export type NamedField<Row, Name extends string, T> = Name extends keyof Row
  ? [Row[Name]] extends [T | Missing]
    ? { readonly [N in Name]?: Field<Row, T> | undefined }
    : { readonly [N in Name]: Field<Row, T> }
  : { readonly [N in Name]: Field<Row, T> };

/** The column of the library's own name, where the rows have it. */
export type DefaultKey<Row> = "customerId" & KeyOf<Row, Identifier>;

/** Names the customer by a column; may be left out where that is `customerId`. */
export type CustomerKey<Row, K> = [DefaultKey<Row>] extends [never]
  ? { readonly customerId: K }
  : { readonly customerId?: K | undefined };

/** Names the customer by a function of the row. */
export interface CustomerFunction<Row, Id> {
  readonly customerId: (row: Row) => Id | Missing;
}

/** A row with the library's own names. */
export interface PlainTransaction {
  readonly customerId: Identifier | Missing;
  readonly date: DateInput | Missing;
  readonly amount: number | Missing;
}

/** `true` for the rows a rule leaves out, one entry a row. */
export type Mask = Column<boolean | number>;

/** The parts of a {@link transactionLog} call that do not name the customer, the date or the amount. */
export interface ReadOptions<Row, Rule = (row: Row) => boolean> {
  /** Lines of one order share its id. Without it every line is an order. Default: `"orderId"`. */
  readonly orderId?: Field<Row, Identifier> | undefined;
  /** Default: `"product"`. */
  readonly product?: Field<Row, Identifier> | undefined;
  /** Units in the line. Default: `"quantity"`. */
  readonly quantity?: Field<Row, number> | undefined;
  /** Further columns to profile and keep, by the name they get: `{ country: "Country" }`. */
  readonly attributes?: Readonly<Record<string, Field<Row, AttributeValue>>> | undefined;
  /** IANA zone in which an instant is turned into a calendar day. Default: `"UTC"`. */
  readonly timeZone?: string | undefined;
  /** Rules by name; the rows a rule is true for are left out, and counted under the first such rule. */
  readonly exclude?: Readonly<Record<string, Rule>> | undefined;
  /**
   * Rows that repeat an earlier one in every column: `"keep"` does not look for them, `"count"` says how many
   * there are, `"drop"` leaves them out. Default: `"keep"`.
   */
  readonly duplicates?: "keep" | "count" | "drop" | undefined;
  /** An invalid row ends the reading, or is left out and counted. Default: `"throw"`. */
  readonly invalid?: "throw" | "drop" | undefined;
  /**
   * A negative amount lowers monetary (`"net"`), is left out and counted (`"drop"`), or undoes the latest
   * earlier purchase of the opposite amount (`"match"`). Default: `"net"`.
   */
  readonly returns?: "net" | "drop" | "match" | undefined;
}

/** Options for rows that have the library's own names. */
export interface PlainOptions<Row> extends ReadOptions<Row> {
  readonly date?: Field<Row, DateInput> | undefined;
  readonly amount?: Field<Row, number> | undefined;
}

/** The parts of a {@link transactionLog} call that do not name the customer. */
export type LogOptions<Row, Rule = (row: Row) => boolean> = NamedField<Row, "date", DateInput> &
  NamedField<Row, "amount", number> &
  ReadOptions<Row, Rule>;

/** Options for columns: a rule may also be a mask beside them. */
export type ColumnLogOptions<C> = LogOptions<RowOf<C>, ((row: RowOf<C>) => boolean) | Mask>;

/** Row `i` of the log holds `values[codes[i]]`; the code -1 is a missing value. */
export interface Coded<T> {
  readonly codes: ArrayLike<number>;
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
  /** Order codes belong to one customer each, whatever id they share; `undefined` without order ids. */
  readonly orders: Coded<Identifier> | undefined;
  readonly products: Coded<Identifier> | undefined;
  /** NaN: no quantity. */
  readonly quantities: Float64Array | undefined;
  readonly attributes: Readonly<Record<string, Coded<AttributeValue>>>;
  /** With `returns: "match"`: the row of a return's purchase, and of a purchase's return; -1 where none. */
  readonly partners: Int32Array | undefined;
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

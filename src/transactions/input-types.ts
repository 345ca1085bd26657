import type { DateInput } from "../core/day.js";

/** What identifies a customer, an order or a product. Compared as JavaScript values: `1` and `"1"` differ. */
export type Identifier = string | number | bigint;

/** An attribute's values: an identifier or a boolean. */
export type AttributeValue = Identifier | boolean;

/** What says that there is nothing. */
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
  /** Units in the line; NaN and nothing are a line without any. Default: `"quantity"`. */
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

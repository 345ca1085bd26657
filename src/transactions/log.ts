import type { Optional } from "../core/arguments.js";
import type {
  ColumnLogOptions,
  Columns,
  ColumnValue,
  CustomerFunction,
  CustomerKey,
  DefaultKey,
  Identifier,
  KeyOf,
  LogOptions,
  PlainOptions,
  PlainTransaction,
  RowOf,
} from "./input-types.js";
import type { TransactionLog } from "./log-types.js";
import { readTransactions } from "./read.js";

/**
 * Reads transactions, from rows or columns, into validated, dictionary-coded columns, with a report of what
 * was dropped and why. It is the one place that knows column names, time zones, bad rows and returns; every
 * function that takes transactions takes a log too, and reading once serves many analyses.
 *
 * Rows are checked in this order, and counted under the first reason: customer, date, amount (and quantity),
 * the `exclude` rules as given, duplicates, returns. The input is not changed. Of
 * it the log keeps integer codes, and amounts that came as a `Float64Array`, without a copy: they must not be changed
 * either while the log is in use.
 *
 * Cost: O(rows) time; 12 bytes a row, and 8 for amounts, 4 for customer, order, product and each attribute where they
 * are not kept as they came, 8 for quantity. Looking for
 * duplicates keeps a short text a row.
 *
 * @param transactions an array of objects, one a line of an order, or an object of columns.
 * @param options where the fields are, and how to treat what is not an ordinary purchase. A field is the name
 * of a column or a function of the row, and defaults to the column of its own name.
 * @throws RfmError on the first invalid row (unless `invalid: "drop"`), an unknown option or column, columns
 * of unequal length, an impossible time zone.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 *
 * const lines = [
 *   { InvoiceNo: "A1", Quantity: 2, UnitPrice: 5, InvoiceDate: "2024-03-01 10:15", CustomerID: "ada" },
 *   { InvoiceNo: "A1", Quantity: 1, UnitPrice: 8, InvoiceDate: "2024-03-01 10:15", CustomerID: "ada" },
 *   { InvoiceNo: "A2", Quantity: 1, UnitPrice: 8, InvoiceDate: "2024-03-02 09:00", CustomerID: null },
 * ];
 * const log = transactionLog(lines, {
 *   customerId: "CustomerID",
 *   orderId: "InvoiceNo",
 *   date: "InvoiceDate",
 *   amount: (line) => line.Quantity * line.UnitPrice,
 *   invalid: "drop",
 * });
 * log.report.rowsKept; // => 2
 * log.report.dropped; // => { missingCustomer: 1 }
 * ```
 */
export function transactionLog<C extends Columns<C>, Id extends Identifier>(
  transactions: C,
  options: CustomerFunction<RowOf<NoInfer<C>>, Id> & ColumnLogOptions<NoInfer<C>>,
): TransactionLog<Id>;
export function transactionLog<
  C extends Columns<C>,
  K extends KeyOf<RowOf<C>, Identifier> = DefaultKey<RowOf<C>>,
>(
  transactions: C,
  ...options: Optional<CustomerKey<RowOf<NoInfer<C>>, K> & ColumnLogOptions<NoInfer<C>>>
): TransactionLog<NonNullable<ColumnValue<C[K]>>>;
export function transactionLog<Row extends object, Id extends Identifier>(
  transactions: readonly Row[],
  options: CustomerFunction<NoInfer<Row>, Id> & LogOptions<NoInfer<Row>>,
): TransactionLog<Id>;
export function transactionLog<Row extends PlainTransaction>(
  transactions: readonly Row[],
  options?: PlainOptions<NoInfer<Row>>,
): TransactionLog<NonNullable<Row["customerId"]>>;
export function transactionLog<Row extends object, K extends KeyOf<Row, Identifier> = DefaultKey<Row>>(
  transactions: readonly Row[],
  ...options: Optional<CustomerKey<NoInfer<Row>, K> & LogOptions<NoInfer<Row>>>
): TransactionLog<NonNullable<Row[K]>>;
export function transactionLog(transactions: unknown, options: object = {}): TransactionLog {
  return readTransactions("transactionLog", transactions, options);
}

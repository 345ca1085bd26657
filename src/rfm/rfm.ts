import type { Optional } from "../core/arguments.js";
import type { DateInput } from "../core/day.js";
import { checkOptions } from "../core/options.js";
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
} from "../transactions/input-types.js";
import { isLog } from "../transactions/is-log.js";
import { eachLogSlice } from "../transactions/log-slices.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { readTransactions } from "../transactions/read.js";
import { openReader, type TransactionReader } from "../transactions/reader.js";
import { LOG_OPTIONS, type LogInputOptions } from "../transactions/settings.js";
import { extentOf, openExtent } from "../transactions/span.js";
import { openWindow, referenceOf } from "../transactions/window.js";
import type { RfmAnswer } from "./customer.js";
import { Measure } from "./measure.js";
import { COUNT_OPTIONS, type CountOptions, type RfmOutput, readCountSettings } from "./settings.js";

/** How {@link computeRfm} counts. */
export interface RfmOptions<O extends RfmOutput = RfmOutput> extends CountOptions<O> {
  /** The day recency is counted to, inclusive: later transactions are unseen. Default: the day after the last. */
  readonly asOf?: DateInput | undefined;
  /** The first day that is seen. Default: all. */
  readonly since?: DateInput | undefined;
}

const RFM_OPTIONS = ["asOf", "since", ...COUNT_OPTIONS] as const;

/**
 * Recency, frequency, monetary value and tenure of every customer with a purchase.
 *
 * - recency = asOf − last purchase, in days;
 * - frequency = distinct orders (an order id counts once for each customer under it);
 * - monetary = Σ amounts, returns included, in the unit of the amounts; exact but for one rounding;
 * - tenure = asOf − first purchase, in days.
 *
 * A negative amount is a return: it lowers monetary, and is neither a purchase nor a last day. A zero amount
 * is a purchase. Customers come in order of first appearance; their figures do not depend on the order of
 * the rows.
 *
 * Cost: one pass, O(rows) time, 32 bytes a customer (48 for `"elapsed"`) and 4 an order; `countBy: "days"` keeps a set of
 * customers a day. Rows and columns are read without making a log of them.
 *
 * @param transactions a {@link transactionLog}, or the rows or columns to make one of, whose fields are
 * then named in the same options.
 * @returns one plain row a customer, or with `output: "columns"` an array a figure; none for no transactions.
 * @throws RfmError on an unknown option, an `asOf` before the first purchase, and as {@link transactionLog}.
 * @see Fader, Hardie and Lee (2005), "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis".
 * @example
 * ```ts
 * import { computeRfm } from "rfm-kit";
 *
 * const orders = [
 *   { customerId: "ada", orderId: 1, date: "2024-03-01", amount: 20 },
 *   { customerId: "ada", orderId: 2, date: "2024-03-09", amount: 30.5 },
 *   { customerId: "bob", orderId: 3, date: "2024-03-05", amount: 12 },
 * ];
 * computeRfm(orders, { asOf: "2024-03-10" });
 * // => [
 * //   { customerId: "ada", recency: 1, frequency: 2, monetary: 50.5, tenure: 9 },
 * //   { customerId: "bob", recency: 5, frequency: 1, monetary: 12, tenure: 5 },
 * // ]
 * ```
 */
export function computeRfm<C extends Columns<C>, Id extends Identifier, O extends RfmOutput = "rows">(
  transactions: C,
  options: CustomerFunction<RowOf<NoInfer<C>>, Id> & ColumnLogOptions<NoInfer<C>> & RfmOptions<O>,
): RfmAnswer<Id, O>;
export function computeRfm<
  C extends Columns<C>,
  K extends KeyOf<RowOf<C>, Identifier> = DefaultKey<RowOf<C>>,
  O extends RfmOutput = "rows",
>(
  transactions: C,
  ...options: Optional<CustomerKey<RowOf<NoInfer<C>>, K> & ColumnLogOptions<NoInfer<C>> & RfmOptions<O>>
): RfmAnswer<NonNullable<ColumnValue<C[K]>>, O>;
export function computeRfm<Id, O extends RfmOutput = "rows">(
  transactions: TransactionLog<Id>,
  options?: RfmOptions<O>,
): RfmAnswer<Id, O>;
export function computeRfm<Row extends object, Id extends Identifier, O extends RfmOutput = "rows">(
  transactions: readonly Row[],
  options: CustomerFunction<NoInfer<Row>, Id> & LogOptions<NoInfer<Row>> & RfmOptions<O>,
): RfmAnswer<Id, O>;
export function computeRfm<Row extends PlainTransaction, O extends RfmOutput = "rows">(
  transactions: readonly Row[],
  options?: PlainOptions<NoInfer<Row>> & RfmOptions<O>,
): RfmAnswer<NonNullable<Row["customerId"]>, O>;
export function computeRfm<
  Row extends object,
  K extends KeyOf<Row, Identifier> = DefaultKey<Row>,
  O extends RfmOutput = "rows",
>(
  transactions: readonly Row[],
  ...options: Optional<CustomerKey<NoInfer<Row>, K> & LogOptions<NoInfer<Row>> & RfmOptions<O>>
): RfmAnswer<NonNullable<Row[K]>, O>;
export function computeRfm(
  transactions: unknown,
  options: RfmOptions & LogInputOptions = {},
): RfmAnswer<Identifier, RfmOutput> {
  if (isLog(transactions)) {
    checkOptions(CALLER, options, RFM_OPTIONS);
    return measureLog(transactions, options);
  }
  checkOptions(CALLER, options, [...RFM_OPTIONS, ...LOG_OPTIONS]);
  const { asOf, since, recency, countBy, monetary, decimals, output, ...mapping } = options;
  // Bounds in milliseconds and the partners of returns are known only when all has been read.
  const needsLog = recency === "elapsed" || mapping.returns === "match";
  return needsLog
    ? measureLog(readTransactions(CALLER, transactions, mapping), options)
    : measureSlices(openReader(CALLER, transactions, mapping), options);
}

const CALLER = "computeRfm";

function measureLog(log: TransactionLog, options: RfmOptions): RfmAnswer<Identifier, RfmOutput> {
  const measure = new Measure(readCountSettings(CALLER, options));
  const window = openWindow(CALLER, log, { ...options, ...measure.settings });
  const reference = referenceOf(CALLER, window, window.elapsed ? log.span?.time : log.span?.day);
  const counts = { customers: log.customers.values.length, orders: log.orders?.values.length ?? 0 };
  if (reference) eachLogSlice(log, window, (slice) => measure.add(slice, counts, window.bounds));
  return measure.answer({ values: log.customers.values, order: log.customerOrder }, reference);
}

/** Measures what is read while it is near, without a log of it. */
function measureSlices(reader: TransactionReader, options: RfmOptions): RfmAnswer<Identifier, RfmOutput> {
  const { customerCoding, customers, orders } = reader.layout;
  const measure = new Measure(readCountSettings(CALLER, options));
  const clock = { clock: "none", timeZone: reader.settings.zone.name } as const;
  const window = openWindow(CALLER, clock, { ...options, ...measure.settings });
  const extent = openExtent();
  reader.eachSlice((slice) => {
    const counts = { customers: customerCoding.values.length, orders: orders?.values.length ?? 0 };
    measure.add(slice, counts, window.bounds);
    extent.add(slice.days, slice);
  });
  const reference = referenceOf(CALLER, window, extentOf(extent.ends()));
  return measure.answer({ values: customerCoding.values, order: customers.order() }, reference);
}

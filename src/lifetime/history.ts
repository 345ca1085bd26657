import type { Optional } from "../core/arguments.js";
import { checkOptions } from "../core/options.js";
import { ExactSum } from "../core/sum.js";
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
import type { TransactionLog } from "../transactions/log-types.js";
import { readTransactions } from "../transactions/read.js";
import { LOG_OPTIONS, type LogInputOptions } from "../transactions/settings.js";
import { openWindow, referenceOf } from "../transactions/window.js";
import type { HistoryOptions, PurchaseHistory } from "./history-types.js";
import { openPurchases } from "./purchases.js";

/**
 * The purchase history of every customer as models of repeat buying read it: how many days with a purchase followed
 * the first one (x), when the last one was (tX), how long the customer has been watched (T), and the mean spend of the
 * repeat purchases.
 *
 * Purchases of one day are one. Returns are no purchases and lower no spend; read the log with `returns: "match"` to
 * have undone purchases vanish. Customers come in order of first appearance; those whose first purchase is after
 * `asOf` are absent.
 *
 * Cost: O(rows + Σ k log k) time, k the purchases of a customer; 4 bytes a row and a customer beside the log.
 *
 * @param transactions a `transactionLog`, or the rows or columns to make one of, whose fields are
 * then named in the same options.
 * @returns one plain row a customer, times in days; none for no transactions.
 * @throws RfmError on an unknown option, on an `asOf` before the first purchase, and as `transactionLog`.
 * @see Fader, Hardie and Lee (2005), "“Counting Your Customers” the Easy Way", Marketing Science 24 (2).
 * @example
 * ```ts
 * import { purchaseHistories } from "rfm-kit/lifetime";
 *
 * const orders = [
 *   { customerId: "ada", date: "2024-01-01", amount: 20 },
 *   { customerId: "ada", date: "2024-01-15", amount: 30 },
 *   { customerId: "ada", date: "2024-01-31", amount: 50 },
 *   { customerId: "bob", date: "2024-02-10", amount: 15 },
 * ];
 * purchaseHistories(orders, { asOf: "2024-03-01" });
 * // => [
 * //   { customerId: "ada", x: 2, tX: 30, T: 60, meanSpend: 40 },
 * //   { customerId: "bob", x: 0, tX: 0, T: 20, meanSpend: null },
 * // ]
 * ```
 */
export function purchaseHistories<C extends Columns<C>, Id extends Identifier>(
  transactions: C,
  options: CustomerFunction<RowOf<NoInfer<C>>, Id> & ColumnLogOptions<NoInfer<C>> & HistoryOptions,
): PurchaseHistory<Id>[];
export function purchaseHistories<
  C extends Columns<C>,
  K extends KeyOf<RowOf<C>, Identifier> = DefaultKey<RowOf<C>>,
>(
  transactions: C,
  ...options: Optional<CustomerKey<RowOf<NoInfer<C>>, K> & ColumnLogOptions<NoInfer<C>> & HistoryOptions>
): PurchaseHistory<NonNullable<ColumnValue<C[K]>>>[];
export function purchaseHistories<Id>(
  transactions: TransactionLog<Id>,
  options?: HistoryOptions,
): PurchaseHistory<Id>[];
export function purchaseHistories<Row extends object, Id extends Identifier>(
  transactions: readonly Row[],
  options: CustomerFunction<NoInfer<Row>, Id> & LogOptions<NoInfer<Row>> & HistoryOptions,
): PurchaseHistory<Id>[];
export function purchaseHistories<Row extends PlainTransaction>(
  transactions: readonly Row[],
  options?: PlainOptions<NoInfer<Row>> & HistoryOptions,
): PurchaseHistory<NonNullable<Row["customerId"]>>[];
export function purchaseHistories<Row extends object, K extends KeyOf<Row, Identifier> = DefaultKey<Row>>(
  transactions: readonly Row[],
  ...options: Optional<CustomerKey<NoInfer<Row>, K> & LogOptions<NoInfer<Row>> & HistoryOptions>
): PurchaseHistory<NonNullable<Row[K]>>[];
export function purchaseHistories(
  transactions: unknown,
  options: HistoryOptions & LogInputOptions = {},
): PurchaseHistory[] {
  checkOptions(CALLER, options, isLog(transactions) ? ["asOf"] : ["asOf", ...LOG_OPTIONS]);
  const { asOf, ...mapping } = options;
  const log = isLog(transactions) ? transactions : readTransactions(CALLER, transactions, mapping);
  return measureHistories(CALLER, log, asOf);
}

const CALLER = "purchaseHistories";

/** The histories of a log's customers up to a day. */
export function measureHistories<Id>(
  caller: string,
  log: TransactionLog<Id>,
  asOf: HistoryOptions["asOf"],
): PurchaseHistory<Id>[] {
  const window = openWindow(caller, log, { asOf, recency: "calendar" });
  const reference = referenceOf(caller, window, log.span?.day);
  if (reference === undefined) return [];
  const purchasesOf = openPurchases(log, window);
  const histories: PurchaseHistory<Id>[] = [];
  for (const code of log.customerOrder) {
    const { days, rows } = purchasesOf(code);
    if (days.length === 0) continue;
    const [first, x] = [days[0], days.length - 1];
    histories.push({
      customerId: log.customers.values[code],
      x,
      tX: days[x] - first,
      T: reference.daysSince(first),
      meanSpend: x === 0 ? null : spendAfter(log, rows, first) / x,
    });
  }
  return histories;
}

function spendAfter({ amounts, days }: TransactionLog<unknown>, rows: Int32Array, day: number): number {
  const spend = new ExactSum();
  for (const row of rows) if (days[row] > day) spend.add(amounts[row]);
  return spend.valueOf();
}

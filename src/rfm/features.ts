import type { Optional } from "../core/arguments.js";
import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
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
import { groupRows } from "../transactions/rows-by-customer.js";
import { LOG_OPTIONS, type LogInputOptions } from "../transactions/settings.js";
import { openWindow, type Reference, referenceOf, type Window } from "../transactions/window.js";
import { openBasket } from "./basket.js";
import type { RfmCustomer } from "./customer.js";
import type { CustomerFeatures, FeatureOptions } from "./feature-types.js";
import { openOrderGaps } from "./order-gaps.js";
import { computeRfm } from "./rfm.js";
import { openSpend } from "./spend.js";

/**
 * What else the transactions say of every customer with a purchase, for clustering and for a look at the customers
 * before it: recency, frequency, monetary value and tenure as {@link computeRfm} has them, average order value, items
 * per order, distinct products, return rate, mean and spread of the days between orders, and the share of recent
 * spend. {@link CustomerFeatures} has the formula and the unit of each.
 *
 * What cannot be known of a customer is `null`: the gaps of one order, the items of lines without a quantity. Returns
 * are as in {@link computeRfm}: netted, dropped, or matched, when an undone purchase counts for nothing but the return
 * rate. Customers come in its order, and no figure depends on the order of the rows.
 *
 * Cost: O(rows + Σ k log k) time, k the orders of a customer. Beside the log and what `computeRfm` needs, 4 bytes a
 * row, 8 an order and 4 a product.
 *
 * @param transactions a {@link transactionLog}, or the rows or columns to make one of, whose fields are
 * then named in the same options.
 * @returns one plain row a customer; none for no transactions.
 * @throws RfmError on an unknown option, on `recentDays` that are no whole number from 1 up, on an `asOf` before the
 * first purchase, and as {@link transactionLog}.
 * @see National Retail Federation, "Consumer Returns in the Retail Industry", for a return rate in money over sales.
 * @example
 * ```ts
 * import { customerFeatures } from "rfm-kit";
 *
 * const lines = [
 *   { customerId: "ada", orderId: 1, product: "tea", quantity: 2, date: "2024-01-01", amount: 20 },
 *   { customerId: "ada", orderId: 2, product: "tea", quantity: 3, date: "2024-03-01", amount: 30 },
 *   { customerId: "ada", orderId: 2, product: "milk", quantity: 1, date: "2024-03-01", amount: 10 },
 *   { customerId: "ada", orderId: 3, product: "tea", quantity: 1, date: "2024-03-05", amount: -10 },
 * ];
 * const [ada] = customerFeatures(lines, { asOf: "2024-03-10", recentDays: 30 });
 * [ada.frequency, ada.averageOrderValue, ada.itemsPerOrder, ada.distinctProducts]; // => [2, 25, 3, 2]
 * [ada.returnRate, ada.shareOfRecentSpend]; // => [10 / 60, 40 / 60]
 * [ada.meanDaysBetweenOrders, ada.spreadOfDaysBetweenOrders]; // => [60, null]
 * ```
 */
export function customerFeatures<C extends Columns<C>, Id extends Identifier>(
  transactions: C,
  options: CustomerFunction<RowOf<NoInfer<C>>, Id> & ColumnLogOptions<NoInfer<C>> & FeatureOptions,
): CustomerFeatures<Id>[];
export function customerFeatures<
  C extends Columns<C>,
  K extends KeyOf<RowOf<C>, Identifier> = DefaultKey<RowOf<C>>,
>(
  transactions: C,
  ...options: Optional<CustomerKey<RowOf<NoInfer<C>>, K> & ColumnLogOptions<NoInfer<C>> & FeatureOptions>
): CustomerFeatures<NonNullable<ColumnValue<C[K]>>>[];
export function customerFeatures<Id>(
  transactions: TransactionLog<Id>,
  options?: FeatureOptions,
): CustomerFeatures<Id>[];
export function customerFeatures<Row extends object, Id extends Identifier>(
  transactions: readonly Row[],
  options: CustomerFunction<NoInfer<Row>, Id> & LogOptions<NoInfer<Row>> & FeatureOptions,
): CustomerFeatures<Id>[];
export function customerFeatures<Row extends PlainTransaction>(
  transactions: readonly Row[],
  options?: PlainOptions<NoInfer<Row>> & FeatureOptions,
): CustomerFeatures<NonNullable<Row["customerId"]>>[];
export function customerFeatures<Row extends object, K extends KeyOf<Row, Identifier> = DefaultKey<Row>>(
  transactions: readonly Row[],
  ...options: Optional<CustomerKey<NoInfer<Row>, K> & LogOptions<NoInfer<Row>> & FeatureOptions>
): CustomerFeatures<NonNullable<Row[K]>>[];
export function customerFeatures(
  transactions: unknown,
  options: FeatureOptions & LogInputOptions = {},
): CustomerFeatures[] {
  const known = isLog(transactions) ? FEATURE_OPTIONS : [...FEATURE_OPTIONS, ...LOG_OPTIONS];
  checkOptions(CALLER, options, known);
  const { asOf, since, recency = "calendar", recentDays = 90, ...mapping } = options;
  checkChoice(CALLER, "recency", recency, ["calendar", "elapsed"]);
  checkDays(recentDays);
  const log = isLog(transactions) ? transactions : readTransactions(CALLER, transactions, mapping);
  const window = openWindow(CALLER, log, { asOf, since, recency });
  const reference = referenceOf(CALLER, window, window.elapsed ? log.span?.time : log.span?.day);
  if (reference === undefined) return [];
  const customers = computeRfm(log, { asOf, since, recency });
  const measure = openMeasure(log, window, reference, recentDays);
  const features: CustomerFeatures[] = [];
  for (const code of log.customerOrder) {
    const customer = customers[features.length];
    // The order also has customers without a purchase, whom the answer passes over.
    if (customer?.customerId === log.customers.values[code]) features.push(measure(customer, code));
  }
  return features;
}

const CALLER = "customerFeatures";

const FEATURE_OPTIONS = ["asOf", "since", "recency", "recentDays"] as const;

function checkDays(recentDays: unknown): void {
  if (Number.isSafeInteger(recentDays) && Number(recentDays) > 0) return;
  const expected = "a whole number of days from 1 up";
  throw new RfmError({
    caller: CALLER,
    code: "invalidOption",
    path: "recentDays",
    expected,
    received: recentDays,
  });
}

/** Adds to what `computeRfm` says of a customer what the rows of their code say. */
function openMeasure(
  log: TransactionLog,
  window: Window,
  reference: Reference,
  recentDays: number,
): (customer: RfmCustomer, code: number) => CustomerFeatures {
  const rowsOf = groupRows(log, window);
  const basket = openBasket(log);
  const gapsOf = openOrderGaps(log, window.elapsed);
  const spendOf = openSpend(log, window, (point) => reference.daysSince(point) < recentDays);
  return ({ customerId, recency, frequency, monetary, tenure }, code) => {
    const rows = rowsOf(code);
    const items = basket.items(rows);
    const { returnRate, shareOfRecentSpend } = spendOf(code, rows);
    return {
      customerId,
      recency,
      frequency,
      monetary,
      tenure,
      averageOrderValue: monetary / frequency,
      itemsPerOrder: items === null ? null : items / frequency,
      distinctProducts: basket.distinctProducts(code, rows),
      returnRate,
      ...gapsOf(code, rows),
      shareOfRecentSpend,
    };
  };
}

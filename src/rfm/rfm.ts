import type { Optional } from "../core/arguments.js";
import type { DateInput } from "../core/day.js";
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
import type { TransactionLog } from "../transactions/log-types.js";
import { readTransactions } from "../transactions/read.js";
import { LOG_OPTIONS, type LogInputOptions } from "../transactions/settings.js";
import { countDays } from "./days.js";
import { addUp } from "./totals.js";
import { openWindow, type RecencyForm } from "./window.js";

/** One customer's recency, frequency, monetary value and tenure. */
export interface RfmCustomer<Id = Identifier> {
  readonly customerId: Id;
  /** Days from the last purchase to `asOf`. */
  readonly recency: number;
  /** Number of purchases: distinct orders, transactions or days. */
  readonly frequency: number;
  /** What the purchases came to, less returns: the sum, or the mean per order. */
  readonly monetary: number;
  /** Days from the first purchase to `asOf`. */
  readonly tenure: number;
}

/** How {@link computeRfm} counts. */
export interface RfmOptions {
  /** The day recency is counted to, inclusive: later transactions are unseen. Default: the day after the last. */
  readonly asOf?: DateInput | undefined;
  /** The first day that is seen. Default: all. */
  readonly since?: DateInput | undefined;
  /** Calendar days, or whole periods of 24 hours with `asOf` an instant. Default: `"calendar"`. */
  readonly recency?: RecencyForm | undefined;
  /** What frequency counts. Default: `"orders"`, which without order ids are transactions. */
  readonly countBy?: "orders" | "transactions" | "days" | undefined;
  /** Sum of the amounts or mean per order. Default: `"sum"`. */
  readonly monetary?: "sum" | "mean" | undefined;
  /** Decimals that monetary is rounded to, once, after summing. Default: not rounded. */
  readonly decimals?: number | undefined;
}

const RFM_OPTIONS = ["asOf", "since", "recency", "countBy", "monetary", "decimals"] as const;

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
 * Cost: one pass, O(rows) time, 40 bytes a customer and one byte an order. `countBy: "days"` sorts the rows'
 * days besides: O(n log n) time and 8 bytes a row.
 *
 * @param transactions a {@link transactionLog}, or the rows or columns to make one of, whose fields are
 * then named in the same options.
 * @returns one plain row a customer; none for no transactions.
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
export function computeRfm<C extends Columns<C>, Id extends Identifier>(
  transactions: C,
  options: CustomerFunction<RowOf<NoInfer<C>>, Id> & ColumnLogOptions<NoInfer<C>> & RfmOptions,
): RfmCustomer<Id>[];
export function computeRfm<
  C extends Columns<C>,
  K extends KeyOf<RowOf<C>, Identifier> = DefaultKey<RowOf<C>>,
>(
  transactions: C,
  ...options: Optional<CustomerKey<RowOf<NoInfer<C>>, K> & ColumnLogOptions<NoInfer<C>> & RfmOptions>
): RfmCustomer<NonNullable<ColumnValue<C[K]>>>[];
export function computeRfm<Id>(transactions: TransactionLog<Id>, options?: RfmOptions): RfmCustomer<Id>[];
export function computeRfm<Row extends object, Id extends Identifier>(
  transactions: readonly Row[],
  options: CustomerFunction<NoInfer<Row>, Id> & LogOptions<NoInfer<Row>> & RfmOptions,
): RfmCustomer<Id>[];
export function computeRfm<Row extends PlainTransaction>(
  transactions: readonly Row[],
  options?: PlainOptions<NoInfer<Row>> & RfmOptions,
): RfmCustomer<NonNullable<Row["customerId"]>>[];
export function computeRfm<Row extends object, K extends KeyOf<Row, Identifier> = DefaultKey<Row>>(
  transactions: readonly Row[],
  ...options: Optional<CustomerKey<NoInfer<Row>, K> & LogOptions<NoInfer<Row>> & RfmOptions>
): RfmCustomer<NonNullable<Row[K]>>[];
export function computeRfm(transactions: unknown, options: RfmOptions & LogInputOptions = {}): RfmCustomer[] {
  const caller = "computeRfm";
  if (isLog(transactions)) {
    checkOptions(caller, options, RFM_OPTIONS);
    return measure(caller, transactions, options);
  }
  checkOptions(caller, options, [...RFM_OPTIONS, ...LOG_OPTIONS]);
  const { asOf, since, recency, countBy, monetary, decimals, ...mapping } = options;
  return measure(caller, readTransactions(caller, transactions, mapping), options);
}

function isLog(input: unknown): input is TransactionLog {
  const log = input as Partial<TransactionLog> | null | undefined;
  return log?.kind === "transactionLog" && log.times instanceof Float64Array;
}

function measure(caller: string, log: TransactionLog, options: RfmOptions): RfmCustomer[] {
  const { asOf, since, decimals } = options;
  const recency = checkChoice(caller, "recency", options.recency ?? "calendar", ["calendar", "elapsed"]);
  const countBy = checkChoice(caller, "countBy", options.countBy ?? "orders", [
    "orders",
    "transactions",
    "days",
  ]);
  const monetary = checkChoice(caller, "monetary", options.monetary ?? "sum", ["sum", "mean"]);
  checkDecimals(caller, decimals);
  const window = openWindow(caller, log, { asOf, since, recency });
  if (window === undefined) return [];

  const totals = addUp(log, window, countBy !== "transactions");
  const days = countBy === "days" ? countDays(log, window) : undefined;
  const orders = monetary === "mean" && countBy === "transactions" ? addUp(log, window, true) : totals;
  const customers: RfmCustomer[] = [];
  for (const customer of log.customerOrder) {
    if (totals.count(customer) === 0) continue;
    const amount = totals.amount(customer);
    const value = monetary === "sum" ? amount : amount / orders.count(customer);
    customers.push({
      customerId: log.customers.values[customer],
      recency: window.daysSince(totals.last(customer)),
      frequency: days ? days[customer] : totals.count(customer),
      monetary: decimals === undefined ? value : roundTo(value, decimals),
      tenure: window.daysSince(totals.first(customer)),
    });
  }
  return customers;
}

function checkDecimals(caller: string, decimals: number | undefined): void {
  if (decimals === undefined || (Number.isInteger(decimals) && decimals >= 0 && decimals <= 15)) return;
  const expected = "a whole number from 0 to 15";
  throw new RfmError({ caller, code: "invalidOption", path: "decimals", expected, received: decimals });
}

/** The nearest decimal to the exact value of the double, halves away from zero; never -0. */
function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

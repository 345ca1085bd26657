import type { Optional } from "../core/arguments.js";
import { MOST_DAYS } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { purchaseHistories } from "../lifetime/history.js";
import { measureRhythm, valueAtStake } from "../lifetime/rhythm.js";
import { computeRfm } from "../rfm/rfm.js";
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
import { openRules } from "./open-rules.js";
import { readRules } from "./read-rules.js";
import { dormantRule, overdueRule, silentHighSpenderRule, slippingLoyalRule } from "./rules.js";
import type { EarlyWarning, WarningName, WarningOptions } from "./warning-types.js";

/**
 * Which customers are silent for longer than they use to be, and what is at stake? The most valuable come first.
 *
 * A customer is measured by the own rhythm. With x gaps between days of purchases, tX days from the first to the last and
 * T days from the first to `asOf`:
 *
 * - meanGapDays = tX / x;
 * - probability = (tX / T)^x, the chance that the next gap is at least as long as the silence: with a constant rate of which
 *   nothing is known but these gaps, exactly. For such customers it is evenly spread, so that of those who have not left one
 *   in twenty is at 0.05 or below;
 * - valueAtStake = max(0, monetary) · horizonDays / max(tX, horizonDays): what the customer brought in so many days while
 *   active, and all of it where that was for less than the horizon. So it is never more than they brought, nor below 0.
 *
 * Who bought on one day alone has no rhythm: the probability is `null` and no condition on it holds; all they brought is at
 * stake. Purchases of one day are one.
 *
 * Cost: O(rows + Σ k log k + n log n) time, k the purchases of a customer; 4 bytes a row and a customer beside the log and
 * what `computeRfm` needs.
 *
 * @param transactions a `transactionLog`, or the rows or columns to make one of, whose fields are
 * then named in the same options.
 * @returns one plain row a customer with at least one warning, by falling value at stake; equal ones in order of first
 * appearance. None for no transactions.
 * @throws RfmError on a rule that has no name, no condition or one that cannot be, on a horizon that is not above 0, on an
 * `asOf` before the first purchase, and as `transactionLog`.
 * @see Schmittlein, Morrison and Colombo (1987), "Counting Your Customers", for purchases at a constant rate; Wübben and von
 * Wangenheim (2008), "Instant Customer Base Analysis", for the hiatus heuristic.
 * @example
 * ```ts
 * import { earlyWarnings } from "rfm-kit/migration";
 *
 * const days = ["2024-01-01", "2024-01-11", "2024-01-21", "2024-01-31"];
 * const orders = days.map((date) => ({ customerId: "ada", date, amount: 20 }));
 * const [ada] = earlyWarnings(orders, { asOf: "2024-03-31" });
 * ada.warnings; // => ["overdue", "slipping-loyal"]
 * [ada.silentDays, ada.meanGapDays, ada.valueAtStake]; // => [60, 10, 80]
 * ada.probability; // => (30 / 90) ** 3
 * ```
 */
export function earlyWarnings<
  C extends Columns<C>,
  Id extends Identifier,
  const Name extends string = WarningName,
>(
  transactions: C,
  options: CustomerFunction<RowOf<NoInfer<C>>, Id> & ColumnLogOptions<NoInfer<C>> & WarningOptions<Name>,
): EarlyWarning<Id, Name>[];
export function earlyWarnings<
  C extends Columns<C>,
  K extends KeyOf<RowOf<C>, Identifier> = DefaultKey<RowOf<C>>,
  const Name extends string = WarningName,
>(
  transactions: C,
  ...options: Optional<
    CustomerKey<RowOf<NoInfer<C>>, K> & ColumnLogOptions<NoInfer<C>> & WarningOptions<Name>
  >
): EarlyWarning<NonNullable<ColumnValue<C[K]>>, Name>[];
export function earlyWarnings<Id, const Name extends string = WarningName>(
  transactions: TransactionLog<Id>,
  options?: WarningOptions<Name>,
): EarlyWarning<Id, Name>[];
export function earlyWarnings<
  Row extends object,
  Id extends Identifier,
  const Name extends string = WarningName,
>(
  transactions: readonly Row[],
  options: CustomerFunction<NoInfer<Row>, Id> & LogOptions<NoInfer<Row>> & WarningOptions<Name>,
): EarlyWarning<Id, Name>[];
export function earlyWarnings<Row extends PlainTransaction, const Name extends string = WarningName>(
  transactions: readonly Row[],
  options?: PlainOptions<NoInfer<Row>> & WarningOptions<Name>,
): EarlyWarning<NonNullable<Row["customerId"]>, Name>[];
export function earlyWarnings<
  Row extends object,
  K extends KeyOf<Row, Identifier> = DefaultKey<Row>,
  const Name extends string = WarningName,
>(
  transactions: readonly Row[],
  ...options: Optional<CustomerKey<NoInfer<Row>, K> & LogOptions<NoInfer<Row>> & WarningOptions<Name>>
): EarlyWarning<NonNullable<Row[K]>, Name>[];
export function earlyWarnings(
  transactions: unknown,
  options: WarningOptions<string> & LogInputOptions = {},
): EarlyWarning[] {
  const known = isLog(transactions) ? WARNING_OPTIONS : [...WARNING_OPTIONS, ...LOG_OPTIONS];
  checkOptions(CALLER, options, known);
  const { asOf, rules, horizonDays = 90, ...mapping } = options;
  const asked = rules === undefined ? usualRules() : readRules(CALLER, rules);
  checkHorizon(horizonDays);
  const log = isLog(transactions) ? transactions : readTransactions(CALLER, transactions, mapping);
  const customers = observe(log, asOf);
  const warningsOf = openRules(asked, customers);
  const found: EarlyWarning[] = [];
  for (const customer of customers) {
    const warnings = warningsOf(customer);
    if (warnings.length === 0) continue;
    const { customerId, purchases, silentDays, meanGapDays, probability, monetary } = customer;
    const figures = { purchases, silentDays, meanGapDays, probability, monetary };
    found.push({
      customerId,
      warnings,
      ...figures,
      valueAtStake: valueAtStake(monetary, customer.tX, horizonDays),
    });
  }
  return found.sort((a, b) => b.valueAtStake - a.valueAtStake);
}

const CALLER = "earlyWarnings";
const WARNING_OPTIONS = ["asOf", "rules", "horizonDays"] as const;

const usualRules = () => [overdueRule, slippingLoyalRule, dormantRule, silentHighSpenderRule];

function checkHorizon(horizonDays: unknown): void {
  if (typeof horizonDays === "number" && horizonDays > 0 && horizonDays <= MOST_DAYS) return;
  const refusal = { caller: CALLER, code: "invalidOption", path: "horizonDays" } as const;
  throw new RfmError({
    ...refusal,
    expected: `a number of days above 0, at most ${MOST_DAYS}`,
    received: horizonDays,
  });
}

/** The rhythm and the monetary value of every customer. */
function observe(log: TransactionLog, asOf: WarningOptions["asOf"]) {
  // Asked here first, so that it is this function that refuses a day.
  const window = openWindow(CALLER, log, { asOf, recency: "calendar" });
  if (referenceOf(CALLER, window, log.span?.day) === undefined) return [];
  const histories = purchaseHistories(log, { asOf });
  const { monetary } = computeRfm(log, { asOf, output: "columns" });
  // Both answer in order of first appearance, and leave out whoever has no purchase.
  return histories.map((history, i) => {
    const { purchases, silentDays, meanGapDays, probability } = measureRhythm(history);
    const { customerId, tX } = history;
    return { customerId, purchases, silentDays, meanGapDays, probability, monetary: monetary[i], tX };
  });
}

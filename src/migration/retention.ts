import { CALENDARS, type Calendar } from "../core/calendar.js";
import { formatDay } from "../core/day.js";
import { checkChoice, checkOptions } from "../core/options.js";
import type {
  ColumnLogOptions,
  Columns,
  Identifier,
  LogOptions,
  NamedField,
  RowOf,
} from "../transactions/input-types.js";
import { isLog } from "../transactions/is-log.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { readTransactions } from "../transactions/read.js";
import { LOG_OPTIONS, type LogInputOptions } from "../transactions/settings.js";
import { openWindow, referenceOf } from "../transactions/window.js";
import { type Cohort, countCohorts } from "./cohort-counts.js";
import type { CohortOptions, CohortPeriod } from "./cohort-types.js";

/**
 * How many customers come back, by the month or week of their first purchase: one row for each cohort and each period
 * from that of the first purchase to that of `asOf`, those without a purchase included.
 *
 * retained = customers of the cohort with a purchase in the period / customers of the cohort.
 *
 * A purchase is a row with an amount of 0 or more, and an order is counted where its first purchase is, so all orders add
 * up to the frequencies of `computeRfm`. Revenue has the returns as the log has them, in the period they came in; those
 * before a customer's first purchase are in period 0. So all revenue adds up to the monetary of `computeRfm`. Customers
 * without a purchase are in no cohort. Periods that had not ended by `asOf` are not `complete`.
 *
 * Cost: O(rows + Σ k log k + cohorts · periods) time, k the rows of a customer; 4 bytes a row and a customer, and 4 an order,
 * beside the log.
 *
 * @param transactions a `transactionLog`, or the rows or columns to make one of, whose fields are
 * then named in the same options.
 * @returns plain rows, by cohort and period; none for no transactions.
 * @throws RfmError on an unknown option, on an `asOf` before the first purchase, and as `transactionLog`.
 * @see ISO 8601, for the numbers of weeks.
 * @example
 * ```ts
 * import { cohortRetention } from "rfm-kit/migration";
 *
 * const orders = [
 *   { customerId: "ada", date: "2024-01-05", amount: 20 },
 *   { customerId: "bob", date: "2024-01-30", amount: 12 },
 *   { customerId: "ada", date: "2024-02-11", amount: 30 },
 * ];
 * const [january, later] = cohortRetention(orders, { by: "month", asOf: "2024-02-15" });
 * [january.cohort, january.size, january.revenue]; // => ["2024-01", 2, 32]
 * [later.period, later.periodStart, later.retained, later.complete]; // => [1, "2024-02-01", 0.5, false]
 * ```
 */
export function cohortRetention<C extends Columns<C>>(
  transactions: C,
  options: NamedField<RowOf<NoInfer<C>>, "customerId", Identifier> &
    ColumnLogOptions<NoInfer<C>> &
    CohortOptions,
): CohortPeriod[];
export function cohortRetention(
  transactions: TransactionLog<unknown>,
  options: CohortOptions,
): CohortPeriod[];
export function cohortRetention<Row extends object>(
  transactions: readonly Row[],
  options: NamedField<NoInfer<Row>, "customerId", Identifier> & LogOptions<NoInfer<Row>> & CohortOptions,
): CohortPeriod[];
export function cohortRetention(
  transactions: unknown,
  options: CohortOptions & LogInputOptions,
): CohortPeriod[] {
  const known = isLog(transactions) ? COHORT_OPTIONS : [...COHORT_OPTIONS, ...LOG_OPTIONS];
  checkOptions(CALLER, options, known);
  const { by, asOf, ...mapping } = options;
  const calendar = CALENDARS[checkChoice(CALLER, "by", by, ["month", "week"])];
  const log = isLog(transactions) ? transactions : readTransactions(CALLER, transactions, mapping);
  const window = openWindow(CALLER, log, { asOf, recency: "calendar" });
  const reference = referenceOf(CALLER, window, log.span?.day);
  if (reference === undefined || log.span === undefined) return [];
  const lastDay = window.asOf ?? log.span.day.last;
  const cohorts = countCohorts(log, window, calendar, calendar.periodOf(lastDay));
  return [...cohorts]
    .sort(([a], [b]) => a - b)
    .flatMap(([start, cohort]) => describeCohort(calendar, start, cohort, lastDay));
}

const CALLER = "cohortRetention";
const COHORT_OPTIONS = ["by", "asOf"] as const;

function describeCohort(calendar: Calendar, start: number, cohort: Cohort, lastDay: number): CohortPeriod[] {
  const { size, customers, orders, revenue } = cohort;
  const name = calendar.nameOf(start);
  return revenue.map((sum, period) => ({
    cohort: name,
    period,
    periodStart: formatDay(calendar.startOf(start + period)),
    size,
    customers: customers[period],
    retained: customers[period] / size,
    orders: orders[period],
    revenue: sum.valueOf(),
    complete: calendar.startOf(start + period + 1) <= lastDay + 1,
  }));
}

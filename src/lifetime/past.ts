import { formatDay } from "../core/day.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { measureHistories } from "./history.js";
import type { PurchaseHistory } from "./history-types.js";

/** What customers bought after their first purchases, in the order of the customers. */
export interface Bought {
  readonly purchases: Float64Array;
  readonly revenue: Float64Array;
}

/** The histories of a log's customers up to a day. */
export type Past<Id> = ReadonlyMap<Id, PurchaseHistory<Id>>;

/** O(rows); nobody before the first purchase of all. */
export function pastOf<Id>(caller: string, log: TransactionLog<Id>, day: number): Past<Id> {
  if (log.span === undefined || day < log.span.day.firstPurchase) return new Map();
  const histories = measureHistories(caller, log, formatDay(day));
  return new Map(histories.map((history) => [history.customerId, history]));
}

/** What each customer bought again between the ends of two pasts. */
export function boughtBetween<Id>(customers: readonly Id[], earlier: Past<Id>, later: Past<Id>): Bought {
  const difference = (figure: (history: PurchaseHistory<Id>) => number) => {
    const at = (past: Past<Id>, customer: Id) => {
      const history = past.get(customer);
      return history === undefined ? 0 : figure(history);
    };
    return Float64Array.from(customers, (customer) => at(later, customer) - at(earlier, customer));
  };
  return {
    purchases: difference(({ x }) => x),
    revenue: difference(({ x, meanSpend }) => (meanSpend === null ? 0 : x * meanSpend)),
  };
}

/** Whole weeks, so that the days of the week meet. */
export const YEAR = 364;

/** What each customer buys in so many days who goes on as so far: x / T a day. */
export function boughtAsSoFar<Id>(histories: readonly PurchaseHistory<Id>[], days: number): Bought {
  const rates = histories.map(({ x, T }) => (T === 0 ? 0 : (x * days) / T));
  return {
    purchases: Float64Array.from(rates),
    revenue: Float64Array.from(rates, (rate, i) => rate * (histories[i].meanSpend ?? 0)),
  };
}

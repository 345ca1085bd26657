import type { ForecastModels, ForecastSettings } from "./forecast-options.js";
import type { ObservedPurchases, ObservedSpend } from "./histories.js";
import { inDays, openBuying } from "./open-buying.js";
import { expectedSpend } from "./spend.js";

/** What the models expect of a customer. */
export interface Outlook {
  /** The probability that the customer has not left by `asOf`; `null` where the data do not say. */
  readonly pAlive: number | null;
  /** In the days ahead. */
  readonly expectedPurchases: number;
  /** On a purchase; `null` without a model of spend, or where it has no mean. The unit of the amounts. */
  readonly expectedSpend: number | null;
  /** expectedPurchases · expectedSpend. */
  readonly expectedRevenue: number | null;
  /** Σ over periods of margin · revenue · (1 + annualDiscount)^(−days / 365). */
  readonly value: number | null;
}

/** Looks ahead for one customer after another, with the parameters as they were estimated. */
export function openOutlook(
  { purchases, spend }: ForecastModels,
  { periods, margin, showsAll }: ForecastSettings,
): (history: ObservedPurchases & ObservedSpend) => Outlook {
  const buying = openBuying(purchases.kind, inDays(purchases));
  const shows = purchases.identified || showsAll;
  return (history) => {
    let [expectedPurchases, worth] = [0, 0];
    for (const period of periods) {
      const until = buying.expected(history, period.end);
      worth += (until - expectedPurchases) * period.worth;
      expectedPurchases = until;
    }
    const mean = spend === undefined ? null : expectedSpend(spend, history);
    return {
      pAlive: shows ? buying.pAlive(history) : null,
      expectedPurchases,
      expectedSpend: mean,
      expectedRevenue: mean === null ? null : expectedPurchases * mean,
      value: mean === null ? null : margin * worth * mean,
    };
  };
}

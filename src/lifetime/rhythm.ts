import type { PurchaseHistory } from "./history-types.js";

/** What the gaps between purchases of a customer say. */
interface Rhythm {
  /** Days with a purchase. */
  readonly purchases: number;
  readonly silentDays: number;
  readonly meanGapDays: number | null;
  readonly probability: number | null;
}

/**
 * Measures a silence by the customer's own gaps. n gaps that add up to S, of a constant rate of which nothing else is
 * known, are followed by one longer than g with probability (1 + g / S)^−n; with n = x, S = tX and g = T − tX that is
 * (tX / T)^x.
 */
export function measureRhythm({ x, tX, T }: PurchaseHistory<unknown>): Rhythm {
  const [purchases, silentDays] = [x + 1, T - tX];
  if (x === 0) return { purchases, silentDays, meanGapDays: null, probability: null };
  return { purchases, silentDays, meanGapDays: tX / x, probability: (tX / T) ** x };
}

/** What a customer brought in so many days while active; all of it where that was for less than those days. */
export function valueAtStake(monetary: number, tX: number, horizonDays: number): number {
  const brought = Math.max(0, monetary);
  // Of a shorter time it is all, as it stands: brought · horizonDays / horizonDays can round to another number.
  return tX <= horizonDays ? brought : (brought * horizonDays) / tX;
}

import { Arrivals } from "./arrivals.js";
import type { Buying } from "./buying.js";
import type { ObservedPurchases } from "./histories.js";

const ENOUGH = 1e-16;

/** What the BG/NBD model says of a customer. */
export function bgNbdBuying([r, alpha, a, b]: readonly number[]): Buying {
  const pAlive = ({ x, tX, T }: ObservedPurchases): number => {
    if (x === 0) return 1;
    const odds = Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + T) / (alpha + tX));
    return 1 / (1 + Math.exp(odds));
  };
  return {
    pAlive,
    /**
     * P(alive) · Σ P(N > j) (b + x)ⱼ / (a + b + x)ⱼ over j = 0, 1, 2, …: purchase j + 1 is made where as many would come in
     * the time, and none of the j before it was the last. It is the expectation of Fader, Hardie and Lee (2005), eq. 10,
     * as a sum of positive terms, which loses no digits anywhere, at a = 1 either.
     */
    expected(history, span) {
      if (span === 0) return 0;
      const arrivals = new Arrivals(r + history.x, alpha + history.T, span);
      const left = b + history.x;
      let [stayed, sum] = [1, 0];
      for (let j = 0; ; j++) {
        sum += arrivals.more * stayed;
        if (arrivals.rest * stayed <= ENOUGH * sum) return pAlive(history) * sum;
        stayed *= (left + j) / (a + left + j);
        arrivals.next();
      }
    },
    /** P(X = x) = Sₓ P(N = x) + (Sₓ₋₁ − Sₓ) P(N ≥ x), Sₓ the probability to stay after x purchases. */
    probabilities(span, most) {
      const arrivals = new Arrivals(r, alpha, span);
      let [stayed, before] = [1, 1];
      return Float64Array.from({ length: most + 1 }, (_, x) => {
        const { exactly, more } = arrivals;
        const probability = stayed * exactly + (before - stayed) * (more + exactly);
        before = stayed;
        stayed *= (b + x) / (a + b + x);
        arrivals.next();
        return probability;
      });
    },
  };
}

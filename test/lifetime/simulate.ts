import { randomBeta, randomExponential, randomGamma, randomLcg } from "d3-random";
import type { PurchaseHistory } from "rfm-kit/lifetime";

/** A shop whose truth is known, in days. */
export interface Shop {
  readonly customers: number;
  /** Customers first buy on the days 0 to `entry`, and are watched until day `end`. */
  readonly entry: number;
  readonly end: number;
  /** The days after the end that are still in store. */
  readonly ahead: number;
  readonly r: number;
  readonly alpha: number;
  /** BG/NBD: the chance to leave after a purchase; Pareto/NBD: the rate of leaving. */
  readonly leave: { readonly a: number; readonly b: number } | { readonly s: number; readonly beta: number };
  readonly spend: { readonly p: number; readonly q: number; readonly v: number };
}

export interface Simulated extends PurchaseHistory<number> {
  readonly futurePurchases: number;
  readonly futureRevenue: number;
  readonly isAlive: boolean;
}

/** CDNOW as the published models have it, in days. */
export const CDNOW = {
  customers: 1000,
  entry: 84,
  end: 273,
  ahead: 273,
  r: 0.243,
  alpha: 7 * 4.414,
  leave: { a: 0.793, b: 2.426 },
  spend: { p: 6.25, q: 3.74, v: 15.44 },
} as const satisfies Shop;

/** Customers who buy by the rules of a model, one purchase after another. */
export function simulate(shop: Shop, seed: number): Simulated[] {
  const source = randomLcg(seed);
  const uniform = source;
  const gamma = randomGamma.source(source);
  const exponential = randomExponential.source(source);
  const { r, alpha, leave, spend, end, ahead } = shop;
  return Array.from({ length: shop.customers }, (_, customerId) => {
    const T = end - Math.floor(uniform() * (shop.entry + 1));
    const wait = exponential(gamma(r, 1 / alpha)());
    const chance = "a" in leave ? randomBeta.source(source)(leave.a, leave.b)() : 0;
    const leaves = "s" in leave ? exponential(gamma(leave.s, 1 / leave.beta)())() : Number.POSITIVE_INFINITY;
    const rate = gamma(spend.q, 1 / spend.v)();
    const amount = gamma(spend.p);
    let [x, tX, spent, futurePurchases, futureRevenue] = [0, 0, 0, 0, 0];
    let isAlive = true;
    for (let time = wait(); time <= T + ahead; time += wait()) {
      if (leaves < time) break;
      const sum = amount() / rate;
      if (time <= T) {
        x++;
        tX = time;
        spent += sum;
      } else {
        futurePurchases++;
        futureRevenue += sum;
      }
      if (uniform() < chance) {
        isAlive = time > T;
        break;
      }
    }
    if (leaves < T) isAlive = false;
    const meanSpend = x === 0 ? null : spent / x;
    return { customerId, x, tX, T, meanSpend, futurePurchases, futureRevenue, isAlive };
  });
}

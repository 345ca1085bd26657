import { logBinomialMass } from "./binomial.js";
import type { Ends } from "./bootstrap-interval.js";
import { normalQuantile } from "./normal.js";

/**
 * Wilson's score interval of a share: the shares that a test by the normal approximation does not refuse. `n` is above 0.
 *
 * @see Wilson (1927); Brown, Cai and DasGupta (2001), "Interval Estimation for a Binomial Proportion".
 */
export function wilsonInterval(count: number, n: number, level: number): Ends {
  const z = normalQuantile((1 + level) / 2);
  const share = count / n;
  const scale = 1 + z ** 2 / n;
  const middle = (share + z ** 2 / (2 * n)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2));
  // At either end the interval ends there, but for rounding.
  return { low: count === 0 ? 0 : middle - half, high: count === n ? 1 : middle + half };
}

/** The chance of at least so many successes in n trials of probability p. O(√n), to 10 digits. */
export function binomialUpperTail(count: number, n: number, p: number): number {
  if (count <= 0 || p >= 1) return 1;
  if (count > n || p <= 0) return 0;
  const odds = p / (1 - p);
  return upperTail({
    count,
    mean: n * p,
    mass: (x) => Math.exp(logBinomialMass(x, n, p)),
    rise: (x) => ((n - x) / (x + 1)) * odds,
  });
}

/** Whom a group is drawn from. */
export interface Urn {
  /** Customers in all. */
  readonly population: number;
  /** Those of them who are of a kind, such as the buyers of a product. */
  readonly marked: number;
  /** Customers who are drawn, the group. */
  readonly drawn: number;
}

/**
 * The chance that a group drawn at random without replacement holds at least so many of a kind: Fisher's exact one-sided
 * test. O(√drawn), to 10 digits.
 */
export function hypergeometricUpperTail(count: number, { population, marked, drawn }: Urn): number {
  const unmarked = population - marked;
  if (count <= Math.max(0, drawn - unmarked)) return 1;
  if (count > Math.min(marked, drawn)) return 0;
  // As three binomials whose probability is that to be drawn, which cancels.
  const p = drawn / population;
  const none = logBinomialMass(drawn, population, p);
  return upperTail({
    count,
    mean: marked * p,
    mass: (x) => Math.exp(logBinomialMass(x, marked, p) + logBinomialMass(drawn - x, unmarked, p) - none),
    rise: (x) => ((marked - x) / (x + 1)) * ((drawn - x) / (unmarked - drawn + x + 1)),
  });
}

/** A distribution of counts with one peak. */
interface Counts {
  readonly count: number;
  readonly mean: number;
  readonly mass: (x: number) => number;
  /** mass(x + 1) / mass(x). */
  readonly rise: (x: number) => number;
}

/** Adds up the side of the count on which masses fall, from the count outwards, as far as they matter. */
function upperTail({ count, mean, mass, rise }: Counts): number {
  let sum = 0;
  if (count > mean) {
    let term = mass(count);
    for (let x = count; sum + term > sum; x++) {
      sum += term;
      term *= rise(x);
    }
    return Math.min(1, sum);
  }
  let term = mass(count - 1);
  for (let x = count - 1; sum + term > sum; x--) {
    sum += term;
    term = x === 0 ? 0 : term / rise(x - 1);
  }
  return Math.max(0, 1 - sum);
}

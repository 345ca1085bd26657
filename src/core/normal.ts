import { probit } from "simple-statistics";

/** Where the series of the tail has lost three digits, and the continued fraction converges well. */
const FAR = 3;
const PARTS = 100;

/**
 * The share of the standard normal distribution above z, to 12 digits however far out.
 *
 * @see Abramowitz and Stegun (1964), 26.2.11 and 26.2.14.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return z;
  if (z < 0) return 1 - normalTail(-z);
  if (z > FAR) {
    let fraction = z;
    for (let part = PARTS; part > 0; part--) fraction = z + part / fraction;
    return density(z) / fraction;
  }
  let term = z;
  let sum = 0;
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (z * z) / odd;
  }
  return 0.5 - density(z) * sum;
}

/** The standard normal distribution function. */
export const normalCdf = (z: number): number => normalTail(-z);

/** Its inverse: simple-statistics' approximation, and three steps of Newton's method from there. */
export function normalQuantile(p: number): number {
  let z = probit(p);
  for (let step = 0; step < 3; step++) z -= (normalCdf(z) - p) / density(z);
  return z;
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);

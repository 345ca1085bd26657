import { errorFunction, probit } from "simple-statistics";

/** The standard normal distribution function, to about 8 decimals. */
export function normalCdf(z: number): number {
  return (1 + errorFunction(z / Math.SQRT2)) / 2;
}

/** Its inverse: simple-statistics' approximation, and two steps of Newton's method from there. */
export function normalQuantile(p: number): number {
  let z = probit(p);
  for (let step = 0; step < 2; step++)
    z -= (normalCdf(z) - p) * Math.sqrt(2 * Math.PI) * Math.exp((z * z) / 2);
  return z;
}

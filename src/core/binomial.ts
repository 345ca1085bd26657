const HALF_LOG_TAU = Math.log(2 * Math.PI) / 2;
/** From here on five terms of Stirling's series are exact in doubles; below it so are the logarithms of factorials. */
const FAR = 16;

/**
 * The logarithm of the chance of exactly x successes in n trials of probability p, between 0 and 1; by Loader's saddle-point
 * form, in which no large numbers cancel: 12 digits for n up to 10⁸.
 *
 * @see Loader (2000), "Fast and Accurate Computation of Binomial Probabilities".
 */
export function logBinomialMass(x: number, n: number, p: number): number {
  if (x === 0) return n * Math.log1p(-p);
  if (x === n) return n * Math.log(p);
  const errors = stirlingError(n) - stirlingError(x) - stirlingError(n - x);
  const deviances = deviance(x, n * p) + deviance(n - x, n * (1 - p));
  return errors - deviances + Math.log(n / x / (n - x)) / 2 - HALF_LOG_TAU;
}

/** ln n! less Stirling's approximation, (n + ½) ln n − n + ½ ln 2π. */
function stirlingError(n: number): number {
  if (n < FAR) {
    let factorial = 1;
    for (let i = 2; i <= n; i++) factorial *= i;
    return Math.log(factorial) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TAU;
  }
  const s = n * n;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / s) / s) / s) / s) / n;
}

/** x ln(x / mean) − (x − mean). */
function deviance(x: number, mean: number): number {
  return x * Math.log1p((x - mean) / mean) - (x - mean);
}

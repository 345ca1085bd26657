import { powerBelow } from "../core/number.js";
import { ExactSum } from "../core/sum.js";

/** The deviations of values from their mean, in a unit near their range. */
export interface Deviations {
  /** NaN: missing. */
  readonly values: Float64Array;
  readonly count: number;
  /** Their sum, which is 0 but for the rounding of the mean. */
  readonly rest: number;
  /** Σ of their squares about their own mean. */
  readonly squares: number;
}

/**
 * Deviations over the places where both sides have a value (not NaN); `undefined` where there they do not vary.
 *
 * @see Chan, Golub and LeVeque (1983), "Algorithms for Computing the Sample Variance", the corrected two-pass algorithm.
 */
export function deviationsOf(values: Float64Array, others = values): Deviations | undefined {
  const sum = new ExactSum();
  let [count, least, most] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isNaN(value) || Number.isNaN(others[i])) continue;
    if (value < least) least = value;
    if (value > most) most = value;
    sum.add(value);
    count++;
  }
  if (!(most > least)) return undefined;
  const mean = sum.valueOf() / count;
  const unit = powerBelow(most - least);
  const [rests, squares] = [new ExactSum(), new ExactSum()];
  const deviations = new Float64Array(values.length).fill(Number.NaN);
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]) || Number.isNaN(others[i])) continue;
    const deviation = (values[i] - mean) / unit;
    deviations[i] = deviation;
    rests.add(deviation);
    squares.add(deviation * deviation);
  }
  const rest = rests.valueOf();
  return { values: deviations, count, rest, squares: squares.valueOf() - (rest * rest) / count };
}

/** Pearson's r = Σ dx dy / √(Σ dx² Σ dy²), of deviations at the same places. No order of the places changes it. */
export function correlation(x: Deviations, y: Deviations): number {
  const products = new ExactSum();
  for (let i = 0; i < x.values.length; i++) {
    const product = x.values[i] * y.values[i];
    if (!Number.isNaN(product)) products.add(product);
  }
  const r = (products.valueOf() - (x.rest * y.rest) / x.count) / Math.sqrt(x.squares * y.squares);
  return Math.min(Math.max(r, -1), 1) + 0;
}

import type { Tally } from "./tally.js";

/** Yeo and Johnson's power transform of one value. */
export function yeoJohnson(value: number, lambda: number): number {
  if (value >= 0) return power(Math.log1p(value), lambda);
  return -power(Math.log1p(-value), 2 - lambda);
}

/** The value whose transform is given. */
export function invertYeoJohnson(transformed: number, lambda: number): number {
  if (transformed >= 0) return Math.expm1(root(transformed, lambda));
  return -Math.expm1(root(-transformed, 2 - lambda));
}

/** (eˡ^λ − 1) / λ of l = log(1 + |x|), which goes to l where λ goes to 0. */
function power(log: number, lambda: number): number {
  return lambda === 0 ? log : Math.expm1(lambda * log) / lambda;
}

function root(powered: number, lambda: number): number {
  return lambda === 0 ? powered : Math.log1p(lambda * powered) / lambda;
}

const [LEAST, GREATEST] = [-8, 8];
const PRECISION = 1e-7;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The λ of the greatest likelihood, by golden section from −8 to 8. O(50 · different values).
 *
 * @see Yeo and Johnson (2000), "A new family of power transformations to improve normality or symmetry".
 */
export function fitLambda(tally: Tally): number {
  let [low, high] = [LEAST, GREATEST];
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let [atLeft, atRight] = [logLikelihood(tally, left), logLikelihood(tally, right)];
  while (high - low > PRECISION) {
    if (atLeft >= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = logLikelihood(tally, left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = logLikelihood(tally, right);
    }
  }
  return (low + high) / 2;
}

/** −n/2 · log variance of the transformed values, plus (λ − 1) Σ sign(x) log(1 + |x|). */
function logLikelihood({ values, counts, total }: Tally, lambda: number): number {
  const transformed = values.map((value) => yeoJohnson(value, lambda));
  let sum = 0;
  let logs = 0;
  for (let i = 0; i < values.length; i++) {
    sum += counts[i] * transformed[i];
    logs += counts[i] * Math.sign(values[i]) * Math.log1p(Math.abs(values[i]));
  }
  const mean = sum / total;
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += counts[i] * (transformed[i] - mean) ** 2;
  const likelihood = -0.5 * total * Math.log(squares / total) + (lambda - 1) * logs;
  // Powers that doubles cannot hold have no variance that they could.
  return squares > 0 && Number.isFinite(likelihood) ? likelihood : Number.NEGATIVE_INFINITY;
}

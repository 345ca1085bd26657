import { gammaln } from "simple-statistics";
import { digamma, trigamma } from "./polygamma.js";
import { flat, type Slope } from "./slope.js";

/** Customers with repeat purchases, sorted by their number, in columns. */
export interface SpendCells {
  readonly length: number;
  readonly x: Float64Array;
  /** Mean spend, in a unit in which it is near 1. */
  readonly spend: Float64Array;
}

/**
 * The log-likelihood of the Gamma-Gamma model at p, q, v, and the lower triangle of its second derivatives. Of one
 * customer with x purchases of mean spend z:
 *
 * ln Γ(px + q) − ln Γ(px) − ln Γ(q) + q ln v + (px − 1) ln z + px ln x − (px + q) ln(xz + v)
 */
export function gammaGammaLikelihood(cells: SpendCells, [p, q, v]: Float64Array): Slope {
  const slope = flat(3);
  const { gradient: g, hessian: h } = slope;
  const [lnGammaQ, psiQ, psi1Q, logV] = [gammaln(q), digamma(q), trigamma(q), Math.log(v)];
  let gammas = gammasOf(cells.x[0], p, q);
  for (let i = 0; i < cells.length; i++) {
    const [x, z] = [cells.x[i], cells.spend[i]];
    if (gammas.x !== x) gammas = gammasOf(x, p, q);
    const [px, both] = [p * x, p * x + q];
    const total = x * z + v;
    const [logTotal, logSpent] = [Math.log(total), Math.log(x * z)];
    slope.value += gammas.value - lnGammaQ + q * logV + px * logSpent - Math.log(z) - both * logTotal;
    g[0] += x * (gammas.first - gammas.firstOfP + logSpent - logTotal);
    g[1] += gammas.first - psiQ + logV - logTotal;
    g[2] += q / v - both / total;
    h[0] += x * x * (gammas.second - gammas.secondOfP);
    h[3] += x * gammas.second;
    h[4] += gammas.second - psi1Q;
    h[6] -= x / total;
    h[7] += 1 / v - 1 / total;
    h[8] += both / (total * total) - q / (v * v);
  }
  return slope;
}

/** ln Γ(px + q) − ln Γ(px), and derivatives at the two. */
function gammasOf(x: number, p: number, q: number) {
  const [px, both] = [p * x, p * x + q];
  return {
    x,
    value: gammaln(both) - gammaln(px),
    first: digamma(both),
    second: trigamma(both),
    firstOfP: digamma(px),
    secondOfP: trigamma(px),
  };
}

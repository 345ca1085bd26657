import type { Cells } from "./cells.js";
import { openDepartures } from "./departures.js";
import { risingFactorials } from "./rising.js";
import { flat, type Slope } from "./slope.js";

/**
 * The log-likelihood of the Pareto/NBD model at r, alpha, s, beta, and the lower triangle of its second derivatives. Of
 * one customer: ln (r)ₓ + r ln α + s ln β + ln K, where
 *
 * K = (α + T)^−(r + x) (β + T)^−s + s ∫ (α + τ)^−(r + x) (β + τ)^−(s + 1) dτ, τ from tX to T:
 *
 * whoever is still there, and whoever left at τ. The integral is what others write as a difference of two
 * hypergeometric functions; as a sum of positive terms it loses no digits, and its derivatives are sums too.
 */
export function paretoNbdLikelihood(cells: Cells, parameters: Float64Array): Slope {
  const [r, alpha, s, beta] = parameters;
  const slope = flat(4);
  const { gradient: g, hessian: h } = slope;
  const ofR = risingFactorials(r, cells.x[cells.length - 1]);
  const [logAlpha, logBeta] = [Math.log(alpha), Math.log(beta)];
  const addEnds = openEnds();
  for (let i = 0; i < cells.length; i++) {
    const [x, weight] = [cells.x[i], cells.weights[i]];
    const ends = addEnds(parameters, x, cells.tX[i], cells.T[i]);
    slope.value += weight * (ofR.value[x] + r * logAlpha + s * logBeta + ends.value);
    g[0] += weight * (ofR.first[x] + logAlpha + ends.gradient[0]);
    g[1] += weight * (r / alpha + ends.gradient[1]);
    g[2] += weight * (logBeta + ends.gradient[2]);
    g[3] += weight * (s / beta + ends.gradient[3]);
    for (let k = 0; k < 16; k++) h[k] += weight * ends.hessian[k];
    h[0] += weight * ofR.second[x];
    h[4] += weight / alpha;
    h[5] -= (weight * r) / (alpha * alpha);
    h[14] += weight / beta;
    h[15] -= (weight * s) / (beta * beta);
  }
  return slope;
}

/**
 * ln K and its derivatives: the logarithm of a sum over the ways in which an observation can end. The slope is written into
 * the same arrays again.
 */
function openEnds(): (parameters: Float64Array, x: number, tX: number, T: number) => Slope {
  const layOut = openDepartures();
  const slope = flat(4);
  const terms = new Float64Array(64);
  return ([r, alpha, s, beta], x, tX, T) => {
    const { gradient: g, hessian: h } = slope;
    const shape = r + x;
    const logS = Math.log(s);
    const { times, logWeights } = layOut(tX, T, { alpha, bought: shape, beta, s });
    const end = times.length - 1;
    let highest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k <= end; k++) {
      const left = k < end ? 1 : 0;
      terms[k] =
        logWeights[k] +
        left * logS -
        shape * Math.log(alpha + times[k]) -
        (s + left) * Math.log(beta + times[k]);
      if (terms[k] > highest) highest = terms[k];
    }
    let total = 0;
    for (let k = 0; k <= end; k++) total += Math.exp(terms[k] - highest);
    slope.value = highest + Math.log(total);
    g.fill(0);
    h.fill(0);
    for (let k = 0; k <= end; k++) {
      const part = Math.exp(terms[k] - highest) / total;
      if (part === 0) continue;
      const left = k < end ? 1 : 0;
      const [byAlpha, byBeta] = [1 / (alpha + times[k]), 1 / (beta + times[k])];
      const d0 = Math.log(byAlpha);
      const d1 = -shape * byAlpha;
      const d2 = left / s + Math.log(byBeta);
      const d3 = -(s + left) * byBeta;
      g[0] += part * d0;
      g[1] += part * d1;
      g[2] += part * d2;
      g[3] += part * d3;
      h[0] += part * d0 * d0;
      h[4] += part * (d1 * d0 - byAlpha);
      h[5] += part * (d1 * d1 + shape * byAlpha * byAlpha);
      h[8] += part * d2 * d0;
      h[9] += part * d2 * d1;
      h[10] += part * (d2 * d2 - left / (s * s));
      h[12] += part * d3 * d0;
      h[13] += part * d3 * d1;
      h[14] += part * (d3 * d2 - byBeta);
      h[15] += part * (d3 * d3 + (s + left) * byBeta * byBeta);
    }
    for (let i = 0; i < 4; i++) for (let j = 0; j <= i; j++) h[4 * i + j] -= g[i] * g[j];
    return slope;
  };
}

import type { Cells } from "./cells.js";
import { risingFactorials } from "./rising.js";
import { flat, type Slope } from "./slope.js";

/**
 * The log-likelihood of the BG/NBD model at r, alpha, a, b, and the lower triangle of its second derivatives. Of one
 * customer, with (z)ₓ the rising factorial:
 *
 * ln (r)ₓ + r ln α − (r + x) ln(α + T) + ln (b)ₓ − ln (a + b)ₓ + ln(1 + d), where d = 0 for x = 0, else
 * d = a / (b + x − 1) · ((α + T) / (α + tX))^(r + x), the odds that the customer left after the last purchase.
 */
export function bgNbdLikelihood(cells: Cells, [r, alpha, a, b]: Float64Array): Slope {
  const slope = flat(4);
  const { gradient: g, hessian: h } = slope;
  const most = cells.x[cells.length - 1];
  const [ofR, ofB, ofAB] = [r, b, a + b].map((z) => risingFactorials(z, most));
  const [logAlpha, logA] = [Math.log(alpha), Math.log(a)];
  for (let i = 0; i < cells.length; i++) {
    const [x, weight] = [cells.x[i], cells.weights[i]];
    const end = alpha + cells.T[i];
    const logEnd = Math.log(end);
    const shape = r + x;
    const dropped = ofAB.value[x];
    slope.value += weight * (ofR.value[x] + r * logAlpha - shape * logEnd + ofB.value[x] - dropped);
    g[0] += weight * (ofR.first[x] + logAlpha - logEnd);
    g[1] += weight * (r / alpha - shape / end);
    g[2] -= weight * ofAB.first[x];
    g[3] += weight * (ofB.first[x] - ofAB.first[x]);
    h[0] += weight * ofR.second[x];
    h[4] += weight * (1 / alpha - 1 / end);
    h[5] += weight * (shape / (end * end) - r / (alpha * alpha));
    h[10] -= weight * ofAB.second[x];
    h[14] -= weight * ofAB.second[x];
    h[15] += weight * (ofB.second[x] - ofAB.second[x]);
    if (x === 0) continue;
    const last = alpha + cells.tX[i];
    const silent = logEnd - Math.log(last);
    const logOdds = logA - Math.log(b + x - 1) + shape * silent;
    const left = 1 / (1 + Math.exp(-logOdds));
    slope.value +=
      weight * (logOdds > 0 ? logOdds + Math.log1p(Math.exp(-logOdds)) : Math.log1p(Math.exp(logOdds)));
    const byAlpha = 1 / end - 1 / last;
    const [d0, d1, d2, d3] = [silent, shape * byAlpha, 1 / a, -1 / (b + x - 1)];
    const first = weight * left;
    const second = first * (1 - left);
    g[0] += first * d0;
    g[1] += first * d1;
    g[2] += first * d2;
    g[3] += first * d3;
    h[0] += second * d0 * d0;
    h[4] += second * d1 * d0 + first * byAlpha;
    h[5] += second * d1 * d1 + first * shape * (1 / (last * last) - 1 / (end * end));
    h[8] += second * d2 * d0;
    h[9] += second * d2 * d1;
    h[10] += second * d2 * d2 - first * d2 * d2;
    h[12] += second * d3 * d0;
    h[13] += second * d3 * d1;
    h[14] += second * d3 * d2;
    h[15] += second * d3 * d3 + first * d3 * d3;
  }
  return slope;
}

import type { Cells } from "./cells.js";
import { risingFactorials } from "./rising.js";
import { flat, type Slope } from "./slope.js";

/**
 * The log-likelihood of purchases without dropout, the NBD model, at r and alpha: the limit of the other models where
 * nobody ever leaves. Of one customer: ln (r)ₓ + r ln α − (r + x) ln(α + T).
 */
export function nbdLikelihood(cells: Cells, [r, alpha]: Float64Array): Slope {
  const slope = flat(2);
  const { gradient: g, hessian: h } = slope;
  const rising = risingFactorials(r, cells.x[cells.length - 1]);
  const logAlpha = Math.log(alpha);
  for (let i = 0; i < cells.length; i++) {
    const [x, weight] = [cells.x[i], cells.weights[i]];
    const end = alpha + cells.T[i];
    const logEnd = Math.log(end);
    slope.value += weight * (rising.value[x] + r * logAlpha - (r + x) * logEnd);
    g[0] += weight * (rising.first[x] + logAlpha - logEnd);
    g[1] += weight * (r / alpha - (r + x) / end);
    h[0] += weight * rising.second[x];
    h[2] += weight * (1 / alpha - 1 / end);
    h[3] += weight * ((r + x) / (end * end) - r / (alpha * alpha));
  }
  return slope;
}

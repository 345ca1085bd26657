import { Arrivals } from "./arrivals.js";
import type { Buying } from "./buying.js";
import { openDepartures } from "./departures.js";

/** What the Pareto/NBD model says of a customer. */
export function paretoNbdBuying([r, alpha, s, beta]: readonly number[]): Buying {
  const layOut = openDepartures();
  const pAlive: Buying["pAlive"] = ({ x, tX, T }) => {
    const shape = r + x;
    const { times, logWeights } = layOut(tX, T, { alpha, bought: shape, beta, s });
    // The odds of having left at τ against being there still.
    const logHere = -shape * Math.log(alpha + T) - s * Math.log(beta + T);
    let odds = 0;
    for (let k = 0; k < times.length - 1; k++) {
      const tau = times[k];
      const log = logWeights[k] - shape * Math.log(alpha + tau) - (s + 1) * Math.log(beta + tau);
      odds += Math.exp(log - logHere);
    }
    return 1 / (1 + s * odds);
  };
  return {
    pAlive,
    /** P(alive) · (r + x) / (α + T) · (β + T) (1 − e^(−(s − 1) l)) / (s − 1), l = ln((β + T + span) / (β + T)); l itself where s = 1. */
    expected(history, span) {
      const length = Math.log1p(span / (beta + history.T));
      const time = s === 1 ? length : -Math.expm1(-(s - 1) * length) / (s - 1);
      return ((pAlive(history) * (r + history.x)) / (alpha + history.T)) * (beta + history.T) * time;
    },
    /** Σ over when the customer leaves, the end of the span included, of P(N = x) until then. */
    probabilities(span, most) {
      const found = new Float64Array(most + 1);
      const { times, logWeights } = layOut(0, span, { alpha, bought: 0, beta, s });
      for (let k = 0; k < times.length; k++) {
        if (times[k] <= 0) continue;
        const left = k < times.length - 1 ? 1 : 0;
        const logStayed = s * Math.log(beta) - (s + left) * Math.log(beta + times[k]);
        const weight = Math.exp(logWeights[k] + left * Math.log(s) + logStayed);
        const arrivals = new Arrivals(r, alpha, times[k]);
        for (let x = 0; x <= most; x++) {
          found[x] += weight * arrivals.exactly;
          arrivals.next();
        }
      }
      if (span === 0) found[0] = 1;
      return found;
    },
  };
}

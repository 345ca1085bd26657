import { gaussLegendre, type Quadrature } from "./legendre.js";

/** Points at which a customer may have left, between the last purchase and the end of the observation. */
export interface Departures {
  /** Times since the first purchase, the last entry the end itself. */
  readonly times: Float64Array;
  /** Logarithms of what each stands for: ln(weight × step), 0 for the end. */
  readonly logWeights: Float64Array;
}

const NODES = 24;
/** Beyond e^−40 of what it starts with, the likelihood of a departure adds nothing to a double. */
const ENOUGH = 40;

/** The likelihood of leaving at τ falls as (α + τ)^−bought · (β + τ)^−(s + 1). */
export interface Fall {
  readonly alpha: number;
  readonly bought: number;
  readonly beta: number;
  readonly s: number;
}

/**
 * Lays the points out between `from` and `to`: evenly in ln(γ + τ), γ the smaller of α and β, in which the likelihood falls
 * nearly like an exponential; Gauss-Legendre's 24 nodes are then right to some 12 digits. The points are written into the
 * same arrays again.
 */
export function openDepartures(): (from: number, to: number, fall: Fall) => Departures {
  const { nodes, weights }: Quadrature = gaussLegendre(NODES);
  const departures = { times: new Float64Array(NODES + 1), logWeights: new Float64Array(NODES + 1) };
  const logNodeWeights = weights.map(Math.log);
  return (from, to, fall) => {
    const { times, logWeights } = departures;
    const gamma = Math.min(fall.alpha, fall.beta);
    const start = Math.log(gamma + from);
    const length = lengthOf(from, to, gamma, fall);
    const logHalf = Math.log(length / 2);
    for (let i = 0; i < NODES; i++) {
      const place = start + (length * (nodes[i] + 1)) / 2;
      times[i] = Math.exp(place) - gamma;
      // dτ = (γ + τ) d ln(γ + τ).
      logWeights[i] = logNodeWeights[i] + logHalf + place;
    }
    times[NODES] = to;
    logWeights[NODES] = 0;
    return departures;
  };
}

/** How far to go in ln(γ + τ): to the end, or to where nothing is left; the likelihood falls slowest at the start. */
function lengthOf(from: number, to: number, gamma: number, { alpha, bought, beta, s }: Fall): number {
  const length = Math.log((gamma + to) / (gamma + from));
  const whole = bought * Math.log((alpha + to) / (alpha + from)) + s * Math.log((beta + to) / (beta + from));
  if (whole <= ENOUGH) return length;
  const slowest = ((gamma + from) * bought) / (alpha + from) + ((gamma + from) * (s + 1)) / (beta + from) - 1;
  return slowest > 0 ? Math.min(length, ENOUGH / slowest) : length;
}

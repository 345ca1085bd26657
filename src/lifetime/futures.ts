import { randomBeta, randomGamma } from "d3-random";
import { openRandom } from "../core/random.js";
import { cholesky } from "./cholesky.js";
import type { ForecastModels, ForecastSettings } from "./forecast-options.js";
import type { ObservedPurchases, ObservedSpend } from "./histories.js";
import type { GammaGammaModel, PurchaseModel } from "./model.js";
import { inDays, openBuying } from "./open-buying.js";

/** What a customer does in one of the futures. */
interface Future {
  purchases: number;
  revenue: number;
  value: number;
  /** P(alive) with the parameters of this future. */
  pAlive: number;
}

/** A future for a customer, with parameters drawn once for all customers. The answer serves the next customer again. */
export type Draw = (history: ObservedPurchases & ObservedSpend) => Future;

type Uniform = () => number;

/**
 * Draws what may come: first the parameters, as uncertain as their estimates are (normal in their logarithms); then, for
 * each customer, whether they are still there, their own rates, and purchases one by one until they leave. Parameters are
 * shared by all customers of a future, so that the sum over a group is as uncertain as it should be.
 */
export function openFutures(
  caller: string,
  models: ForecastModels,
  settings: ForecastSettings & { readonly interval: NonNullable<ForecastSettings["interval"]> },
): Draw[] {
  const { seed, draws } = settings.interval;
  const { uniform } = openRandom(caller, seed);
  const timing = openParameters(models.purchases, inDays(models.purchases), uniform);
  const { spend } = models;
  const spending = spend && openParameters(spend, Object.values(ordered(spend)), uniform);
  return Array.from({ length: draws }, () =>
    openDraw(models.purchases.kind, timing(), spending?.(), settings, uniform),
  );
}

const ordered = ({ parameters: { p, q, v } }: GammaGammaModel) => ({ p, q, v });

/** Parameters as they may be: estimates times e^(L z), z normal and L Lᵀ the covariance of their logarithms. */
function openParameters(
  { covariance }: Pick<PurchaseModel | GammaGammaModel, "covariance">,
  estimates: readonly number[],
  uniform: Uniform,
): () => number[] {
  const size = estimates.length;
  // A model that is identified has one that is positive definite: it was checked.
  const lower = cholesky(Float64Array.from((covariance ?? []).flat()), size) as Float64Array;
  const normal = () => Math.sqrt(-2 * Math.log1p(-uniform())) * Math.cos(2 * Math.PI * uniform());
  return () => {
    const z = estimates.map(normal);
    return estimates.map(
      (estimate, i) => estimate * Math.exp(z.reduce((sum, value, j) => sum + lower[i * size + j] * value, 0)),
    );
  };
}

function openDraw(
  kind: PurchaseModel["kind"],
  parameters: readonly number[],
  spend: readonly number[] | undefined,
  { days, margin, periods }: ForecastSettings,
  uniform: Uniform,
): Draw {
  const buying = openBuying(kind, parameters);
  const gamma = randomGamma.source(uniform);
  const beta = randomBeta.source(uniform);
  const exponential = (rate: number) => -Math.log1p(-uniform()) / rate;
  const [r, alpha, third, fourth] = parameters;
  const future: Future = { purchases: 0, revenue: 0, value: 0, pAlive: 0 };
  const spendOf = spend && openSpend(spend, gamma);

  return (history) => {
    const { x, T } = history;
    future.purchases = 0;
    future.revenue = 0;
    future.value = 0;
    future.pAlive = buying.pAlive(history);
    if (uniform() >= future.pAlive) return future;
    const rate = gamma(r + x, 1 / (alpha + T))();
    // BG/NBD: a chance to leave after each purchase. Pareto/NBD: a time until the customer leaves.
    const leaving = kind === "bgNbdModel" ? beta(third, fourth + x)() : 0;
    const until =
      kind === "bgNbdModel" ? days : Math.min(days, exponential(gamma(third, 1 / (fourth + T))()));
    const nextSpend = spendOf?.(history);
    let period = 0;
    for (let time = exponential(rate); time <= until; time += exponential(rate)) {
      future.purchases++;
      if (nextSpend !== undefined) {
        while (period < periods.length - 1 && time > periods[period].end) period++;
        const spent = nextSpend();
        future.revenue += spent;
        future.value += margin * spent * periods[period].worth;
      }
      if (leaving > 0 && uniform() < leaving) break;
    }
    return future;
  };
}

/** Draws what a customer spends: a rate of the customer's own, and a gamma distributed amount each time. */
function openSpend([p, q, v]: readonly number[], gamma: typeof randomGamma) {
  const amount = gamma(p);
  return ({ x, meanSpend }: ObservedSpend) => {
    const seen = meanSpend === null ? 0 : x;
    const rate = gamma(p * seen + q, 1 / (v + seen * (meanSpend ?? 0)))();
    return () => amount() / rate;
  };
}

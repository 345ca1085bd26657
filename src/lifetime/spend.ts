import type { ObservedSpend } from "./histories.js";
import type { GammaGammaModel } from "./model.js";

/**
 * What a customer is expected to spend on a purchase: p (v + x z) / (px + q − 1), between the customer's own mean z and
 * that of all; `null` where the model has no mean, with q of at most 1 and nothing known of the customer.
 */
export function expectedSpend(
  { parameters: { p, q, v } }: GammaGammaModel,
  { x, meanSpend }: ObservedSpend,
): number | null {
  const seen = meanSpend === null ? 0 : x;
  const below = p * seen + q - 1;
  return below > 0 ? (p * (v + seen * (meanSpend ?? 0))) / below : null;
}

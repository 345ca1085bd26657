import type { ScoreTriple } from "../core/bins.js";
import { RfmError } from "../core/error.js";

/**
 * The sum of a customer's three scores: r + f + m, from 3 to 15 with five bins. O(1).
 *
 * @example
 * ```ts
 * import { sumScores } from "rfm-kit";
 *
 * sumScores({ r: 5, f: 4, m: 3 }); // => 12
 * ```
 */
export function sumScores(scores: ScoreTriple): number {
  return scores.r + scores.f + scores.m;
}

/**
 * The weighted mean of a customer's three scores: (w_r r + w_f f + w_m m) / (w_r + w_f + w_m), on the scale
 * of the scores whatever the weights add up to. O(1).
 *
 * @param weights how much each score counts: finite, not negative, not all zero.
 * @throws RfmError on weights that cannot be.
 * @example
 * ```ts
 * import { weighScores } from "rfm-kit";
 *
 * weighScores({ r: 5, f: 4, m: 3 }, { r: 2, f: 1, m: 1 }); // => 4.25
 * ```
 */
export function weighScores(scores: ScoreTriple, weights: ScoreTriple): number {
  for (const key of ["r", "f", "m"] as const) {
    if (Number.isFinite(weights[key]) && weights[key] >= 0) continue;
    throw refuse(`weights.${key}`, "a finite number from 0 up", weights[key]);
  }
  const total = weights.r + weights.f + weights.m;
  if (!(total > 0 && Number.isFinite(total))) throw refuse("weights", "a finite sum above 0", weights);
  return (weights.r * scores.r + weights.f * scores.f + weights.m * scores.m) / total;
}

function refuse(path: string, expected: string, received: unknown): RfmError {
  return new RfmError({ caller: "weighScores", code: "invalidOption", path, expected, received });
}

import type { ScoreTriple } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { expectedNumber, isUsable } from "../core/number.js";

/**
 * The sum of a customer's three scores: r + f + m, from 3 to 15 with five bins. O(1).
 *
 * @throws RfmError on a score that is no number.
 * @example
 * ```ts
 * import { sumScores } from "rfm-kit";
 *
 * sumScores({ r: 5, f: 4, m: 3 }); // => 12
 * ```
 */
export function sumScores(scores: ScoreTriple): number {
  checkTriple("sumScores", "scores", scores);
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
  checkTriple(CALLER, "scores", scores);
  checkTriple(CALLER, "weights", weights);
  for (const key of KEYS)
    if (weights[key] < 0) throw refuse(CALLER, `weights.${key}`, "0 or more", weights[key]);
  const total = weights.r + weights.f + weights.m;
  if (total === 0) throw refuse(CALLER, "weights", "a sum above 0", weights);
  const { r, f, m } = scores;
  // Counted from one of the scores, so that equal scores give themselves; rounding never leaves their range.
  const mean = r + (weights.f * (f - r) + weights.m * (m - r)) / total;
  return Math.min(Math.max(mean, Math.min(r, f, m)), Math.max(r, f, m));
}

const CALLER = "weighScores";
const KEYS = ["r", "f", "m"] as const;

function checkTriple(caller: string, path: string, triple: unknown): void {
  const found: Partial<Record<string, unknown>> = typeof triple === "object" && triple !== null ? triple : {};
  for (const key of KEYS) {
    if (!isUsable(found[key])) throw refuse(caller, `${path}.${key}`, expectedNumber(found[key]), found[key]);
  }
}

function refuse(caller: string, path: string, expected: string, received: unknown): RfmError {
  return new RfmError({ caller, code: "invalidOption", path, expected, received });
}

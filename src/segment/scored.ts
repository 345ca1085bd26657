import { recallBins, SCORES, type ScoreTriple } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import type { SchemeBins } from "./rule-types.js";

/**
 * Refuses scores of other bins: by the bins that the array remembers, and row by row by their range. A dimension
 * without bins is not looked at. O(n).
 *
 * @param maker who has these bins, as in `scores of 5 bins, as the scheme "mine" has`.
 */
export function checkScored(
  caller: string,
  scored: readonly ScoreTriple[],
  bins: SchemeBins,
  maker: string,
  hint?: string,
): void {
  const known = recallBins(scored);
  const looked = SCORES.filter((axis) => bins[axis] !== null);
  for (const axis of looked) {
    if (known === undefined || known[axis] === bins[axis]) continue;
    const expected = `scores of ${bins[axis]} bins, as ${maker} has`;
    const refusal = { caller, code: "binsMismatch", path: axis, expected, received: known[axis] } as const;
    throw new RfmError({ ...refusal, hint });
  }
  for (let row = 0; row < scored.length; row++) {
    const scores: Partial<ScoreTriple> | null = scored[row];
    if (typeof scores !== "object" || scores === null) {
      const refusal = { caller, code: "invalidInput", path: "customers", row } as const;
      throw new RfmError({ ...refusal, expected: "an object", received: scores });
    }
    for (const axis of looked) {
      const [score, top] = [scores[axis] as number, bins[axis] as number];
      if (Number.isInteger(score) && score >= 1 && score <= top) continue;
      const expected = `a score from 1 to ${top}`;
      throw new RfmError({ caller, code: "binsMismatch", path: axis, row, expected, received: score });
    }
  }
}

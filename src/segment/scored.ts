import { recallBins, SCORES, type ScoreColumns, type ScoreTriple } from "../core/bins.js";
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
  const looked = checkBins(caller, scored, bins, maker, hint);
  for (let row = 0; row < scored.length; row++) {
    const scores: Partial<ScoreTriple> | null = scored[row];
    if (typeof scores !== "object" || scores === null) {
      const refusal = { caller, code: "invalidInput", path: "customers", row } as const;
      throw new RfmError({ ...refusal, expected: "an object", received: scores });
    }
    for (const axis of looked) checkScore(caller, axis, row, scores[axis], bins);
  }
}

/** As {@link checkScored}, of columns, which have to be of one length. */
export function checkScoredColumns(
  caller: string,
  scored: ScoreColumns,
  bins: SchemeBins,
  maker: string,
): void {
  const { length } = scored.r ?? [];
  for (const axis of checkBins(caller, scored, bins, maker)) {
    const column = scored[axis];
    if (column?.length !== length) {
      const expected = `${length} scores, as in "r"`;
      throw new RfmError({ caller, code: "unequalLengths", path: axis, expected, received: column?.length });
    }
    for (let row = 0; row < length; row++) checkScore(caller, axis, row, column[row], bins);
  }
}

type Axis = (typeof SCORES)[number];

/** Refuses an array that remembers other bins; the dimensions that have any. */
function checkBins(caller: string, scored: object, bins: SchemeBins, maker: string, hint?: string): Axis[] {
  const known = recallBins(scored);
  const looked = SCORES.filter((axis) => bins[axis] !== null);
  for (const axis of looked) {
    if (known === undefined || known[axis] === bins[axis]) continue;
    const expected = `scores of ${bins[axis]} bins, as ${maker} has`;
    const refusal = { caller, code: "binsMismatch", path: axis, expected, received: known[axis] } as const;
    throw new RfmError({ ...refusal, hint });
  }
  return looked;
}

function checkScore(caller: string, axis: Axis, row: number, score: unknown, bins: SchemeBins): void {
  const top = bins[axis] as number;
  if (Number.isInteger(score) && (score as number) >= 1 && (score as number) <= top) return;
  const expected = `a score from 1 to ${top}`;
  throw new RfmError({ caller, code: "binsMismatch", path: axis, row, expected, received: score });
}

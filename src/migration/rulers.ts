import { type Bins, SCORES, type ScoreColumns } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import type { RfmColumns } from "../rfm/columns.js";
import { readPlan } from "../rfm/fit-options.js";
import { fitRuler } from "../rfm/fit-scores.js";
import { hasKind, openScorer, type Ruler, runScorer } from "../rfm/scorer.js";
import type { SegmentScheme } from "../segment/scheme.js";

/** The scores of both days: those of after by the ruler of before, and by that of after. */
interface BothScores {
  readonly before: ScoreColumns;
  /** `undefined`: the ruler of before cannot be held fast. */
  readonly held: ScoreColumns | undefined;
  readonly after: ScoreColumns;
}

/** Scores both days as the ruler asks for. O(n log n) where it is fitted. */
export function scoreBoth(
  caller: string,
  ruler: Ruler,
  scheme: SegmentScheme,
  before: RfmColumns,
  after: RfmColumns,
): BothScores {
  if (!hasKind(ruler)) checkOptions(caller, ruler, ["bins", "cuts"], "ruler");
  const scorer = openScorer(caller, ruler);
  checkBins(caller, scorer.bins, scheme);
  if (hasKind(ruler)) {
    const scores = { before: runScorer(scorer, before), after: runScorer(scorer, after) };
    return { ...scores, held: ruler.kind === "scorer" ? undefined : scores.after };
  }
  const plan = readPlan(caller, ruler);
  // A day without customers has no ruler of its own, and takes the other's.
  const fitTo = (columns: RfmColumns) =>
    columns.recency.length === 0 ? undefined : openScorer(caller, fitRuler(caller, columns, plan));
  const [own, later] = [fitTo(before), fitTo(after)];
  const earlier = own ?? later ?? scorer;
  return {
    before: runScorer(earlier, before),
    held: runScorer(earlier, after),
    after: runScorer(later ?? earlier, after),
  };
}

function checkBins(caller: string, bins: Bins, scheme: SegmentScheme): void {
  for (const axis of SCORES) {
    const needed = scheme.bins[axis];
    if (needed === null || needed === bins[axis]) continue;
    const expected = `${needed} bins, as the scheme "${scheme.name}" has`;
    const refusal = {
      caller,
      code: "binsMismatch",
      path: `ruler.bins.${axis}`,
      received: bins[axis],
    } as const;
    throw new RfmError({ ...refusal, expected });
  }
}

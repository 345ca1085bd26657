import type { ScoreColumns } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { mendingOf } from "../core/mending.js";
import { checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import type { RfmColumns } from "../rfm/columns.js";
import { readPlan } from "../rfm/fit-options.js";
import { fitRuler } from "../rfm/fit-scores.js";
import { hasKind, openScorer, type Ruler, runScorer } from "../rfm/scorer.js";
import { checkRulerBins } from "../segment/ruler-bins.js";
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
  checkRuler(caller, ruler);
  const scorer = openScorer(caller, ruler);
  checkRulerBins(caller, "ruler", scorer.bins, scheme);
  const scores = { before: runScorer(scorer, before), after: runScorer(scorer, after) };
  return { ...scores, held: holdRuler(caller, ruler, before, after, scores.after) };
}

function checkRuler(caller: string, ruler: Ruler): void {
  if (hasKind(ruler)) return;
  if (!isPlain(ruler)) {
    const refusal = { caller, code: "invalidOption", path: "ruler", received: ruler } as const;
    const expected = "the options of a fit, a model of fitScores or a scorer";
    throw new RfmError({ ...refusal, expected, hint: mendingOf(ruler) });
  }
  checkOptions(caller, ruler, ["bins", "cuts"], "ruler");
}

/** The scores of after by the ruler of before. */
function holdRuler(
  caller: string,
  ruler: Ruler,
  before: RfmColumns,
  after: RfmColumns,
  ownOfAfter: ScoreColumns,
): ScoreColumns | undefined {
  if (hasKind(ruler)) return ruler.kind === "scorer" ? undefined : ownOfAfter;
  // A day without customers has no ruler of its own.
  if (before.recency.length === 0) return ownOfAfter;
  const fitted = fitRuler(caller, before, readPlan(caller, ruler));
  return runScorer(openScorer(caller, fitted), after);
}

import { readBinCounts } from "../core/bin-counts.js";
import { type Bins, SCORES, type ScoreColumns } from "../core/bins.js";
import { type CutPoints, cutsBelow, DIMENSIONS } from "../core/cuts.js";
import { RfmError } from "../core/error.js";
import { checkScoreModel, type ScoreModel } from "../core/score-model.js";
import type { RfmColumns } from "./columns.js";
import { type FitOptions, planBins, readPlan } from "./fit-options.js";
import { fitRuler } from "./fit-scores.js";

/**
 * A way to score a whole list of customers at once. Those of other tools are in `rfm-kit/compat`; a function of
 * your own makes one too.
 */
export interface Scorer<B extends Bins = Bins> {
  readonly kind: "scorer";
  /** What messages call it. */
  readonly name: string;
  readonly bins: B;
  /** The cut points it is bound to, of the figures that have any before the customers are known. */
  readonly cuts?: Partial<CutPoints>;
  /** Scores from 1 to the number of bins, the higher the better. Not asked about an empty list. */
  readonly score: (customers: RfmColumns) => ScoreColumns;
}

/** What scores customers: a frozen model, a scorer, or the options to fit a ruler to them. */
export type Ruler<B extends Bins = Bins> = ScoreModel<B> | Scorer<B> | FitOptions;

/** Any ruler as a scorer. */
export function openScorer(caller: string, ruler: Ruler): Scorer {
  if (hasKind(ruler)) {
    if (ruler.kind === "scorer") return checkScorer(caller, ruler);
    checkScoreModel(caller, ruler);
    const { bins, cuts } = ruler;
    return { kind: "scorer", name: "the model", bins, cuts, score: (columns) => applyModel(ruler, columns) };
  }
  const plan = readPlan(caller, ruler);
  const score = (columns: RfmColumns) => applyModel(fitRuler(caller, columns, plan), columns);
  const given = DIMENSIONS.flatMap(([, column], i) => {
    const { cuts } = plan[i];
    return cuts === undefined ? [] : [[column, cuts]];
  });
  const name = given.length > 0 ? "custom cut points" : "exact quantiles";
  return { kind: "scorer", name, bins: planBins(plan), cuts: Object.fromEntries(given), score };
}

/** Whether a ruler is one already, and no options to fit one. */
export function hasKind(ruler: Ruler): ruler is ScoreModel | Scorer {
  return typeof ruler === "object" && ruler !== null && "kind" in ruler && ruler.kind !== undefined;
}

function checkScorer(caller: string, scorer: Scorer): Scorer {
  const { bins, name, score }: Partial<Scorer> = scorer;
  const refuse = (code: "invalidBins" | "invalidOption", path: string, expected: string, received: unknown) =>
    new RfmError({ caller, code, path: `scorer.${path}`, expected, received });
  if (typeof bins !== "object") throw refuse("invalidBins", "bins", "the bins of r, f and m", bins);
  const counts = readBinCounts(caller, "scorer.bins", bins);
  for (const axis of SCORES) {
    if (counts[axis] === undefined)
      throw refuse("invalidBins", `bins.${axis}`, "a number of bins", undefined);
  }
  if (typeof name !== "string" || name === "") throw refuse("invalidOption", "name", "a name", name);
  if (typeof score !== "function") throw refuse("invalidOption", "score", "a function of the columns", score);
  return { ...scorer, score: (columns) => checkScores(caller, scorer, columns) };
}

function applyModel({ bins, cuts }: ScoreModel, { recency, frequency, monetary }: RfmColumns): ScoreColumns {
  return {
    r: binColumn(recency, cuts.recency, bins.r, -1),
    f: binColumn(frequency, cuts.frequency, 1, 1),
    m: binColumn(monetary, cuts.monetary, 1, 1),
  };
}

/** The score of the lowest bin, and a step more for each cut point below. */
function binColumn(values: Float64Array, cuts: readonly number[], lowest: number, step: 1 | -1): Uint16Array {
  const scores = new Uint16Array(values.length);
  for (let i = 0; i < values.length; i++) scores[i] = lowest + step * cutsBelow(cuts, values[i]);
  return scores;
}

/** The scores of all customers, none for none. */
export function runScorer({ score }: Scorer, columns: RfmColumns): ScoreColumns {
  return columns.recency.length === 0 ? { r: [], f: [], m: [] } : score(columns);
}

/** What somebody else's scorer gives; refused where it is no score from 1 to its bins for every customer. */
function checkScores(caller: string, { name, bins, score }: Scorer, columns: RfmColumns): ScoreColumns {
  const customers = columns.recency.length;
  const scores: Partial<ScoreColumns> | undefined = score(columns);
  for (const axis of SCORES) {
    const column = scores?.[axis];
    if (column?.length !== customers) {
      const expected = `a column of ${customers} scores of ${name}`;
      throw new RfmError({ caller, code: "binsMismatch", path: axis, expected, received: column });
    }
    for (let row = 0; row < customers; row++) {
      const received = column[row];
      if (Number.isInteger(received) && received >= 1 && received <= bins[axis]) continue;
      const expected = `a score from 1 to ${bins[axis]} of ${name}`;
      throw new RfmError({ caller, code: "binsMismatch", path: axis, row, expected, received });
    }
  }
  return scores as ScoreColumns;
}

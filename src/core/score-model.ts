import type { Bins } from "./bins.js";
import { type CutPoints, checkCuts, cutsBelow, DIMENSIONS } from "./cuts.js";
import { RfmError } from "./error.js";
import { checkModel } from "./model.js";

/**
 * A frozen ruler: the cut points that turn recency, frequency and monetary value into scores, and how well
 * they divided the customers they were fitted to. Plain JSON; fit it once and apply it to every later month.
 */
export interface ScoreModel<B extends Bins = Bins> {
  readonly kind: "scoreModel";
  readonly version: 1;
  readonly bins: B;
  readonly cuts: CutPoints;
  /** Customers it was fitted to. */
  readonly customers: number;
  /** Customers with score 1, 2, … of each dimension: ties make bins unequal, and some of them empty. */
  readonly sizes: {
    readonly r: readonly number[];
    readonly f: readonly number[];
    readonly m: readonly number[];
  };
  /** Customers a bin would hold were there no ties: customers / bins; `null` for custom cut points. */
  readonly nominal: { readonly r: number | null; readonly f: number | null; readonly m: number | null };
}

/** What marks a score model. */
export const SCORE_MODEL_HEAD = { kind: "scoreModel", version: 1 } as const;

/** Refuses what is not a score model of this version, or has been damaged since. */
export function checkScoreModel(caller: string, model: ScoreModel): void {
  checkModel(caller, "model", model, SCORE_MODEL_HEAD);
  for (const [score, column] of DIMENSIONS) {
    const cuts = model.cuts?.[column];
    checkCuts(caller, `model.cuts.${column}`, cuts, { collapsed: true });
    if (cuts.length + 1 === model.bins?.[score]) continue;
    const expected = `${cuts.length + 1}, as it has ${cuts.length} cut points`;
    const received = model.bins?.[score];
    throw new RfmError({ caller, code: "invalidBins", path: `model.bins.${score}`, expected, received });
  }
}

/** The score of one value. O(log bins). */
export function scoreValue({ bins, cuts }: ScoreModel, score: keyof Bins, value: number): number {
  if (score === "r") return bins.r - cutsBelow(cuts.recency, value);
  return 1 + cutsBelow(score === "f" ? cuts.frequency : cuts.monetary, value);
}

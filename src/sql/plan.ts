import type { Bins } from "../core/bins.js";
import { DIMENSIONS } from "../core/cuts.js";
import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { checkScoreModel, type ScoreModel } from "../core/score-model.js";
import { type DimensionPlan, planBins, readPlan } from "../rfm/fit-options.js";
import { type CountSettings, readCountSettings } from "../rfm/settings.js";
import { readScheme } from "../segment/lookup.js";
import type { SegmentScheme } from "../segment/scheme.js";
import { tenSegments } from "../segment/ten-segments.js";
import type { Dialect } from "./dialect.js";
import type { Asker } from "./doors.js";
import type { SqlFit, SqlSteps } from "./options.js";

/** How customers are scored. */
export interface ScorePlan {
  readonly plan: readonly DimensionPlan[];
  readonly bins: Bins;
  /** How the engine estimates a quantile; `undefined`: cut points are found exactly. */
  readonly estimate: Dialect["approximateQuantile"];
}

/** How customers are counted, scored and segmented, checked. */
export interface StepPlan {
  readonly counting: CountSettings;
  readonly scores: ScorePlan | undefined;
  readonly scheme: SegmentScheme<string, Bins> | undefined;
}

export const STEP_OPTIONS = ["asOf", "since", "recency", "countBy", "monetary", "decimals"] as const;

export function readSteps(asker: Asker, options: Partial<SqlSteps>): StepPlan {
  const { recency, countBy, monetary, decimals } = options;
  const counting = readCountSettings(asker.caller, { recency, countBy, monetary, decimals });
  const scores = options.scores === false ? undefined : readScores(asker, options.scores ?? {});
  return { counting, scores, scheme: schemeFor(asker, options.scheme, scores) };
}

/** The scheme of an answer that is about segments. */
export function needScheme(asker: Asker, options: Partial<SqlSteps>): SegmentScheme<string, Bins> {
  const { scheme } = readSteps(asker, options);
  if (scheme !== undefined) return scheme;
  const path = options.scores === false ? "scores" : "scheme";
  const expected = `${path} for output: "${(options as { output?: string }).output}", which is about segments`;
  throw new RfmError({ caller: asker.caller, code: "invalidOption", path, expected, received: false });
}

function readScores(asker: Asker, scores: ScoreModel | SqlFit): ScorePlan {
  const { caller, dialect } = asker;
  if (isModel(scores)) {
    checkScoreModel(caller, scores);
    const plan = DIMENSIONS.map(([score, column]) => ({
      bins: scores.bins[score],
      cuts: scores.cuts[column],
    }));
    return { plan, bins: scores.bins, estimate: undefined };
  }
  if (typeof scores === "number") {
    const expected = `a model, false, or options such as { bins: ${scores} }`;
    throw new RfmError({ caller, code: "invalidOption", path: "scores", expected, received: scores });
  }
  checkOptions(caller, scores, ["bins", "cuts", "quantiles"], "scores");
  const { quantiles = "exact", ...fit } = scores;
  checkChoice(caller, "scores.quantiles", quantiles, ["exact", "approximate"]);
  const plan = readPlan(caller, fit);
  const estimate = quantiles === "approximate" ? dialect.approximateQuantile : undefined;
  if (quantiles === "approximate" && estimate === undefined) {
    const refusal = { caller, code: "notInDialect", path: "scores.quantiles", received: quantiles } as const;
    throw new RfmError({ ...refusal, expected: `"exact", as ${dialect.title} estimates no quantiles` });
  }
  return { plan, bins: planBins(plan), estimate };
}

function isModel(scores: ScoreModel | SqlFit): scores is ScoreModel {
  return typeof scores === "object" && scores !== null && "kind" in scores && scores.kind !== undefined;
}

/** The scheme to segment by, refused where the scores have other bins. */
function schemeFor(
  { caller }: Asker,
  given: SqlSteps["scheme"],
  scores: ScorePlan | undefined,
): SegmentScheme<string, Bins> | undefined {
  if (given === false) return undefined;
  if (scores === undefined) {
    if (given === undefined) return undefined;
    const expected = "scores, as segments are made of them";
    throw new RfmError({ caller, code: "invalidOption", path: "scores", expected, received: false });
  }
  const scheme = given ?? (tenSegments as SegmentScheme<string, Bins>);
  const { bins } = readScheme(caller, scheme);
  for (const [score] of DIMENSIONS) {
    if (bins[score] === null || bins[score] === scores.bins[score]) continue;
    const refusal = { caller, code: "binsMismatch", path: score, received: scores.bins[score] } as const;
    const hint = given === undefined ? "name a scheme of your own, or scheme: false" : undefined;
    const expected = `scores of ${bins[score]} bins, as the scheme "${scheme.name}" has`;
    throw new RfmError({ ...refusal, expected, hint });
  }
  return scheme;
}

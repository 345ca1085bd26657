import type { Bins, ScoreTriple } from "../core/bins.js";
import { DIMENSIONS } from "../core/cuts.js";
import { RfmError } from "../core/error.js";
import { expectedNumber, isUsable } from "../core/number.js";
import { checkOptions } from "../core/options.js";
import { checkScoreModel, type ScoreModel, scoreValue } from "../core/score-model.js";
import type { Scorer } from "../rfm/scorer.js";
import {
  type CustomerFigures,
  describeExplanation,
  describeMove,
  type SegmentExplanation,
} from "./explanation.js";
import { readScheme } from "./lookup.js";
import { type Figure, findMove } from "./moves.js";
import type { SegmentScheme } from "./scheme.js";

/** How {@link explainSegment} measures distances. */
export interface ExplainOptions {
  /** The smallest change of each figure. Default: 1 day, 1 purchase, 0.01 of money. */
  readonly step?: { readonly [K in keyof CustomerFigures]?: number | undefined } | undefined;
  /** What the customer's next order would be worth. Default: monetary / frequency. */
  readonly order?: number | undefined;
}

/**
 * Why a customer is in a segment: the rule that won, the rules that matched too, and for each figure how far it is
 * from another segment, the other two staying as they are.
 *
 * A distance is a whole number of steps (days, purchases, cents): moving by it changes the segment, moving by
 * fewer steps does not. A figure that no change takes out of the segment has no move; recency does not fall below
 * 0 nor frequency below 1. An order moves all three figures at once: `nextOrder` says where to.
 *
 * Cost: O(rules · bins).
 *
 * @param customer a row with `recency`, `frequency` and `monetary`; scores it may have are not looked at.
 * @param scheme the scheme that places the customer.
 * @param model the frozen ruler from `fitScores`, of the scheme's bins.
 * @throws RfmError on a figure that is no number, a step that is not above 0, a model of other bins.
 * @example
 * ```ts
 * import { explainSegment, fitScores, tenSegments } from "rfm-kit";
 *
 * const customers = [1, 2, 3, 4, 5].map((i) => ({ recency: 30 * i, frequency: i, monetary: 10 * i }));
 * const model = fitScores(customers); // recency is cut at 54, 78, 102 and 126 days
 * const { segment, moves } = explainSegment({ recency: 80, frequency: 3, monetary: 30 }, tenSegments, model);
 * segment; // => "need-attention"
 * moves[0].text; // => "23 days without a purchase from at-risk"
 * ```
 */
export function explainSegment<Name extends string, B extends Bins, Fitted extends B>(
  customer: CustomerFigures,
  scheme: SegmentScheme<Name, B>,
  model: ScoreModel<Fitted>,
  options?: ExplainOptions,
): SegmentExplanation<Name>;
export function explainSegment(
  customer: CustomerFigures,
  scheme: SegmentScheme,
  model: ScoreModel,
  options: ExplainOptions = {},
): SegmentExplanation {
  const { bins, read, otherwise } = readScheme(CALLER, scheme);
  checkRuler(model);
  const figures = readFigures(customer, model, options);
  const looked = figures.filter(({ score }) => bins[score] !== null);
  for (const { score } of looked) checkBins(score, bins[score], model.bins[score]);

  const rulesAt = ({ r, f, m }: ScoreTriple) =>
    read.flatMap(({ matches }, i) => (matches(r, f, m) ? [i] : []));
  const segmentOf = (rule: number | undefined) =>
    rule === undefined ? (otherwise as string) : read[rule].rule.segment;
  const segmentAt = (scores: ScoreTriple) => segmentOf(rulesAt(scores)[0]);

  const [r, f, m] = figures.map(({ score, value }) => scoreValue(model, score, value));
  const scores = { r, f, m };
  const [won, ...others] = rulesAt(scores);
  const moves = looked.flatMap((figure) =>
    ([1, -1] as const).flatMap((sign) => {
      const move = findMove(model, segmentAt, scores, figure, sign);
      if (move === undefined) return [];
      const found = { dimension: figure.dimension, direction: sign === 1 ? "up" : "down", ...move } as const;
      return [{ ...found, text: describeMove(found) }];
    }),
  );
  const alsoMatched = others.map((rule) => ({ rule, segment: segmentOf(rule) }));
  const ordered = scoreOrder(figures, model, options.order);
  const nextOrder = { to: segmentAt(ordered), scores: ordered };
  const explanation = { segment: segmentOf(won), scores, rule: won ?? null, alsoMatched, moves, nextOrder };
  return { ...explanation, text: describeExplanation(explanation) };
}

const CALLER = "explainSegment";
const STEP = { recency: 1, frequency: 1, monetary: 0.01 };
const LEAST = { recency: 0, frequency: 1, monetary: Number.NEGATIVE_INFINITY };

interface NamedFigure extends Figure {
  readonly dimension: keyof CustomerFigures;
}

function readFigures(customer: unknown, model: ScoreModel, options: ExplainOptions): NamedFigure[] {
  checkOptions(CALLER, options, ["step", "order"]);
  const steps = options.step ?? {};
  checkOptions(CALLER, steps, ["recency", "frequency", "monetary"], "step");
  if (typeof customer !== "object" || customer === null) {
    throw refuse("invalidInput", "customer", "a row with recency, frequency and monetary", customer);
  }
  const row: Partial<Record<string, unknown>> = customer;
  return DIMENSIONS.map(([score, dimension]) => {
    const value = row[dimension];
    const step = steps[dimension] ?? STEP[dimension];
    if (!isUsable(value)) throw refuse("invalidValue", dimension, expectedNumber(value), value);
    if (!isUsable(step) || step <= 0)
      throw refuse("invalidOption", `step.${dimension}`, "a number above 0", step);
    return { score, dimension, value, step, cuts: model.cuts[dimension], least: LEAST[dimension] };
  });
}

/** Another tool's scorer compares customers with each other, so that it has no cut points to be far from. */
function checkRuler(model: ScoreModel | Scorer): asserts model is ScoreModel {
  if (model?.kind === "scorer") {
    throw refuse(
      "modelKind",
      "model.kind",
      "a model from fitScores, as a scorer has no cut points",
      model.kind,
    );
  }
  checkScoreModel(CALLER, model);
}

/** The scores after an order today. */
function scoreOrder(
  [, { value: frequency }, { value: monetary }]: readonly Figure[],
  model: ScoreModel,
  order = frequency > 0 ? monetary / frequency : monetary,
): ScoreTriple {
  if (!isUsable(order)) throw refuse("invalidOption", "order", expectedNumber(order), order);
  return {
    r: scoreValue(model, "r", 0),
    f: scoreValue(model, "f", frequency + 1),
    m: scoreValue(model, "m", monetary + order),
  };
}

function checkBins(score: keyof Bins, expected: number | null, received: number): void {
  if (expected === received) return;
  throw refuse("binsMismatch", `model.bins.${score}`, `${expected} bins, as the scheme has`, received);
}

function refuse(
  code: "invalidValue" | "invalidOption" | "binsMismatch" | "modelKind" | "invalidInput",
  path: string,
  expected: string,
  received: unknown,
): RfmError {
  return new RfmError({ caller: CALLER, code, path, expected, received });
}

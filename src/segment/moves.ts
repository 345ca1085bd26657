import type { Bins, ScoreTriple } from "../core/bins.js";
import { openWalk } from "../core/decimals.js";
import { type ScoreModel, scoreValue } from "../core/score-model.js";

/** One figure of a customer, and how it may change. */
export interface Figure {
  readonly score: keyof Bins;
  readonly value: number;
  readonly cuts: readonly number[];
  /** The smallest change. */
  readonly step: number;
  /** No value is below it. */
  readonly least: number;
}

/** A change of one figure that leads to another segment. */
export interface Move {
  readonly distance: number;
  readonly scores: number;
  readonly to: string;
}

/**
 * The fewest steps up (1) or down (-1) that lead a figure to another segment, the other scores staying as they
 * are; `undefined` where no number of steps does. O(bins · log steps).
 */
export function findMove(
  model: ScoreModel,
  segmentAt: (scores: ScoreTriple) => string,
  scores: ScoreTriple,
  { score, value, cuts, step, least }: Figure,
  direction: 1 | -1,
): Move | undefined {
  const isPast = (reached: number, cut: number) => (direction === 1 ? reached > cut : reached <= cut);
  const ahead =
    direction === 1 ? cuts.filter((cut) => cut >= value) : cuts.filter((cut) => cut < value).reverse();
  const segment = segmentAt(scores);
  const walk = openWalk(value, direction * step);
  for (const cut of ahead) {
    const steps = fewestSteps((count) => isPast(walk(count), cut), Math.abs(cut - value) / step);
    const reached = walk(steps);
    if (reached < least) return undefined;
    const next = scoreValue(model, score, reached);
    const to = segmentAt({ ...scores, [score]: next });
    if (to !== segment) return { distance: openWalk(0, step)(steps), scores: next - scores[score], to };
  }
  return undefined;
}

/** The least whole number from 1 up that is enough, `near` being close to it. O(log n). */
function fewestSteps(isEnough: (count: number) => boolean, near: number): number {
  let high = Math.max(1, Math.ceil(near));
  while (!isEnough(high)) high *= 2;
  let low = Math.max(0, Math.floor(near) - 1);
  if (low > 0 && isEnough(low)) low = 0;
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (middle === low || middle === high) break;
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

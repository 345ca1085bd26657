import type { Bins } from "../core/bins.js";
import type { RfmColumns } from "../rfm/columns.js";
import { runScorer, type Scorer } from "../rfm/scorer.js";

/** The customers who share a value, and the scores they get. */
interface Shared {
  readonly customers: number;
  readonly lowest: number;
  readonly highest: number;
}

/** What one scorer does with one figure. */
export interface Survey {
  readonly scorer: string;
  readonly scores: ArrayLike<number>;
  /** The scores were the rows in reverse order. */
  readonly backwards: ArrayLike<number>;
  readonly shared: ReadonlyMap<number, Shared>;
  /** The values of each score that occurs, ascending. */
  readonly ranges: ReadonlyMap<number, readonly [least: number, greatest: number]>;
  /** Whether equal values get different scores. */
  readonly splitsTies: boolean;
  /** Whether no better value gets a lower score. */
  readonly followsValue: boolean;
}

/** Scores forwards and backwards, and looks at each of the three figures. O(n log n) and two scorings. */
export function surveyScorer(
  caller: string,
  scorer: Scorer,
  columns: RfmColumns,
): Record<keyof Bins, Survey> {
  const scores = runScorer(caller, scorer, columns);
  const { recency, frequency, monetary } = columns;
  const turned = { recency: turn(recency), frequency: turn(frequency), monetary: turn(monetary) };
  const backwards = runScorer(caller, scorer, turned);
  const survey = (score: keyof Bins, values: Float64Array) => {
    const shared = shareValues(values, scores[score]);
    return {
      scorer: scorer.name,
      scores: scores[score],
      backwards: turn(Float64Array.from(backwards[score])),
      shared,
      ranges: scoreRanges(values, scores[score]),
      splitsTies: [...shared.values()].some(({ lowest, highest }) => lowest !== highest),
      followsValue: followsValue(shared, score === "r"),
    };
  };
  return { r: survey("r", recency), f: survey("f", frequency), m: survey("m", monetary) };
}

const turn = (values: Float64Array): Float64Array => values.slice().reverse();

function shareValues(values: Float64Array, scores: ArrayLike<number>): Map<number, Shared> {
  const shared = new Map<number, Shared>();
  for (let row = 0; row < values.length; row++) {
    const score = scores[row];
    const { customers, lowest, highest } = shared.get(values[row]) ?? {
      customers: 0,
      lowest: score,
      highest: score,
    };
    const [low, high] = [Math.min(lowest, score), Math.max(highest, score)];
    shared.set(values[row], { customers: customers + 1, lowest: low, highest: high });
  }
  return shared;
}

function scoreRanges(values: Float64Array, scores: ArrayLike<number>): Map<number, [number, number]> {
  const ranges = new Map<number, [number, number]>();
  for (let row = 0; row < values.length; row++) {
    const [least, greatest] = ranges.get(scores[row]) ?? [values[row], values[row]];
    ranges.set(scores[row], [Math.min(least, values[row]), Math.max(greatest, values[row])]);
  }
  return new Map([...ranges].sort(([a], [b]) => a - b));
}

function followsValue(shared: ReadonlyMap<number, Shared>, descending: boolean): boolean {
  const ascending = [...shared].sort(([a], [b]) => (descending ? b - a : a - b));
  return ascending.every(([, { lowest }], i) => i === 0 || ascending[i - 1][1].highest <= lowest);
}

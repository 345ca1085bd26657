import type { Bins } from "../core/bins.js";
import { cutPoints } from "../core/quantile.js";
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
  /** Whether the figure alone decides, with the order of the rows: no better value gets a lower score. */
  readonly followsValue: boolean;
  /**
   * Whether cut points coincide: its own where it is bound to some, else those of equally filled bins, with each other
   * or with the least or greatest value.
   */
  readonly cutsCoincide: boolean;
}

/** Scores forwards and backwards, and looks at each of the three figures. O(n log n) and two scorings. */
export function surveyScorer(scorer: Scorer, columns: RfmColumns): Record<keyof Bins, Survey> {
  const scores = runScorer(scorer, columns);
  const { recency, frequency, monetary } = columns;
  const turned = { recency: turn(recency), frequency: turn(frequency), monetary: turn(monetary) };
  const backwards = runScorer(scorer, turned);
  const survey = (score: keyof Bins, values: Float64Array) => {
    const own = scores[score];
    const back = turn(Float64Array.from(backwards[score]));
    const shared = shareValues(values, own);
    const splitsTies = [...shared.values()].some(({ lowest, highest }) => lowest !== highest);
    // Whoever splits ties by the order of the rows splits them otherwise in the reverse order.
    const splitsByOrder = !splitsTies || back.some((other, row) => other !== own[row]);
    return {
      scorer: scorer.name,
      scores: own,
      backwards: back,
      shared,
      ranges: scoreRanges(values, own),
      followsValue: splitsByOrder && followsValue(shared, score === "r"),
      cutsCoincide: cutsCoincide(values, scorer.bins[score], scorer.cuts?.[FIGURES[score]]),
    };
  };
  return { r: survey("r", recency), f: survey("f", frequency), m: survey("m", monetary) };
}

const turn = (values: Float64Array): Float64Array => values.slice().reverse();

const FIGURES = { r: "recency", f: "frequency", m: "monetary" } as const;

function cutsCoincide(values: Float64Array, bins: number, known: readonly number[] | undefined): boolean {
  if (known !== undefined) return new Set(known).size < known.length;
  if (values.length < 2) return false;
  const sorted = values.slice().sort();
  const edges = [sorted[0], ...cutPoints(sorted, bins), sorted[sorted.length - 1]];
  return new Set(edges).size < edges.length;
}

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

/** How many scores each dimension has: R from 1 to `r`, F from 1 to `f`, M from 1 to `m`. */
export interface Bins {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** The scores, in the order in which cells name them. */
export const SCORES = ["r", "f", "m"] as const satisfies (keyof Bins)[];

/** The three scores of a customer. */
export interface ScoreTriple {
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** The scores of all customers, a column each, in the order of the rows. */
export interface ScoreColumns {
  readonly r: ArrayLike<number>;
  readonly f: ArrayLike<number>;
  readonly m: ArrayLike<number>;
}

/** A compile-time mark on scored rows: the bins they were scored with. No such property exists at run time. */
export interface ScoredWith<B> {
  readonly "~bins"?: B;
}

/** Where an array of scored rows keeps the bins it was scored with: out of sight of loops, JSON and tables. */
const BINS = Symbol.for("rfm-kit.bins");

export function rememberBins<T extends object>(scored: T, bins: Bins): T {
  return Object.defineProperty(scored, BINS, { value: bins });
}

/** The bins an array was scored with; `undefined` where it has been copied or filtered since. */
export function recallBins(scored: object): Bins | undefined {
  return (scored as { [BINS]?: Bins })[BINS];
}

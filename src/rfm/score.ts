import { type Bins, rememberBins, type ScoreColumns, type ScoredWith } from "../core/bins.js";
import { extendRow, type Without } from "../core/extend.js";
import type { ScoreModel } from "../core/score-model.js";
import { isColumns } from "../core/values.js";
import { type Customers, type RfmColumns, type RfmValues, readColumns } from "./columns.js";
import type { BinsOf, BinsOption, CutsOption, FitOptions, NoCuts } from "./fit-options.js";
import { openScorer, type Ruler, runScorer, type Scorer } from "./scorer.js";

/** The scores 1 to `N` as a union, where the number is known and at most 100. */
export type Score<N extends number> = number extends N ? number : UpTo<N>;

type UpTo<N extends number, Counted extends 0[] = [], Union = never> = Counted["length"] extends N
  ? Union
  : Counted["length"] extends 100
    ? number
    : UpTo<N, [...Counted, 0], Union | [...Counted, 0]["length"]>;

/** The columns that scoring adds. */
export interface Scores<B extends Bins = Bins> {
  readonly r: Score<B["r"]>;
  readonly f: Score<B["f"]>;
  readonly m: Score<B["m"]>;
  /** The three scores as one cell: `"543"`, or `"10-4-3"` where a dimension has more than 9. */
  readonly rfm: string;
}

/** A row with scores; the number of bins travels in its type, where it is known. */
export type Scored<C, B extends Bins = Bins> = Without<C, keyof Scores> &
  Scores<B> &
  (number extends B["r"] | B["f"] | B["m"] ? unknown : ScoredWith<B>);

/** Columns with those that scoring adds. */
export type ScoredColumns<C, B extends Bins = Bins> = Without<C, keyof Scores> & {
  readonly [K in "r" | "f" | "m"]: Uint16Array;
} & { readonly rfm: readonly string[] } & (number extends B["r"] | B["f"] | B["m"] ? unknown : ScoredWith<B>);

/**
 * Scores customers on recency, frequency and monetary value: the higher the better, on every dimension.
 *
 * f, m = 1 + #{cut points < value}; r = b − #{cut points < recency}. A value on a cut point falls in the
 * lower bin, and equal values always score equally, whatever the order of the rows.
 *
 * Cost: O(n log n) where a ruler is fitted, O(n) with a model.
 *
 * @param customers rows with `recency`, `frequency` and `monetary`; all their own columns are kept, methods and
 * getters of a class are not.
 * @param ruler a model from {@link fitScores}, the options to fit one to these customers, or another tool's scorer
 * from `rfm-kit/compat`.
 * @returns a new row for each, with `r`, `f`, `m` and `rfm` added; none for no customers. Columns, as
 * `computeRfm` gives them for `output: "columns"`, are answered in columns.
 * @throws RfmError on a value that is not a finite number, on a model of another kind or version.
 * @see Hughes (1994), "Strategic Database Marketing", for scores by quantiles.
 * @example
 * ```ts
 * import { scoreCustomers } from "rfm-kit";
 *
 * const customers = [
 *   { customerId: "ada", recency: 2, frequency: 9, monetary: 800 },
 *   { customerId: "bob", recency: 40, frequency: 1, monetary: 15 },
 * ];
 * scoreCustomers(customers, { bins: 2 }).map((customer) => customer.rfm); // => ["222", "111"]
 * ```
 */
export function scoreCustomers<C extends RfmColumns, B extends Bins>(
  customers: C,
  ruler: ScoreModel<B> | Scorer<B>,
): ScoredColumns<C, B>;
export function scoreCustomers<
  C extends RfmColumns,
  const B extends BinsOption = 5,
  const K extends CutsOption = NoCuts,
>(customers: C, ruler?: FitOptions<B, K>): ScoredColumns<C, BinsOf<B, K>>;
export function scoreCustomers<C extends RfmValues, B extends Bins>(
  customers: readonly C[],
  ruler: ScoreModel<B> | Scorer<B>,
): Scored<C, B>[];
export function scoreCustomers<
  C extends RfmValues,
  const B extends BinsOption = 5,
  const K extends CutsOption = NoCuts,
>(customers: readonly C[], ruler?: FitOptions<B, K>): Scored<C, BinsOf<B, K>>[];
export function scoreCustomers<C extends RfmValues>(
  customers: readonly C[],
  ruler: Ruler | undefined,
): Scored<C, Bins>[];
export function scoreCustomers(customers: Customers, ruler: ScoreModel | Scorer | FitOptions = {}): object {
  const caller = "scoreCustomers";
  const scorer = openScorer(caller, ruler);
  const columns = readColumns(caller, customers);
  const scores = runScorer(scorer, columns);
  const scored = isColumns(customers)
    ? scoreColumns(customers, scores, scorer.bins)
    : scoreRows(customers, columns, scores, scorer.bins);
  return rememberBins(scored, scorer.bins);
}

function scoreRows(
  customers: readonly RfmValues[],
  { recency, frequency, monetary }: RfmColumns,
  scores: ScoreColumns,
  bins: Bins,
): object[] {
  const cell = cellNames(bins);
  return customers.map((customer, row) => {
    const r = scores.r[row];
    const f = scores.f[row];
    const m = scores.m[row];
    return extendRow(customer, {
      recency: recency[row],
      frequency: frequency[row],
      monetary: monetary[row],
      r,
      f,
      m,
      rfm: cell(r, f, m),
    });
  });
}

function scoreColumns(customers: RfmColumns, scores: ScoreColumns, bins: Bins): object {
  const cell = cellNames(bins);
  const [r, f, m] = [new Uint16Array(scores.r), new Uint16Array(scores.f), new Uint16Array(scores.m)];
  const rfm = new Array<string>(r.length);
  for (let row = 0; row < r.length; row++) rfm[row] = cell(r[row], f[row], m[row]);
  return { ...customers, r, f, m, rfm };
}

/** Names cells; each name is made once, so that a million rows share a hundred strings. */
function cellNames(bins: Bins): (r: number, f: number, m: number) => string {
  const joint = bins.r > 9 || bins.f > 9 || bins.m > 9 ? "-" : "";
  const names = new Map<number, string>();
  return (r, f, m) => {
    const key = (r * (bins.f + 1) + f) * (bins.m + 1) + m;
    let name = names.get(key);
    if (name === undefined) {
      name = [r, f, m].join(joint);
      names.set(key, name);
    }
    return name;
  };
}

import { readBinCounts } from "../core/bin-counts.js";
import { SCORES, type ScoreTriple } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import type { ValueOf } from "../core/values.js";
import { readRule } from "../segment/rule.js";
import type { Axis, Match, ScoreRange } from "../segment/rule-types.js";
import type { SchemeBinsOption } from "../segment/scheme.js";
import { checkScored } from "../segment/scored.js";
import { type Finding, findCustomers, rank, readWorth } from "./answer.js";

/** Ranges on R, F, M and FM, the floored mean of F and M; a customer has to be within all of them. */
export type ScoreWhere = { readonly [A in Axis]?: ScoreRange | undefined };

/** Whom a question is about. */
export interface WhereOptions<Row, B extends SchemeBinsOption = SchemeBinsOption> {
  /** Ranges on the scores, such as `{ r: [2, 3], f: [4, 5] }`. Has to be given for other bins than five. */
  readonly where?: ScoreWhere | undefined;
  /** The bins `where` is made for; those of dimensions it does not look at do not matter. Default: 5. */
  readonly bins?: B | undefined;
  /** What a customer is worth: a column, or a function of the row. Default: `"monetary"`. */
  readonly value?: ValueOf<Row> | undefined;
}

/** The same for rows of any kind, whose value has to be named. */
export interface NamedWhereOptions<Row, B extends SchemeBinsOption = SchemeBinsOption>
  extends WhereOptions<Row, B> {
  readonly value: ValueOf<Row>;
}

const USUAL_BINS = 5;

type Dimension = keyof ScoreTriple;

/** Finds the customers within ranges of scores, by falling value. O(n log n). */
export function findWhere<C extends ScoreTriple>(
  caller: string,
  scored: readonly C[],
  options: WhereOptions<C, SchemeBinsOption>,
  usual: ScoreWhere,
): Finding<C> {
  checkOptions(caller, options, ["where", "bins", "value"]);
  const values = readWorth(caller, scored, options.value);
  const places = placesWhere(caller, scored, options, usual);
  return findCustomers(scored, values, rank(places, values));
}

/** Reads the ranges, and refuses scores they are not made for. O(n). */
function placesWhere(
  caller: string,
  scored: readonly ScoreTriple[],
  options: { readonly where?: unknown; readonly bins?: unknown },
  usual: ScoreWhere,
): number[] {
  const given = readBinCounts(caller, "bins", options.bins ?? USUAL_BINS);
  const bins = { r: given.r ?? USUAL_BINS, f: given.f ?? USUAL_BINS, m: given.m ?? USUAL_BINS };
  if (
    options.where === undefined &&
    dimensionsOf(usual).some((dimension) => bins[dimension] !== USUAL_BINS)
  ) {
    const expected = "ranges on the scores, as the default is made for 5 bins";
    throw new RfmError({ caller, code: "invalidOption", path: "where", expected, received: undefined });
  }
  const { matches, seen } = readWhere(caller, options.where ?? usual, bins);
  const looked = (dimension: Dimension) => (seen.includes(dimension) ? bins[dimension] : null);
  const needed = { r: looked("r"), f: looked("f"), m: looked("m") };
  checkScored(caller, scored, needed, "`where`", "give `bins` and `where` for these scores");
  return [...scored.keys()].filter((row) => matches(scored[row].r, scored[row].f, scored[row].m));
}

function readWhere(
  caller: string,
  where: unknown,
  bins: Record<Dimension, number>,
): { readonly matches: Match; readonly seen: readonly Dimension[] } {
  checkOptions(caller, where, ["r", "f", "m", "fm"] satisfies Axis[], "where");
  const ranges = where as ScoreWhere;
  const seen = dimensionsOf(ranges);
  if (seen.length === 0) {
    const expected = "a range on r, f, m or fm";
    throw new RfmError({ caller, code: "invalidRule", path: "where", expected, received: where });
  }
  const { matches } = readRule(caller, { segment: "where", ...ranges }, "where", bins, null);
  return { matches, seen };
}

/** The scores that ranges look at. */
function dimensionsOf(ranges: ScoreWhere): Dimension[] {
  const axes = Object.entries(ranges).flatMap(([axis, range]) => (range === undefined ? [] : axis.split("")));
  return SCORES.filter((dimension) => axes.includes(dimension));
}

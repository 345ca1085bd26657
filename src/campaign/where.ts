import { readBinCounts } from "../core/bin-counts.js";
import { recallBins, type ScoreTriple } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import type { ValueOf } from "../core/values.js";
import { type Match, readRule } from "../segment/rule.js";
import type { Axis, ScoreRange } from "../segment/rule-types.js";
import type { SchemeBinsOption } from "../segment/scheme.js";

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

/** Reads the ranges, and refuses scores they are not made for. O(n). */
export function placesWhere(
  caller: string,
  scored: readonly ScoreTriple[],
  options: { readonly where?: unknown; readonly bins?: unknown },
  usual: ScoreWhere,
): number[] {
  const given = readBinCounts(caller, "bins", options.bins ?? USUAL_BINS);
  const bins = { r: given.r ?? USUAL_BINS, f: given.f ?? USUAL_BINS, m: given.m ?? USUAL_BINS };
  const { matches, seen } = readWhere(caller, options.where ?? usual, bins);
  if (options.where === undefined && seen.some((dimension) => bins[dimension] !== USUAL_BINS)) {
    const expected = "ranges on the scores, as the default is made for 5 bins";
    throw new RfmError({ caller, code: "invalidOption", path: "where", expected, received: undefined });
  }
  checkScores(caller, scored, bins, seen);
  return [...scored.keys()].filter((row) => matches(scored[row].r, scored[row].f, scored[row].m));
}

function readWhere(
  caller: string,
  where: unknown,
  bins: Record<Dimension, number>,
): { readonly matches: Match; readonly seen: readonly Dimension[] } {
  checkOptions(caller, where, ["r", "f", "m", "fm"] satisfies Axis[], "where");
  const ranges = where as ScoreWhere;
  const axes = Object.entries(ranges).flatMap(([axis, range]) => (range === undefined ? [] : axis.split("")));
  if (axes.length === 0) {
    const expected = "a range on r, f, m or fm";
    throw new RfmError({ caller, code: "invalidRule", path: "where", expected, received: where });
  }
  const { matches } = readRule(caller, { segment: "where", ...ranges }, "where", bins, null);
  return { matches, seen: (["r", "f", "m"] as const).filter((dimension) => axes.includes(dimension)) };
}

function checkScores(
  caller: string,
  scored: readonly ScoreTriple[],
  bins: Record<Dimension, number>,
  seen: readonly Dimension[],
): void {
  const known = recallBins(scored);
  for (const dimension of seen) {
    const top = bins[dimension];
    const refusal = { caller, code: "binsMismatch", path: dimension } as const;
    if (known !== undefined && known[dimension] !== top) {
      const expected = `scores of ${top} bins, as \`where\` is made for`;
      const hint = "give `bins` and `where` for these scores";
      throw new RfmError({ ...refusal, expected, received: known[dimension], hint });
    }
    for (let row = 0; row < scored.length; row++) {
      const score: unknown = (scored[row] as ScoreTriple | null | undefined)?.[dimension];
      if (Number.isInteger(score) && (score as number) >= 1 && (score as number) <= top) continue;
      throw new RfmError({ ...refusal, row, expected: `a score from 1 to ${top}`, received: score });
    }
  }
}

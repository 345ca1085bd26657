import { type BinCounts, readBinCounts } from "../core/bin-counts.js";
import type { Bins } from "../core/bins.js";
import { type CutPoints, checkCuts, DIMENSIONS } from "../core/cuts.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";

/** How many scores: one number for all three dimensions, or each its own; 5 where nothing is said. */
export type BinsOption = number | BinCounts;

/** Custom cut points for some of the dimensions. */
export type CutsOption = { readonly [K in keyof CutPoints]?: CutPoints[K] | undefined };

/** How {@link fitScores} divides the customers. */
export interface FitOptions<B extends BinsOption = BinsOption, C extends CutsOption = CutsOption> {
  /** Scores a dimension, 1 to 1,000. Default: 5. */
  readonly bins?: B | undefined;
  /** Custom cut points, b − 1 of them for b bins; the other dimensions are cut by quantiles. */
  readonly cuts?: C | undefined;
  /** Models and scorers have one; options never do. */
  readonly kind?: never;
}

/** The bins that {@link FitOptions} make, in the types. */
export interface BinsOf<B, C = NoCuts> {
  readonly r: BinOf<B, "r", C, "recency">;
  readonly f: BinOf<B, "f", C, "frequency">;
  readonly m: BinOf<B, "m", C, "monetary">;
}

/** No custom cut points. */
export type NoCuts = Record<never, never>;

/** One more than the cut points where they are given, else what is asked for, else 5. */
type BinOf<B, K extends string, C, V extends string> = V extends keyof C
  ? C[V] extends readonly number[]
    ? OneMore<C[V]>
    : number
  : B extends number
    ? B
    : B extends { readonly [P in K]: infer N extends number }
      ? N
      : 5;

type OneMore<T extends readonly number[]> = number extends T["length"]
  ? number
  : [...T, 0]["length"] extends infer N extends number
    ? N
    : never;

/** How one dimension is to be cut: into bins, or at given points. */
export interface DimensionPlan {
  readonly bins: number;
  readonly cuts: readonly number[] | undefined;
}

/** Reads the options of a fit: a plan for each of {@link DIMENSIONS}. */
export function readPlan(caller: string, options: FitOptions): DimensionPlan[] {
  checkOptions(caller, options, ["bins", "cuts"]);
  const { bins = 5, cuts = {} } = options;
  const asked = readBinCounts(caller, "bins", bins);
  checkOptions(caller, cuts, ["recency", "frequency", "monetary"], "cuts");
  return DIMENSIONS.map(([score, column]) => {
    const given = cuts[column];
    if (given === undefined) return { bins: asked[score] ?? 5, cuts: undefined };
    checkCuts(caller, `cuts.${column}`, given);
    const wanted = options.bins === undefined ? undefined : asked[score];
    if (wanted !== undefined && wanted !== given.length + 1) {
      const expected = `${wanted - 1} cut points for ${wanted} bins`;
      throw new RfmError({
        caller,
        code: "invalidBins",
        path: `cuts.${column}`,
        expected,
        received: given.length,
      });
    }
    return { bins: given.length + 1, cuts: [...given] };
  });
}

/** The bins that a plan makes. */
export function planBins([r, f, m]: readonly DimensionPlan[]): Bins {
  return { r: r.bins, f: f.bins, m: m.bins };
}

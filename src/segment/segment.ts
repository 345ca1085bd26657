import type { Bins, ScoreColumns, ScoredWith, ScoreTriple } from "../core/bins.js";
import { extendRow, type Merge } from "../core/extend.js";
import { checkRows, isColumns } from "../core/values.js";
import { openScheme } from "./lookup.js";
import type { SegmentScheme } from "./scheme.js";
import { checkScored, checkScoredColumns } from "./scored.js";
import { type TenSegment, tenSegments } from "./ten-segments.js";

/** A row with its segment. */
export type Segmented<C, Name extends string> = Merge<C, { readonly segment: Name }>;

/** Columns with their segments. */
export type SegmentedColumns<C, Name extends string> = Merge<C, { readonly segment: readonly Name[] }>;

/** The bins the default scheme is made for. */
type TenBins = typeof tenSegments extends SegmentScheme<TenSegment, infer B> ? B : never;

/**
 * Gives each scored customer a segment: that of the first rule that matches, in a scheme of
 * {@link defineScheme} or, by default, the {@link tenSegments}.
 *
 * Scores of other bins than the scheme's are refused: by the compiler, at run time on an array as
 * `scoreCustomers` returned it, and by their range on one that was filtered or copied since.
 *
 * Cost: O(n), each cell is looked up once.
 *
 * @param scored rows with `r`, `f` and `m`; all their own columns are kept.
 * @returns a new row for each, with `segment` added; none for no customers. Columns are answered in columns.
 * @throws RfmError on scores of other bins, on a scheme of another kind or version.
 * @example
 * ```ts
 * import { segmentCustomers } from "rfm-kit";
 *
 * segmentCustomers([{ customerId: "ada", r: 5, f: 5, m: 4 }]);
 * // => [{ customerId: "ada", r: 5, f: 5, m: 4, segment: "champions" }]
 * ```
 */
export function segmentCustomers<C extends ScoreColumns>(
  scored: C & ScoredWith<TenBins>,
): SegmentedColumns<C, TenSegment>;
export function segmentCustomers<C extends ScoreColumns, Name extends string, B extends Bins>(
  scored: C & ScoredWith<NoInfer<B>>,
  scheme: SegmentScheme<Name, B>,
): SegmentedColumns<C, Name>;
export function segmentCustomers<C extends ScoreTriple>(
  scored: readonly (C & ScoredWith<TenBins>)[],
): Segmented<C, TenSegment>[];
export function segmentCustomers<C extends ScoreTriple, Name extends string, B extends Bins>(
  scored: readonly (C & ScoredWith<NoInfer<B>>)[],
  scheme: SegmentScheme<Name, B>,
): Segmented<C, Name>[];
export function segmentCustomers(
  scored: readonly ScoreTriple[] | ScoreColumns,
  scheme: SegmentScheme<string, Bins> = tenSegments,
): object[] | object {
  const caller = "segmentCustomers";
  const segmentOf = openScheme(caller, scheme);
  const maker = `the scheme "${scheme.name}"`;
  if (isColumns(scored)) {
    checkScoredColumns(caller, scored, scheme.bins, maker);
    const { r, f, m } = scored;
    return { ...scored, segment: Array.from(r, (score, row) => segmentOf(score, f[row], m[row])) };
  }
  checkRows(caller, scored);
  checkScored(caller, scored, scheme.bins, maker);
  return scored.map((customer) => {
    const { r, f, m } = customer;
    return extendRow(customer, { segment: segmentOf(r, f, m) });
  });
}

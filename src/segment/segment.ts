import { type Bins, recallBins, type ScoredWith, type ScoreTriple } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { extendRow, type Merge } from "../core/extend.js";
import { checkRows } from "../core/values.js";
import { openScheme } from "./lookup.js";
import type { SchemeBins } from "./rule-types.js";
import type { SegmentScheme } from "./scheme.js";
import { type TenSegment, tenSegments } from "./ten-segments.js";

/** A row with its segment. */
export type Segmented<C, Name extends string> = Merge<C, { readonly segment: Name }>;

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
 * @returns a new row for each, with `segment` added; none for no customers.
 * @throws RfmError on scores of other bins, on a scheme of another kind or version.
 * @example
 * ```ts
 * import { segmentCustomers } from "rfm-kit";
 *
 * segmentCustomers([{ customerId: "ada", r: 5, f: 5, m: 4 }]);
 * // => [{ customerId: "ada", r: 5, f: 5, m: 4, segment: "champions" }]
 * ```
 */
export function segmentCustomers<C extends ScoreTriple>(
  scored: readonly (C & ScoredWith<TenBins>)[],
): Segmented<C, TenSegment>[];
export function segmentCustomers<C extends ScoreTriple, Name extends string, B extends Bins>(
  scored: readonly (C & ScoredWith<NoInfer<B>>)[],
  scheme: SegmentScheme<Name, B>,
): Segmented<C, Name>[];
export function segmentCustomers(
  scored: readonly ScoreTriple[],
  scheme: SegmentScheme<string, Bins> = tenSegments,
): object[] {
  const caller = "segmentCustomers";
  checkRows(caller, scored);
  const segmentOf = openScheme(caller, scheme);
  const bins = recallBins(scored);
  if (bins !== undefined) checkBins(caller, scheme, bins);
  const segmented: object[] = new Array(scored.length);
  for (let row = 0; row < scored.length; row++) {
    const customer = scored[row];
    checkScores(caller, scheme.bins, customer, row);
    const { r, f, m } = customer;
    segmented[row] = extendRow(customer, { segment: segmentOf(r, f, m) });
  }
  return segmented;
}

const AXES = ["r", "f", "m"] as const;

function checkBins(caller: string, { name, bins: expected }: SegmentScheme, received: Bins): void {
  for (const axis of AXES) {
    if (expected[axis] === null || expected[axis] === received[axis]) continue;
    const wanted = `scores of ${expected[axis]} bins, as the scheme "${name}" has`;
    throw new RfmError({
      caller,
      code: "binsMismatch",
      path: axis,
      expected: wanted,
      received: received[axis],
    });
  }
}

function checkScores(caller: string, bins: SchemeBins, scores: unknown, row: number): void {
  if (typeof scores !== "object" || scores === null) {
    const refusal = { caller, code: "invalidInput", path: "customers", row } as const;
    throw new RfmError({ ...refusal, expected: "an object", received: scores });
  }
  for (const axis of AXES) {
    const top = bins[axis];
    const score = (scores as Partial<ScoreTriple>)[axis];
    if (top === null || (Number.isInteger(score) && (score as number) >= 1 && (score as number) <= top))
      continue;
    const expected = `a score from 1 to ${top}`;
    throw new RfmError({ caller, code: "binsMismatch", path: axis, row, expected, received: score });
  }
}

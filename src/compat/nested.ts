import { cutsBelow } from "../core/cuts.js";
import { checkOptions } from "../core/options.js";
import { cutPoints } from "../core/quantile.js";
import type { BinsOf, BinsOption } from "../rfm/fit-options.js";
import type { Scorer } from "../rfm/scorer.js";
import { readBins } from "./options.js";

/** How {@link nested} divides the customers. */
export interface NestedOptions<B extends BinsOption = BinsOption> {
  /** Scores a dimension. Default: 5. */
  readonly bins?: B | undefined;
}

/**
 * Nested scores, as SPSS calls them: recency is cut among all customers, frequency within each recency score, and
 * monetary value within each pair of recency and frequency scores. Cells fill evenly; a frequency score of 5 no
 * longer means the same beside another recency score.
 *
 * IBM's manual tells how the bins nest and that tied values share a bin. Each is cut at type-7 quantiles here, as
 * `fitScores` cuts, so that the order of the rows never matters.
 *
 * Cost: O(n log n).
 *
 * @throws RfmError on bins that cannot be.
 * @see https://www.ibm.com/docs/en/spss-statistics/30.0.0?topic=analysis-rfm-binning
 * @example
 * ```ts
 * import { scoreCustomers } from "rfm-kit";
 * import { nested } from "rfm-kit/compat";
 *
 * const customers = [1, 2, 7, 9].map((frequency, i) => ({ recency: i < 2 ? 3 : 30, frequency, monetary: 10 }));
 * scoreCustomers(customers, nested({ bins: 2 })).map(({ r, f }) => [r, f]); // => [[2, 1], [2, 2], [1, 1], [1, 2]]
 * scoreCustomers(customers, { bins: 2 }).map(({ r, f }) => [r, f]); // => [[2, 1], [2, 1], [1, 2], [1, 2]]
 * ```
 */
export function nested<const B extends BinsOption = 5>(options?: NestedOptions<B>): Scorer<BinsOf<B>>;
export function nested(options: NestedOptions = {}): Scorer {
  const caller = "nested";
  checkOptions(caller, options, ["bins"]);
  const bins = readBins(caller, options.bins);
  return {
    kind: "scorer",
    name: "nested binning",
    bins,
    score: ({ recency, frequency, monetary }) => {
      const all = recency.map(() => 0);
      const r = binsWithin(all, recency, bins.r).map((bin) => bins.r + 1 - bin);
      const f = binsWithin(r, frequency, bins.f);
      const m = binsWithin(
        r.map((score, row) => score * (bins.f + 1) + f[row]),
        monetary,
        bins.m,
      );
      return { r, f, m };
    },
  };
}

/** The bin of each value among those of its own group, from 1. */
function binsWithin(groups: Float64Array, values: Float64Array, count: number): Float64Array {
  const members = new Map<number, number[]>();
  for (let row = 0; row < groups.length; row++) {
    const known = members.get(groups[row]);
    if (known === undefined) members.set(groups[row], [row]);
    else known.push(row);
  }
  const bins = new Float64Array(values.length);
  for (const rows of members.values()) {
    const cuts = cutPoints(Float64Array.from(rows, (row) => values[row]).sort(), count);
    for (const row of rows) bins[row] = 1 + cutsBelow(cuts, values[row]);
  }
  return bins;
}

import { checkChoice, checkOptions } from "../core/options.js";
import type { BinsOf, BinsOption } from "../rfm/fit-options.js";
import type { Scorer } from "../rfm/scorer.js";
import { readBins } from "./options.js";
import { rankFirst } from "./rank.js";

/** How {@link ntile} is called in the query. */
export interface NtileOptions<B extends BinsOption = BinsOption> {
  /** Buckets a dimension. Default: 5. */
  readonly bins?: B | undefined;
  /**
   * `"descending"`: `NTILE(b) OVER (ORDER BY recency DESC)`; `"reversed"`: `b + 1 - NTILE(b) OVER (ORDER BY
   * recency)`. They differ where b does not divide the customers. Default: `"descending"`.
   */
  readonly recency?: "descending" | "reversed" | undefined;
}

/**
 * Scores as SQL's `NTILE` and dplyr's `ntile` give them: customers in order, cut into b buckets of n / b, the
 * first n mod b of them one larger.
 *
 * Identical customers get different scores, by the order of the rows; a warehouse promises no order, so that two
 * runs of one query may differ.
 *
 * Cost: O(n log n).
 *
 * @throws RfmError on bins that cannot be.
 * @see ISO/IEC 9075-2, NTILE; https://dplyr.tidyverse.org/reference/ntile.html (since dplyr 1.0)
 * @example
 * ```ts
 * import { scoreCustomers } from "rfm-kit";
 * import { ntile } from "rfm-kit/compat";
 *
 * const customers = [1, 1, 1, 1, 9].map((frequency, i) => ({ recency: i, frequency, monetary: i }));
 * scoreCustomers(customers, ntile({ bins: 2 })).map(({ f }) => f); // => [1, 1, 1, 2, 2]
 * ```
 */
export function ntile<const B extends BinsOption = 5>(options?: NtileOptions<B>): Scorer<BinsOf<B>>;
export function ntile(options: NtileOptions = {}): Scorer {
  const caller = "ntile";
  checkOptions(caller, options, ["bins", "recency"]);
  const bins = readBins(caller, options.bins);
  const recencyForm = checkChoice(caller, "recency", options.recency ?? "descending", [
    "descending",
    "reversed",
  ]);
  const recencyScores = (recency: Float64Array) =>
    recencyForm === "descending"
      ? buckets(
          recency.map((days) => -days),
          bins.r,
        )
      : buckets(recency, bins.r).map((bucket) => bins.r + 1 - bucket);
  return {
    kind: "scorer",
    name: "NTILE",
    bins,
    score: ({ recency, frequency, monetary }) => ({
      r: recencyScores(recency),
      f: buckets(frequency, bins.f),
      m: buckets(monetary, bins.m),
    }),
  };
}

function buckets(values: Float64Array, count: number): Uint16Array {
  const size = Math.floor(values.length / count);
  const larger = values.length % count;
  const inLarger = larger * (size + 1);
  return Uint16Array.from(rankFirst(values), (place) =>
    place < inLarger
      ? Math.floor(place / (size + 1)) + 1
      : larger + Math.floor((place - inLarger) / size) + 1,
  );
}

import { DIMENSIONS } from "../core/cuts.js";
import { RfmError } from "../core/error.js";
import {
  type BinsOf,
  type BinsOption,
  type CutsOption,
  type NoCuts,
  planBins,
  readPlan,
} from "../rfm/fit-options.js";
import type { Scorer } from "../rfm/scorer.js";

/** How `rfm_table_order` is called. */
export interface RRfmOptions<B extends BinsOption = BinsOption, C extends CutsOption = CutsOption> {
  /** `recency_bins`, `frequency_bins`, `monetary_bins` as numbers. Default: 5. */
  readonly bins?: B | undefined;
  /** The same as custom thresholds, b − 1 of them for b bins. */
  readonly cuts?: C | undefined;
}

/**
 * Scores as the R package rfm gives them in `rfm_table_order` and `rfm_table_customer`. Thresholds are R's type-7
 * quantiles plus 1 (custom ones as they are); score i is for lower ≤ value < upper, where the first lower bound is
 * the minimum and the last upper bound the maximum plus 1. Where thresholds coincide the later score wins.
 *
 * The added 1 is an amount of 1 in money too, so that scores change with the currency.
 *
 * Cost: O(n log n + n · bins).
 *
 * @throws RfmError on bins or cut points that cannot be, and on a value that R leaves without a score (NA),
 * because 1 more than it is no other number.
 * @see https://cran.r-project.org/package=rfm (0.3.0)
 * @example
 * ```ts
 * import { scoreCustomers } from "rfm-kit";
 * import { rRfm } from "rfm-kit/compat";
 *
 * const customers = [1, 2, 3, 4, 5].map((frequency) => ({ recency: 1, frequency, monetary: 100 * frequency }));
 * scoreCustomers(customers, { bins: 2 }).map(({ f }) => f); // => [1, 1, 1, 2, 2]
 * scoreCustomers(customers, rRfm({ bins: 2 })).map(({ f }) => f); // => [1, 1, 1, 2, 2]
 * scoreCustomers(customers, rRfm({ cuts: { frequency: [3] } })).map(({ f }) => f); // => [1, 1, 2, 2, 2]
 * ```
 */
export function rRfm<const B extends BinsOption = 5, const C extends CutsOption = NoCuts>(
  options?: RRfmOptions<B, C>,
): Scorer<BinsOf<B, C>>;
export function rRfm(options: RRfmOptions = {}): Scorer {
  const caller = "rRfm";
  const plan = readPlan(caller, options);
  const bins = planBins(plan);
  return {
    kind: "scorer",
    name: "R rfm",
    bins,
    score: (columns) => {
      const [recency, f, m] = DIMENSIONS.map(([, column], i) => {
        const sorted = columns[column].slice().sort();
        const thresholds = plan[i].cuts ?? quantiles(sorted, plan[i].bins).map((cut) => cut + 1);
        return place(caller, column, columns[column], [
          sorted[0],
          ...thresholds,
          sorted[sorted.length - 1] + 1,
        ]);
      });
      return { r: recency.map((bin) => bins.r + 1 - bin), f, m };
    },
  };
}

/** R's `quantile(values, seq(0, 1, length.out = bins + 1))` without its ends. */
function quantiles(sorted: Float64Array, bins: number): number[] {
  return Array.from({ length: bins - 1 }, (_, i) => {
    const position = 1 + (sorted.length - 1) * ((i + 1) * (1 / bins));
    const index = Math.floor(position);
    const [lower, upper] = [sorted[index - 1], sorted[Math.ceil(position) - 1]];
    const share = position - index;
    return share > 0 && upper !== lower ? (1 - share) * lower + share * upper : lower;
  });
}

/** The last bin from its bound up to below the next one that holds each value. */
function place(caller: string, path: string, values: Float64Array, bounds: readonly number[]): Uint16Array {
  return Uint16Array.from(values, (value, row) => {
    for (let bin = bounds.length - 1; bin >= 1; bin--) {
      if (value >= bounds[bin - 1] && value < bounds[bin]) return bin;
    }
    const expected = "a value to which 1 can be added, as R leaves it without a score";
    throw new RfmError({ caller, code: "invalidValue", path, row, expected, received: value });
  });
}

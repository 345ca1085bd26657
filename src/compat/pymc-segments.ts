import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import type { RfmColumns } from "../rfm/columns.js";
import type { BinsOf } from "../rfm/fit-options.js";
import type { Scorer } from "../rfm/scorer.js";
import { qcut } from "./qcut.js";

/** What {@link pymcSegments} finds in the customers. */
export interface PymcSegmentsOptions {
  /** What `monetary` holds: the sum of a customer's spend, or already the mean per period. Default: `"sum"`. */
  readonly monetary?: "sum" | "mean" | undefined;
}

/**
 * Scores as `pymc_marketing.clv.rfm_segments` gives them: quartiles by `pandas.qcut(duplicates="drop")` of
 * recency, of the number of periods with a purchase, and of the mean spend per such period, monetary / frequency.
 * Where edges coincide it falls back to 3 or 2 labels, numbered from 1, so that no score is above 3 or 2.
 *
 * A period is a day by default in PyMC-Marketing: give it `computeRfm(log, { countBy: "days", asOf })` with the
 * last day of the data. Its segments are `publishedSchemes["pymc-5"].scheme`.
 *
 * Cost: O(n log n).
 *
 * @throws RfmError where PyMC-Marketing raises an error: fewer than two bins in a dimension.
 * @see https://www.pymc-marketing.io/en/stable/api/generated/pymc_marketing.clv.utils.rfm_segments.html
 * @example
 * ```ts
 * import { scoreCustomers } from "rfm-kit";
 * import { pymcSegments } from "rfm-kit/compat";
 *
 * const customers = [1, 1, 2, 3, 4].map((frequency, i) => ({ recency: 9 * i, frequency, monetary: 12 * i * frequency }));
 * scoreCustomers(customers, pymcSegments()).map(({ rfm }) => rfm); // => ["411", "411", "312", "223", "134"]
 * ```
 */
export function pymcSegments(options: PymcSegmentsOptions = {}): Scorer<BinsOf<4>> {
  checkOptions(CALLER, options, ["monetary"]);
  const form = checkChoice(CALLER, "monetary", options.monetary ?? "sum", ["sum", "mean"]);
  const quartiles = (path: string, values: Float64Array) => {
    const cut = qcut(CALLER, path, values, 4, "drop");
    if (cut.count >= 2) return cut;
    const expected = "values for two bins at least, as PyMC-Marketing raises an error for one";
    throw new RfmError({ caller: CALLER, code: "collapsedBins", path, expected });
  };
  const spend = ({ monetary, frequency }: RfmColumns) =>
    form === "mean" ? monetary : monetary.map((sum, row) => sum / checkPeriods(frequency[row], row));
  return {
    kind: "scorer",
    name: "PyMC-Marketing",
    bins: { r: 4, f: 4, m: 4 },
    score: (columns) => {
      const recency = quartiles("recency", columns.recency);
      return {
        r: recency.bins.map((bin) => recency.count + 1 - bin),
        f: quartiles("frequency", columns.frequency).bins,
        m: quartiles("monetary", spend(columns)).bins,
      };
    },
  };
}

const CALLER = "pymcSegments";

function checkPeriods(periods: number, row: number): number {
  if (periods >= 1) return periods;
  const refusal = {
    caller: CALLER,
    code: "invalidValue",
    path: "frequency",
    row,
    received: periods,
  } as const;
  throw new RfmError({ ...refusal, expected: "a number of periods from 1 up, to divide the spend by" });
}

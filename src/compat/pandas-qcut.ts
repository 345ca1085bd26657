import { checkChoice, checkOptions } from "../core/options.js";
import type { BinsOf, BinsOption } from "../rfm/fit-options.js";
import type { Scorer } from "../rfm/scorer.js";
import { type PerScore, readBins, readPerScore } from "./options.js";
import { type PandasRelease, qcut } from "./qcut.js";
import { rankFirst } from "./rank.js";

/** How {@link pandasQcut} is called in the notebook. */
export interface PandasQcutOptions<B extends BinsOption = BinsOption> {
  /** `q`: scores a dimension. Default: 5. */
  readonly bins?: B | undefined;
  /** What happens where edges coincide, for all scores or each its own. Default: `"raise"`. */
  readonly duplicates?: PerScore<"raise" | "drop"> | undefined;
  /** `"first"`: the values are ranked by `rank(method="first")` before they are cut. Default: `"together"`. */
  readonly ties?: PerScore<"together" | "first"> | undefined;
  /** The release whose rounding is meant: `"1.5"` up to 2.1, `"2.2"`, or `"3"`. Default: `"1.5"`. */
  readonly pandas?: PandasRelease | undefined;
}

/**
 * Scores as `pandas.qcut` gives them: f, m = bin, r = b + 1 − bin, with the edges of numpy's doubles.
 *
 * - `duplicates: "drop"` drops edges that coincide: there are fewer bins then, numbered from 1, and the best score
 *   of F and M is below b.
 * - `ties: "first"` ranks first, so that bins are equally filled: identical customers get different scores, by
 *   the order of the rows. pandas' `groupby` hands customers over in ascending id; sort them so.
 *
 * pandas 2.2 and 3 round the shares of their quantiles otherwise, which moves a customer on an edge: 2.2 for 3, 6, 9
 * and 12 bins, and for 10 bins of some numbers of customers; 3 for 7, 9 and 12 bins; neither for 4 and 5. `pandas`
 * names the release.
 *
 * Cost: O(n log n).
 *
 * @throws RfmError where pandas raises an error or finds no bin: edges that coincide (`"raise"`), or one value alone
 * (`"drop"`).
 * @see https://pandas.pydata.org/docs/reference/api/pandas.qcut.html (1.5 to 3.1, with numpy's linear quantiles)
 * @example
 * ```ts
 * import { scoreCustomers } from "rfm-kit";
 * import { pandasQcut } from "rfm-kit/compat";
 *
 * const customers = [1, 1, 1, 2, 3].map((frequency, i) => ({ recency: i, frequency, monetary: 9 * i }));
 * const notebook = pandasQcut({ bins: 5, ties: { f: "first" } });
 * scoreCustomers(customers, notebook).map(({ f }) => f); // => [1, 2, 3, 4, 5]
 * const dropped = pandasQcut({ bins: 5, duplicates: "drop" });
 * scoreCustomers(customers, dropped).map(({ f }) => f); // => [1, 1, 1, 2, 3]
 * ```
 */
export function pandasQcut<const B extends BinsOption = 5>(options?: PandasQcutOptions<B>): Scorer<BinsOf<B>>;
export function pandasQcut(options: PandasQcutOptions = {}): Scorer {
  const caller = "pandasQcut";
  checkOptions(caller, options, ["bins", "duplicates", "ties", "pandas"]);
  const bins = readBins(caller, options.bins);
  const duplicates = readPerScore(caller, "duplicates", options.duplicates, ["raise", "drop"]);
  const ties = readPerScore(caller, "ties", options.ties, ["together", "first"]);
  const release = checkChoice(caller, "pandas", options.pandas ?? "1.5", ["1.5", "2.2", "3"]);
  const cut = (score: "r" | "f" | "m", path: string, values: Float64Array) => {
    const ranked =
      ties[score] === "first" ? Float64Array.from(rankFirst(values), (rank) => rank + 1) : values;
    return qcut(caller, path, ranked, bins[score], duplicates[score], release).bins;
  };
  return {
    kind: "scorer",
    name: "pandas qcut",
    bins,
    score: ({ recency, frequency, monetary }) => ({
      r: cut("r", "recency", recency).map((bin) => bins.r + 1 - bin),
      f: cut("f", "frequency", frequency),
      m: cut("m", "monetary", monetary),
    }),
  };
}

import { fsum } from "d3-array";
import type { CohortPeriod } from "../migration/cohort-types.js";
import { greatest, openBands } from "./bands.js";
import { emptyChart, liteChart } from "./frame.js";
import { gridParts } from "./grid.js";
import { type ChartOptions, openLook } from "./options.js";
import { checkTable } from "./rows.js";
import type { ChartSpec } from "./spec.js";

/**
 * How many of each cohort came back, as a heat map: a line a cohort with its size, a cell for each period since the first
 * purchase with the share, in per cent, of the cohort that bought in it. A star marks periods that were not over. Period 0 is
 * left out, since all of a cohort bought in it.
 *
 * Cost: O(rows).
 *
 * @param retention rows of `cohortRetention`.
 * @returns a specification of Vega-Lite with one row a cell.
 * @throws RfmError on rows that are none of a cohort, and on an unknown option.
 * @example
 * ```ts
 * import { cohortRetentionChart } from "rfm-kit/chart";
 * import { cohortRetention } from "rfm-kit/migration";
 *
 * const orders = [
 *   { customerId: "ada", date: "2024-01-05", amount: 20 },
 *   { customerId: "bob", date: "2024-01-30", amount: 12 },
 *   { customerId: "ada", date: "2024-02-11", amount: 30 },
 * ];
 * const retention = cohortRetention(orders, { by: "month", asOf: "2024-02-29" });
 * cohortRetentionChart(retention).description;
 * // => "Share of each cohort that came back. In the period after the first, 50.0% came back (cohorts: 1)."
 * ```
 */
export function cohortRetentionChart(
  retention: readonly CohortPeriod[],
  options: ChartOptions = {},
): ChartSpec {
  const caller = "cohortRetentionChart";
  const look = openLook(caller, options);
  checkTable(caller, "retention", retention, {
    cohort: "text",
    period: "number",
    size: "number",
    customers: "number",
    retained: "number",
    complete: "boolean",
  });
  const { titles, words, measures, says } = look.texts;
  const later = retention.filter(({ period }) => period > 0);
  if (later.length === 0) return emptyChart(look, titles.retention);
  const { count, share } = look.formats;
  const nameOf = ({ cohort, size }: CohortPeriod) => `${cohort} (${count(size)})`;
  const periods = greatest(later.map(({ period }) => period));
  const isTold = periods <= (look.isNarrow ? 13 : 26);
  const bands = openBands(
    look.theme,
    later.map(({ retained }) => retained),
  );
  const cells = later.map((row) => {
    const { fill, ink } = bands.shadeOf(row.retained);
    const percent = count(100 * row.retained);
    const text = isTold ? `${percent}${row.complete ? "" : "*"}` : "";
    const tip = {
      [words.cohort]: nameOf(row),
      [measures.customers]: count(row.customers),
      [measures.share]: `${share(row.retained)}${row.complete ? "" : "*"}`,
    };
    return { x: row.period, y: nameOf(row), fill, ink, text, tip };
  });
  const first = later.filter(({ period, complete }) => period === 1 && complete);
  const [back, all] = [first.map(({ customers }) => customers), first.map(({ size }) => size)].map((list) =>
    fsum(list),
  );
  const names = [...new Set(retention.map(nameOf))].filter((name) => cells.some(({ y }) => y === name));
  const isWeekly = retention[0].cohort.includes("W");
  const hasOpen = later.some(({ complete }) => !complete);
  const caption = {
    title: titles.retention,
    note: `%${hasOpen ? `, ${words.incomplete}` : ""}`,
    says: all > 0 ? [says.cameBack(share(back / all), count(first.length))] : [],
    height: 110 + 26 * names.length,
  };
  const parts = gridParts({
    xs: Array.from({ length: periods }, (_, i) => i + 1),
    ys: names,
    cells,
    xTitle: isWeekly ? words.week : words.month,
    yTitle: null,
    xAxis: { labelOverlap: true },
    fontSize: look.isNarrow ? 9 : 11,
  });
  return liteChart(look, caption, parts);
}

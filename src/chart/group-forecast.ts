import { checkChoice } from "../core/options.js";
import type { GroupForecast, GroupForecastRange } from "../lifetime/forecast-group.js";
import { emptyChart, liteChart } from "./frame.js";
import { type IntervalRow, intervalParts, ROW } from "./intervals.js";
import { type ChartOptions, openLook } from "./options.js";
import { checkTable } from "./rows.js";
import type { ChartSpec } from "./spec.js";

/** A forecast of a group, with the name of the group: a segment is named in the language. */
export interface NamedForecast extends GroupForecast, Partial<Omit<GroupForecastRange, keyof GroupForecast>> {
  readonly name: string;
}

/** How {@link groupForecastChart} looks. */
export interface GroupForecastOptions extends ChartOptions {
  /** What is forecast. Default: `"purchases"`. */
  readonly measure?: "purchases" | "revenue" | undefined;
}

/**
 * What is expected of groups of customers, such as segments, with the intervals in which the outcome should lie. Groups
 * without a forecast of money are left out where revenue is the measure.
 *
 * Cost: O(groups).
 *
 * @param forecasts `{ name, ...forecastGroup(…) }` of each group.
 * @returns a specification of Vega-Lite.
 * @throws RfmError on rows that are no forecasts, and on an unknown option.
 * @example
 * ```ts
 * import { groupForecastChart } from "rfm-kit/chart";
 *
 * const loyal = { customers: 10, expectedPurchases: 25, expectedRevenue: null, value: null };
 * groupForecastChart([{ name: "loyal", ...loyal, purchasesLow: 18, purchasesHigh: 33 }]).description;
 * // => "Forecast with intervals. Highest: Loyal customers, 25 (between 18 and 33)."
 * ```
 */
export function groupForecastChart(
  forecasts: readonly NamedForecast[],
  options: GroupForecastOptions = {},
): ChartSpec {
  const caller = "groupForecastChart";
  const look = openLook(caller, options, ["measure"]);
  const measure = checkChoice(caller, "measure", options.measure ?? "purchases", ["purchases", "revenue"]);
  checkTable(caller, "forecasts", forecasts, COLUMNS);
  const { titles, measures, words, says } = look.texts;
  const isMoney = measure === "revenue";
  const say = isMoney ? look.formats.money : look.formats.count;
  const title = isMoney ? `${measures.revenue}${look.sign}` : measures.frequency;
  const rows = forecasts
    .map((row): IntervalRow | undefined => {
      const value = isMoney ? row.expectedRevenue : row.expectedPurchases;
      if (value === null) return undefined;
      const [low, high] = isMoney ? [row.revenueLow, row.revenueHigh] : [row.purchasesLow, row.purchasesHigh];
      const name = look.nameOf(row.name);
      const range = low == null || high == null ? "" : ` (${say(low)} – ${say(high)})`;
      const tip = {
        [words.segment]: name,
        [measures.customers]: look.formats.count(row.customers),
        [title]: `${say(value)}${range}`,
      };
      return { name, value, low: low ?? null, high: high ?? null, told: `${say(value)}${range}`, tip };
    })
    .filter((row) => row !== undefined)
    .sort((a, b) => b.value - a.value);
  if (rows.length === 0) return emptyChart(look, titles.groupForecast);
  const { name, value, low, high } = rows[0];
  const said =
    low === null || high === null
      ? says.highest(name, say(value))
      : says.between(name, say(value), say(low), say(high));
  const caption = {
    title: titles.groupForecast,
    says: [said],
    height: 104 + ROW * rows.length,
    besidePlot: true,
  };
  const format = isMoney ? look.money : ",.0f";
  return liteChart(look, caption, intervalParts(look, { rows, title, format }));
}

const COLUMNS = {
  name: "text",
  customers: "number",
  expectedPurchases: "number",
  expectedRevenue: "number?",
  purchasesLow: "number?",
  purchasesHigh: "number?",
  revenueLow: "number?",
  revenueHigh: "number?",
} as const;

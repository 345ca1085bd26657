import { checkWhole } from "../core/whole.js";
import { greatest } from "./bands.js";
import { emptyChart, liteChart } from "./frame.js";
import { type ChartOptions, openLook } from "./options.js";
import { checkTable } from "./rows.js";
import type { ChartSpec } from "./spec.js";

/** How {@link orderDistributionChart} looks. */
export interface OrderDistributionOptions extends ChartOptions {
  /** The last bar counts the customers with so many purchases or more. Default: 10. */
  readonly most?: number | undefined;
}

/**
 * How many customers bought once, twice and so on, as bars with their counts and shares. The last bar holds all with
 * `most` purchases or more.
 *
 * Cost: O(n).
 *
 * @param customers rows of `computeRfm`.
 * @returns a specification of Vega-Lite with one row a bar, none of customers.
 * @throws RfmError on a frequency that is no finite number, and on an unknown option.
 * @see `rfm_plot_order_dist` of the R package rfm.
 * @example
 * ```ts
 * import { orderDistributionChart } from "rfm-kit/chart";
 *
 * const customers = [{ frequency: 1 }, { frequency: 1 }, { frequency: 1 }, { frequency: 4 }];
 * orderDistributionChart(customers).description;
 * // => "Customers by number of purchases. Customers: 4. Highest: 1, 75.0%."
 * ```
 */
export function orderDistributionChart(
  customers: readonly { readonly frequency: number }[],
  options: OrderDistributionOptions = {},
): ChartSpec {
  const caller = "orderDistributionChart";
  const look = openLook(caller, options, ["most"]);
  const most = checkWhole(caller, "most", options.most ?? 10, 2, 50);
  checkTable(caller, "customers", customers, { frequency: "number" });
  const { titles, measures, says } = look.texts;
  if (customers.length === 0) return emptyChart(look, titles.orderDistribution);
  const counts = new Map<number, number>();
  for (const { frequency } of customers) {
    const bar = Math.min(most, Math.floor(frequency));
    counts.set(bar, (counts.get(bar) ?? 0) + 1);
  }
  const first = Math.min(1, ...counts.keys());
  const values = Array.from({ length: most - first + 1 }, (_, i) => {
    const purchases = first + i;
    const customersOf = counts.get(purchases) ?? 0;
    const label = look.formats.count(purchases) + (purchases === most ? "+" : "");
    return { label, customers: customersOf, share: look.formats.share(customersOf / customers.length) };
  });
  const highest = values.reduce((a, b) => (b.customers > a.customers ? b : a));
  const caption = {
    title: titles.orderDistribution,
    says: [says.customers(look.formats.count(customers.length)), says.highest(highest.label, highest.share)],
    height: 300,
  };
  const domain = [0, greatest(values.map((bar) => bar.customers)) * 1.12];
  const y = { field: "customers", type: "quantitative", scale: { domain, nice: false } };
  const text = (dy: number, fontSize: number, color: string) => ({ type: "text", dy, fontSize, color });
  return liteChart(look, caption, {
    data: { values },
    encoding: {
      x: {
        field: "label",
        type: "ordinal",
        sort: null,
        axis: { title: measures.frequency, labelAngle: 0, ticks: false },
        scale: { padding: 0.16 },
      },
    },
    layer: [
      {
        mark: { type: "bar", color: look.theme.categories[0], cornerRadiusEnd: 2 },
        encoding: {
          y: {
            ...y,
            axis: { title: measures.customers, format: ",d", tickCount: 5, domain: false, ticks: false },
          },
          tooltip: [
            { field: "label", type: "nominal", title: measures.frequency },
            { field: "customers", type: "quantitative", format: ",d", title: measures.customers },
            { field: "share", type: "nominal", title: measures.share },
          ],
        },
      },
      {
        mark: text(look.isNarrow ? -7 : -19, look.isNarrow ? 9.5 : 11, look.theme.text),
        encoding: { y, text: { field: "customers", type: "quantitative", format: ",d" } },
      },
      ...(look.isNarrow
        ? []
        : [
            {
              mark: text(-7, 10, look.theme.muted),
              encoding: { y, text: { field: "share", type: "nominal" } },
            },
          ]),
    ],
  });
}

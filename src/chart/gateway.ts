import { checkWhole } from "../core/whole.js";
import type { GatewayProducts } from "../products/gateway-types.js";
import { emptyChart, liteChart } from "./frame.js";
import { intervalParts, ROW } from "./intervals.js";
import { type ChartOptions, openLook } from "./options.js";
import { productName } from "./product-lift.js";
import { checkAnswer, checkTable } from "./rows.js";
import type { ChartSpec } from "./spec.js";

/** How {@link gatewayChart} looks. */
export interface GatewayChartOptions extends ChartOptions {
  /** How many products. Default: 12. */
  readonly top?: number | undefined;
}

/**
 * The share of customers who bought again, by a product of their first order, with its interval and a mark at the share of all
 * customers. Products whose buyers nobody followed are left out.
 *
 * Cost: O(top).
 *
 * @param gateways what `gatewayProducts` gives; drawn are the first of `products` with a rate.
 * @returns a specification of Vega-Lite.
 * @throws RfmError on what is none, and on an unknown option.
 * @example
 * ```ts
 * import { gatewayChart } from "rfm-kit/chart";
 *
 * const mug = {
 *   product: "85123A", name: "Mug", customers: 10, share: 0.5, followed: 8, repeated: 4, repeatRate: 0.5,
 *   repeatLow: 0.22, repeatHigh: 0.78, repeatDifference: 0.1, pValue: 0.9, qValue: 0.9,
 *   laterSpend: null, laterSpendLow: null, laterSpendHigh: null,
 * };
 * const gateways = {
 *   customers: 20, days: 90, followed: 16, repeatRate: 0.45, laterSpend: 30, minCustomers: 5, level: 0.95,
 *   tested: 1, found: 0, products: [mug],
 * };
 * gatewayChart(gateways).description;
 * // => "Who buys again, by first product. Highest: Mug, 50.0% (between 22.0% and 78.0%)."
 * ```
 */
export function gatewayChart(
  gateways: Pick<GatewayProducts, "products" | "repeatRate">,
  options: GatewayChartOptions = {},
): ChartSpec {
  const caller = "gatewayChart";
  const look = openLook(caller, options, ["top"]);
  const top = checkWhole(caller, "top", options.top ?? 12, 1, 100);
  checkAnswer(caller, "gateways", gateways, "products", "gatewayProducts");
  checkTable(caller, "gateways.products", gateways.products, COLUMNS);
  checkTable(caller, "gateways", [gateways], { repeatRate: "number?" });
  const { titles, words, measures, says } = look.texts;
  const { share, count } = look.formats;
  const rows = gateways.products
    .flatMap((row) => (row.repeatRate === null ? [] : [{ ...row, value: row.repeatRate }]))
    .slice(0, top)
    .sort((a, b) => b.value - a.value)
    .map(({ value, repeatLow, repeatHigh, followed, ...row }) => {
      const [name, low, high] = [productName(row), repeatLow ?? value, repeatHigh ?? value];
      const told = `${share(value)} (${share(low)} – ${share(high)})`;
      const tip = { [words.product]: name, [words.repeatRate]: told, [measures.customers]: count(followed) };
      return { name, value, low, high, told, tip };
    });
  if (rows.length === 0) return emptyChart(look, titles.gateway);
  const { name, value, low, high } = rows[0];
  const reference = gateways.repeatRate ?? undefined;
  const caption = {
    title: titles.gateway,
    besidePlot: true,
    note: reference === undefined ? undefined : `${words.allCustomers}: ${share(reference)}`,
    says: [says.between(name, share(value), share(low), share(high))],
    height: 110 + ROW * rows.length,
  };
  return liteChart(
    look,
    caption,
    intervalParts(look, { rows, title: words.repeatRate, format: ".0%", reference }),
  );
}

const COLUMNS = {
  product: "id",
  repeatRate: "number?",
  repeatLow: "number?",
  repeatHigh: "number?",
  followed: "number",
} as const;

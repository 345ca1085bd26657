import type { ChartSpec } from "../chart/spec.js";
import type { Facts } from "../narrative/facts.js";
import { documentOf } from "./document.js";
import { openDraw } from "./draw.js";
import { pageOf } from "./html-page.js";
import { type HtmlReportOptions, type ReportOptions, readReportOptions } from "./options.js";

/**
 * A report of what is known of a shop, as one HTML page that holds all it needs: no script, and nothing that is loaded from
 * elsewhere. It reads on a telephone and on paper, by day and by night, by keyboard and by ear. What nothing is known of is
 * left out.
 *
 * Names of customers, products, segments, rules and attributes are shown as they are and can do nothing. Charts come of
 * `renderChart`, four times each: for a light and a dark page, wide and narrow. They stand in the page as images, in which
 * nothing runs; the renderer itself is the caller's code, and is trusted. Without it tables speak.
 *
 * Cost: O(facts), and four charts for each figure.
 *
 * @param facts what functions of rfm-kit returned, as they returned it.
 * @returns a document from `<!DOCTYPE html>` on, for a file or a response of type `text/html; charset=utf-8`.
 * @throws RfmError on unknown facts or options, on a language that lacks texts, on an unknown currency, and where
 * `renderChart` returns anything that does not begin with `<svg`.
 * @see Web Content Accessibility Guidelines 2.2.
 * @example
 * ```ts
 * import { summarizePareto } from "rfm-kit";
 * import { es } from "rfm-kit/locale";
 * import { reportHtml } from "rfm-kit/report";
 *
 * const pareto = summarizePareto([{ monetary: 80 }, { monetary: 10 }, { monetary: 6 }, { monetary: 4 }]);
 * const page = reportHtml({ asOf: "2024-06-30", pareto }, { locale: es, currency: "EUR", title: "Tienda <A & B>" });
 * page.includes('<html lang="es" dir="ltr">'); // => true
 * page.includes("Tienda &#60;A &#38; B&#62;"); // => true
 * ```
 */
export function reportHtml(facts: Facts, options: HtmlReportOptions = {}): string {
  const settings = readReportOptions(CALLER, facts, options, ["renderChart"]);
  return pageOf(documentOf(CALLER, facts, settings, openDraw(CALLER, options.renderChart, settings)));
}

const CALLER = "reportHtml";

/**
 * The specifications of the charts of {@link reportHtml}, in the order in which it asks `renderChart` for them, with the same
 * facts and options. A renderer that takes its time, as Vega's does, draws these before.
 *
 * Cost: O(facts).
 *
 * @throws RfmError as {@link reportHtml}.
 * @example
 * ```ts
 * import { reportCharts, reportHtml } from "rfm-kit/report";
 *
 * const draw = async ({ description }: { description: string }) => `<svg><title>${description.length}</title></svg>`;
 * const charts = await Promise.all(reportCharts({}).map(draw));
 * const page = reportHtml({}, { renderChart: () => charts.shift() ?? "" });
 * charts.length; // => 0
 * ```
 */
export function reportCharts(facts: Facts, options: ReportOptions = {}): ChartSpec[] {
  const caller = "reportCharts";
  const settings = readReportOptions(caller, facts, options);
  const specs: ChartSpec[] = [];
  const collect = (spec: ChartSpec) => {
    specs.push(spec);
    return "<svg>";
  };
  documentOf(caller, facts, settings, openDraw(caller, collect, settings));
  return specs;
}

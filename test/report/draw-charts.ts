import { type HtmlReportOptions, type ReportOptions, reportCharts } from "rfm-kit/report";
import { drawSvg } from "../../demo/draw.js";
import type { Facts } from "./facts.js";

/** The options with charts that Vega has drawn. */
export async function drawCharts(facts: Facts, options: ReportOptions): Promise<HtmlReportOptions> {
  const charts = await Promise.all(reportCharts(facts, options).map(drawSvg));
  return { ...options, renderChart: () => charts.shift() as string };
}

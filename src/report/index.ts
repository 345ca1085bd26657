/**
 * One document of all that is known of a shop, as a page or as Markdown.
 *
 * @module rfm-kit/report
 */
export type { ChartSpec } from "../chart/spec.js";
export type { RenderChart } from "./draw.js";
export { reportCharts, reportHtml } from "./html.js";
export { reportMarkdown } from "./markdown.js";
export type { HtmlReportOptions, ReportOptions } from "./options.js";

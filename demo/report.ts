import type { Facts } from "rfm-kit/narrative";
import { reportCharts, reportHtml } from "rfm-kit/report";
import { drawSvg } from "./draw.js";
import { writeText } from "./ready-file.js";

/** Writes what is known of the shop as one page, with its charts in it. */
export async function writeReport(file: string, facts: Facts): Promise<void> {
  const options = { attributes: ["country"] };
  const charts = await Promise.all(reportCharts(facts, options).map(drawSvg));
  await writeText(file, reportHtml(facts, { ...options, renderChart: () => charts.shift() ?? "" }));
}

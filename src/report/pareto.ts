import { revenueShareChart } from "../chart/revenue-share.js";
import type { ParetoSummary } from "../pareto/summary.js";
import type { SegmentSummary } from "../segment/summary.js";
import { type Block, table } from "./blocks.js";
import { columnsOf, shownBy, told, type Voice } from "./voice.js";

/** On how few customers revenue rests. */
export function pareto(
  voice: Voice,
  summary: ParetoSummary,
  segments: readonly SegmentSummary[] | undefined,
): Block[] {
  const { report } = voice.locale;
  const { text, figure } = columnsOf(report);
  const { count, share, fixed } = shownBy(voice);
  const { top, topCustomers, topShare, customersForShare, customerShare } = summary;
  const rows = [
    { label: report.revenueOfTop(share(top)), customers: topCustomers, part: top, revenue: share(topShare) },
    {
      label: report.customersForRevenue(share(summary.share)),
      customers: customersForShare,
      part: customerShare,
      revenue: `≥ ${share(summary.share)}`,
    },
  ];
  return [
    ...told(voice.narrative.pareto),
    ...(segments === undefined ? [] : voice.draw((look) => revenueShareChart(segments, look))),
    ...table(report.captions.pareto, rows, [
      text("measure", ({ label }) => label),
      figure("customers", ({ customers }) => count(customers)),
      figure("customerShare", ({ part }) => share(part)),
      figure("revenueShare", ({ revenue }) => revenue),
    ]),
    ...table(
      report.captions.gini,
      [summary],
      [
        text("measure", () => report.heads.gini),
        figure("customers", ({ customers }) => count(customers)),
        figure("value", ({ gini }) => fixed(gini, 3)),
      ],
    ),
  ];
}

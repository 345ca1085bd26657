import { fsum } from "d3-array";
import type { SegmentSummary } from "../segment/summary.js";

const SUMS = ["customers", "share", "revenue", "revenueShare"] as const;
const MEANS = ["meanRecency", "meanFrequency", "meanMonetary"] as const;

/** Several segments in one row: sums, means by customers, revenue per purchase. Medians do not follow from medians. */
export function mergeGroups(rows: readonly SegmentSummary[], segment: string): SegmentSummary {
  const total = (of: (row: SegmentSummary) => number): number => fsum(rows.map(of)) + 0;
  const sums = SUMS.map((name) => [name, total((row) => row[name])]);
  const { customers, share, revenue, revenueShare } = Object.fromEntries(sums) as Record<
    (typeof SUMS)[number],
    number
  >;
  const weighted = (name: (typeof MEANS)[number]) => total((row) => row.customers * (row[name] as number));
  const purchases = weighted("meanFrequency");
  return {
    ...{ segment, customers, share, revenue, revenueShare },
    ...{ meanRecency: weighted("meanRecency") / customers, medianRecency: null },
    ...{ meanFrequency: purchases / customers, medianFrequency: null },
    ...{ meanMonetary: weighted("meanMonetary") / customers, medianMonetary: null },
    averageOrderValue: purchases > 0 ? revenue / purchases : null,
  };
}

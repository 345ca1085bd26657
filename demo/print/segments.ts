import { tenSegments } from "rfm-kit";
import type { Analysis } from "../analysis.js";
import { formatCount, formatDecimal, formatMoney, formatShare } from "./format.js";
import { formatTable } from "./table.js";

type Segments = Analysis["segments"];

const TITLES = ["segment", "customers", "share", "revenue", "share", "recency", "frequency", "per order"];

/** The segments in figures, and then what to do about those that have customers. */
export function formatSegments(segments: Segments): string {
  const figures = segments.map((row) => [
    row.segment,
    formatCount(row.customers),
    formatShare(row.share),
    formatMoney(row.revenue),
    formatShare(row.revenueShare),
    formatDecimal(row.medianRecency),
    formatDecimal(row.medianFrequency),
    formatMoney(row.averageOrderValue),
  ]);
  const note = "Recency (days) and frequency (purchases) are medians.";
  return [formatTable(TITLES, figures), "", note, "", formatActions(segments)].join("\n");
}

function formatActions(segments: Segments): string {
  const width = Math.max(...segments.map(({ segment }) => segment.length));
  return segments
    .filter(({ customers }) => customers > 0)
    .map(({ segment }) => `${segment.padEnd(width)}  ${tenSegments.actions[segment]}`)
    .join("\n");
}

import type { SegmentSummary } from "../segment/summary.js";
import type { Look } from "./options.js";
import { checkTable, distinctNames } from "./rows.js";

/** A segment with a name that no other one has. */
export interface NamedSegment extends SegmentSummary {
  readonly name: string;
}

/** Checks a summary of segments, and names them in the language. */
export function nameSegments(caller: string, look: Look, summary: readonly SegmentSummary[]): NamedSegment[] {
  checkTable(caller, "summary", summary, COLUMNS);
  const names = distinctNames(summary.map(({ segment }) => look.nameOf(segment)));
  return summary.map((row, i) => ({ ...row, name: names[i] }));
}

const COLUMNS = {
  segment: "text",
  customers: "number",
  share: "number",
  revenue: "number",
  revenueShare: "number",
  meanRecency: "number?",
  medianRecency: "number?",
  meanFrequency: "number?",
  medianFrequency: "number?",
  meanMonetary: "number?",
  medianMonetary: "number?",
  averageOrderValue: "number?",
} as const;

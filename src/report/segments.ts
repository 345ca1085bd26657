import { segmentBarsChart } from "../chart/segment-bars.js";
import { segmentTreemapChart } from "../chart/segment-treemap.js";
import type { SegmentSummary } from "../segment/summary.js";
import { type Block, table } from "./blocks.js";
import { byThing, columnsOf, pick, segmentOf, shownBy, told, type Voice } from "./voice.js";

/** Sentences about all segments; others are about one. */
const OF_ALL = ["none", "first", "largest", "richest", "asleep"];

/** The segments in figures, and what to do for each. */
export function segments(voice: Voice, summary: readonly SegmentSummary[]): Block[] {
  const said = voice.narrative.segments;
  return [
    ...told(pick(said, OF_ALL)),
    ...voice.draw((look) => segmentTreemapChart(summary, look)),
    ...figuresOf(voice, summary),
    ...voice.draw((look) => segmentBarsChart(summary, { ...look, measure: "customers" })),
    ...byThing(pick(said, [...OF_ALL, "advice"], false), "segment"),
    ...adviceOn(voice, summary),
  ];
}

function figuresOf(voice: Voice, summary: readonly SegmentSummary[]): readonly Block[] {
  const { text, figure } = columnsOf(voice.locale.report);
  const { count, share, money, decimal } = shownBy(voice);
  return table(voice.locale.report.captions.segments, summary, [
    text("segment", ({ segment }) => segmentOf(voice, segment)),
    figure("customers", ({ customers }) => count(customers)),
    figure("customerShare", (row) => share(row.share)),
    figure("revenue", ({ revenue }) => money(revenue)),
    figure("revenueShare", ({ revenueShare }) => share(revenueShare)),
    figure("medianRecency", ({ medianRecency }) => decimal(medianRecency)),
    figure("medianFrequency", ({ medianFrequency }) => decimal(medianFrequency)),
    figure("medianMonetary", ({ medianMonetary }) => money(medianMonetary)),
    figure("averageOrder", ({ averageOrderValue }) => money(averageOrderValue)),
  ]);
}

/** Advice for the segments that the language has some for, and that hold somebody. */
function adviceOn(voice: Voice, summary: readonly SegmentSummary[]): readonly Block[] {
  const { report, segmentAdvice } = voice.locale;
  const advised = summary.flatMap(({ segment, customers }) =>
    customers > 0 && Object.hasOwn(segmentAdvice, segment)
      ? [{ segment, advice: segmentAdvice[segment as keyof typeof segmentAdvice] }]
      : [],
  );
  const { text } = columnsOf(report);
  return table(report.captions.segmentAdvice, advised, [
    text("segment", ({ segment }) => segmentOf(voice, segment)),
    text("advice", ({ advice }) => advice),
  ]);
}

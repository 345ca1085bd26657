import { fsum } from "d3-array";
import type { SegmentSummary } from "../segment/summary.js";
import { greatest } from "./greatest.js";
import type { Sentence } from "./sentence.js";
import type { Teller } from "./teller.js";

/** Whose customers are slipping away or asleep. */
const ASLEEP: readonly string[] = ["at-risk", "cant-lose", "hibernating"];
/** A share this near to another is about the same. */
const EVEN = 0.05;

/** Segments side by side, then each by itself. */
export function tellSegments(teller: Teller, summaries: readonly SegmentSummary[]): Sentence[] {
  const filled = summaries.filter(({ customers }) => customers > 0);
  if (filled.length === 0) return [teller.say("segments", "none", {})];
  const hasRevenue = filled.some(({ revenueShare }) => revenueShare !== 0);
  return [
    ...tellFirst(teller, filled, hasRevenue),
    ...tellAsleep(teller, filled, hasRevenue),
    ...summaries.flatMap((summary) => tellSegment(teller, summary, hasRevenue)),
  ];
}

function tellFirst(
  { say, segment, count, share, money }: Teller,
  filled: readonly SegmentSummary[],
  hasRevenue: boolean,
): Sentence[] {
  if (filled.length < 2) return [];
  const largest = greatest(filled, ({ customers }) => customers);
  const richest = greatest(filled, ({ revenue }) => revenue);
  const size = {
    segment: segment(largest.segment),
    customers: count(largest.customers),
    share: share(largest.share),
  };
  if (!hasRevenue) return [say("segments", "largest", size)];
  const wealth = { revenue: money(richest.revenue), revenueShare: share(richest.revenueShare) };
  if (largest === richest) return [say("segments", "first", { ...size, ...wealth })];
  return [
    say("segments", "largest", size),
    say("segments", "richest", { segment: segment(richest.segment), ...wealth }),
  ];
}

function tellAsleep(
  { say, segments, count, share, money }: Teller,
  filled: readonly SegmentSummary[],
  hasRevenue: boolean,
): Sentence[] {
  const asleep = filled.filter(({ segment }) => ASLEEP.includes(segment));
  if (asleep.length === 0 || !hasRevenue) return [];
  const sum = (figure: "customers" | "revenue" | "revenueShare") => fsum(asleep.map((row) => row[figure]));
  const pieces = {
    segments: segments(asleep.map(({ segment }) => segment)),
    customers: count(sum("customers")),
    revenue: money(sum("revenue")),
    revenueShare: share(sum("revenueShare")),
  };
  return [say("segments", "asleep", pieces)];
}

function tellSegment(teller: Teller, summary: SegmentSummary, hasRevenue: boolean): Sentence[] {
  const { say, segment, quantity, money, phrase, locale } = teller;
  const { medianRecency, medianFrequency, medianMonetary } = summary;
  const name = segment(summary.segment);
  if (summary.customers === 0) return [say("segments", "empty", { segment: name }, { customers: 0 })];
  const sentences = [tellShares(teller, summary, hasRevenue)];
  // Of groups that were merged no median is known.
  if (medianRecency !== null && medianFrequency !== null && medianMonetary !== null) {
    const typical = {
      medianRecency: quantity(medianRecency),
      medianFrequency: quantity(medianFrequency),
      medianMonetary: money(medianMonetary),
    };
    sentences.push(say("segments", "typical", { segment: name, ...typical }));
  }
  const { segmentAdvice } = locale;
  if (!Object.hasOwn(segmentAdvice, summary.segment)) return sentences;
  const advice = segmentAdvice[summary.segment as keyof typeof segmentAdvice];
  return [...sentences, say("segments", "advice", { segment: name, advice: phrase(advice) })];
}

function tellShares(
  { say, segment, count, share, decimal }: Teller,
  summary: SegmentSummary,
  hasRevenue: boolean,
): Sentence {
  const size = {
    segment: segment(summary.segment),
    customers: count(summary.customers),
    share: share(summary.share),
  };
  if (!hasRevenue) return say("segments", "customers", size);
  const shares = { ...size, revenueShare: share(summary.revenueShare) };
  const ratio = summary.revenueShare / summary.share;
  if (ratio >= 1 + EVEN) return say("segments", "more", { ...shares, ratio: decimal(ratio, 1) });
  return say("segments", ratio > 1 - EVEN ? "even" : "less", shares, { ratio });
}

import type { SegmentExplanation, SegmentMove } from "./explain.js";

/** A move in words, in the shop's own units. */
export function describeMove({
  dimension,
  direction,
  distance,
  to,
}: Omit<SegmentMove, "text" | "scores">): string {
  const count = (unit: string) => `${distance} ${unit}${distance === 1 ? "" : "s"}`;
  if (dimension === "recency") {
    if (direction === "up") return `${count("day")} without a purchase from ${to}`;
    return `had the last purchase been ${count("day")} more recent: ${to}`;
  }
  if (dimension === "frequency") {
    return `${count("purchase")} ${direction === "up" ? "more" : "fewer"} would make ${to}`;
  }
  return `${distance} ${direction === "up" ? "more" : "less"} spent would make ${to}`;
}

/** An explanation in lines. */
export function describeExplanation(explanation: Omit<SegmentExplanation, "text">): string {
  const { segment, scores, rule, alsoMatched, moves, nextOrder } = explanation;
  const won = rule === null ? "no rule matched" : `rules[${rule}] won`;
  const others = alsoMatched.map((other) => `rules[${other.rule}] (${other.segment})`);
  const late = others.length === 0 ? "" : `; ${others.join(", ")} matched too`;
  const head = `${segment}: R ${scores.r}, F ${scores.f}, M ${scores.m}; ${won}${late}.`;
  const order = `an order today would ${nextOrder.to === segment ? "change nothing" : `make ${nextOrder.to}`}`;
  return [head, ...[order, ...moves.map(({ text }) => text)].map((line) => `- ${line}`)].join("\n");
}

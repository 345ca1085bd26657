import type { ScoreTriple } from "../core/bins.js";

/** The figures that place a customer. */
export interface CustomerFigures {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** The smallest change of one figure that leads to another segment. */
export interface SegmentMove<Name extends string = string> {
  readonly dimension: keyof CustomerFigures;
  readonly direction: "up" | "down";
  /** How far the figure has to go, in its own unit. */
  readonly distance: number;
  /** How far the score goes with it. */
  readonly scores: number;
  readonly to: Name;
  readonly text: string;
}

/** Why a customer is in a segment, and how far from leaving it. */
export interface SegmentExplanation<Name extends string = string> {
  readonly segment: Name;
  readonly scores: ScoreTriple;
  /** The position of the rule that won; `null` where none matched and `otherwise` took the customer. */
  readonly rule: number | null;
  /** Rules that matched too and came too late. */
  readonly alsoMatched: readonly { readonly rule: number; readonly segment: Name }[];
  /** The nearest ways out, at most one up and one down for each figure. */
  readonly moves: readonly SegmentMove<Name>[];
  /** Where an order today would lead: recency 0, one purchase more, and what it is worth. */
  readonly nextOrder: { readonly to: Name; readonly scores: ScoreTriple };
  readonly text: string;
}

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

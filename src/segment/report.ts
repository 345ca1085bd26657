import type { Axis } from "./rule-types.js";

/** A cell that more than one rule covers. */
export interface Overlap<Name extends string = string> {
  readonly cell: string;
  /** Positions of the rules, the winner first. */
  readonly rules: readonly number[];
  /** Their segments. */
  readonly segments: readonly Name[];
}

/** A rule that never wins: other rules take all of its cells. */
export interface DeadRule<Name extends string = string> {
  readonly rule: number;
  readonly segment: Name;
}

/** A cell whose segment stands after that of a cell which is worse on every axis. */
export interface DominanceFault<Name extends string = string> {
  readonly cell: string;
  readonly segment: Name;
  readonly below: string;
  readonly belowSegment: Name;
}

/** What `checkScheme` finds. */
export interface SchemeReport<Name extends string = string> {
  readonly scheme: string;
  /** What the digits of a cell's name stand for. */
  readonly axes: readonly Axis[];
  readonly cells: number;
  /** Cells that no rule covers; `otherwise` takes them. */
  readonly uncovered: readonly string[];
  readonly overlaps: readonly Overlap<Name>[];
  readonly deadRules: readonly DeadRule<Name>[];
  /** Segments of rules in which no cell ends. */
  readonly deadSegments: readonly Name[];
  readonly dominance: readonly DominanceFault<Name>[];
  /** Every cell has exactly one rule, and every rule a cell: the order of the rules decides nothing. */
  readonly clean: boolean;
  /** The report in sentences, one a line. */
  readonly text: string;
}

const SHOWN = 5;

/** A scheme's report in sentences. */
export function describeReport(report: Omit<SchemeReport, "text">): string {
  const { scheme, axes, cells, uncovered, overlaps, deadRules, deadSegments, dominance, clean } = report;
  const grid = `${cells} ${cells === 1 ? "cell" : "cells"} of ${axes.map((axis) => axis.toUpperCase()).join(", ")}`;
  const lines = clean
    ? [`"${scheme}" is clean: one rule for each of the ${grid}, and a cell for every rule.`]
    : [`"${scheme}" is not clean. On ${grid}:`];
  if (uncovered.length > 0) lines.push(`- ${uncovered.length} without a rule: ${list(uncovered)}.`);
  if (overlaps.length > 0) {
    const shown = overlaps.map(({ cell, segments }) => `${cell} (${segments.join(", then ")})`);
    lines.push(`- ${overlaps.length} with several rules: ${list(shown)}.`);
  }
  if (deadRules.length > 0) {
    const shown = deadRules.map(({ rule, segment }) => `rules[${rule}] (${segment})`);
    lines.push(
      `- ${deadRules.length} of the rules never ${deadRules.length === 1 ? "wins" : "win"}: ${list(shown)}.`,
    );
  }
  if (deadSegments.length > 0) lines.push(`- No customer can be: ${deadSegments.join(", ")}.`);
  if (dominance.length > 0) {
    const shown = dominance.map(
      ({ cell, segment, below, belowSegment }) => `${cell} is ${segment}, yet ${below} is ${belowSegment}`,
    );
    const better = dominance.length === 1 ? "cell is" : "cells are";
    lines.push(
      `- ${dominance.length} ${better} placed after a cell that is worse on every axis: ${list(shown)}.`,
    );
  }
  return lines.join("\n");
}

function list(items: readonly string[]): string {
  const shown = items.slice(0, SHOWN).join("; ");
  return items.length > SHOWN ? `${shown}; and ${items.length - SHOWN} more` : shown;
}

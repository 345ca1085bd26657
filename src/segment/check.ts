import { type Cell, schemeGrid } from "./grid.js";
import { readScheme } from "./lookup.js";
import { type DominanceFault, describeReport, type Overlap, type SchemeReport } from "./report.js";
import type { ReadRule } from "./rule-types.js";
import type { SegmentScheme } from "./scheme.js";

/**
 * Checks a segment scheme by looking at every cell of its grid:
 *
 * - `uncovered`: cells that no rule covers, so that `otherwise` takes them;
 * - `overlaps`: cells that several rules cover, so that their order decides;
 * - `deadRules`, `deadSegments`: what never wins;
 * - `dominance`: cells whose segment stands after the segment of a cell that is worse on every axis. This reads
 *   the order of the segments as an order of worth, best first.
 *
 * The grid is that of the bins, R × F × M or those of them that the scheme has; where a scheme declares its
 * `axes` and its rules look at nothing else, it is that of the axes, such as R × FM.
 *
 * Cost: O(cells · rules).
 *
 * @throws RfmError on what is no scheme, and on a grid of more than a million cells.
 * @example
 * ```ts
 * import { checkScheme, defineScheme } from "rfm-kit";
 *
 * const report = checkScheme(
 *   defineScheme({
 *     name: "tiers",
 *     bins: { r: 3, f: 3 },
 *     rules: [
 *       { segment: "gold", r: [2, 3], f: [2, 3] },
 *       { segment: "silver", r: 2, f: 3 },
 *     ],
 *     otherwise: "bronze",
 *   }),
 * );
 * report.overlaps; // => [{ cell: "23", rules: [0, 1], segments: ["gold", "silver"] }]
 * report.deadSegments; // => ["silver"]
 * report.uncovered; // => ["11", "12", "13", "21", "31"]
 * report.clean; // => false
 * ```
 */
export function checkScheme<Name extends string>(scheme: SegmentScheme<Name>): SchemeReport<Name>;
export function checkScheme(scheme: SegmentScheme): SchemeReport {
  const caller = "checkScheme";
  const { name, bins, axes: declared, read, segments, otherwise } = readScheme(caller, scheme);
  const grid = schemeGrid(caller, "scheme.bins", bins, declared, read);
  const uncovered: string[] = [];
  const overlaps: Overlap[] = [];
  const winners = new Set<number>();
  const placed: PlacedCell[] = [];
  for (const cell of grid.cells) {
    const { r, f, m } = cell;
    const rules = read.flatMap(({ matches }, i) => (matches(r, f, m) ? [i] : []));
    const named = rules.map((rule) => read[rule].rule.segment);
    if (rules.length === 0) uncovered.push(cell.name);
    if (rules.length > 1) overlaps.push({ cell: cell.name, rules, segments: named });
    if (rules.length > 0) winners.add(rules[0]);
    placed.push({ cell, segment: named[0] ?? (otherwise as string) });
  }
  const findings = {
    scheme: name,
    axes: grid.axes,
    cells: grid.size,
    uncovered,
    overlaps,
    deadRules: read.flatMap(({ rule }, i) => (winners.has(i) ? [] : [{ rule: i, segment: rule.segment }])),
    deadSegments: deadSegments(read, placed),
    dominance: findDominance(placed, grid.tops, segments),
  };
  const clean = uncovered.length + overlaps.length + findings.deadRules.length === 0;
  return { ...findings, clean, text: describeReport({ ...findings, clean }) };
}

/** The rules' segments that no cell ends in. */
function deadSegments(read: readonly ReadRule[], placed: readonly PlacedCell[]): string[] {
  const dead = new Set(read.map(({ rule }) => rule.segment));
  for (const { segment } of placed) dead.delete(segment);
  return [...dead];
}

interface PlacedCell {
  readonly cell: Cell;
  readonly segment: string;
}

/**
 * Each cell beside the best placed of all cells that are worse on every axis. That is known from the neighbours,
 * because the cells come in ascending order. O(cells).
 */
function findDominance(
  placed: readonly PlacedCell[],
  tops: readonly number[],
  segments: readonly string[],
): DominanceFault[] {
  const ranks = new Map(segments.map((segment, rank) => [segment, rank]));
  const rankOf = (at: number) => ranks.get(placed[at].segment) as number;
  const steps = tops.map((_, i) => tops.slice(i + 1).reduce((product, top) => product * top, 1));
  const diagonal = steps.reduce((sum, step) => sum + step, 0);
  const bestUpTo = new Uint32Array(placed.length);
  const faults: DominanceFault[] = [];
  for (const [at, { cell, segment }] of placed.entries()) {
    if (cell.place.every((score) => score > 1)) {
      const below = bestUpTo[at - diagonal];
      if (rankOf(below) < rankOf(at)) {
        const { cell: worse, segment: belowSegment } = placed[below];
        faults.push({ cell: cell.name, segment, below: worse.name, belowSegment });
      }
    }
    const candidates = steps.flatMap((step, i) => (cell.place[i] > 1 ? [bestUpTo[at - step]] : []));
    bestUpTo[at] = candidates.reduce((best, other) => (rankOf(other) < rankOf(best) ? other : best), at);
  }
  return faults;
}

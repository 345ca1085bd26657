import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { topScore } from "./grid.js";
import type { Axis, AxisTest, Match, Reading, ReadRule, SchemeBins, SegmentRule } from "./rule-types.js";

/** Reads a rule once, so that it can be asked many times; refuses one outside of the bins. */
export function readRule(
  caller: string,
  given: unknown,
  path: string,
  bins: SchemeBins,
  axes: readonly Axis[] | null,
): ReadRule {
  const context: Context = { caller, path, bins, axes };
  checkOptions(caller, given, ["segment", "r", "f", "m", "fm", "cells", "pattern"], path);
  const present = Object.entries(given as object).filter(([, part]) => part !== undefined);
  const rule = Object.fromEntries(present) as SegmentRule<string>;
  const reading = readTests(context, rule);
  const matches: Match = (r, f, m) =>
    reading.alternatives.some((tests) => tests.every((test) => passes(test, r, f, m)));
  return { rule, ...reading, matches };
}

function passes({ axis, ranges }: AxisTest, r: number, f: number, m: number): boolean {
  const score = scoreOn(axis, r, f, m);
  return ranges.some(([lowest, highest]) => score >= lowest && score <= highest);
}

function readTests(context: Context, rule: SegmentRule<string>): Reading {
  const { segment, cells, pattern, ...ranges }: Record<string, unknown> = { ...rule };
  if (typeof segment !== "string" || segment === "") {
    throw refuse(context, ".segment", "the name of a segment", segment);
  }
  const forms = [cells !== undefined, pattern !== undefined, Object.keys(ranges).length > 0].filter(Boolean);
  if (forms.length !== 1) throw refuse(context, "", "either ranges, cells or a pattern", rule);
  if (cells !== undefined) return readCells(context, cells);
  return pattern === undefined ? readRanges(context, ranges) : readPattern(context, pattern);
}

interface Context {
  readonly caller: string;
  readonly path: string;
  readonly bins: SchemeBins;
  readonly axes: readonly Axis[] | null;
}

function readRanges(context: Context, ranges: Record<string, unknown>): Reading {
  const tests = Object.entries(ranges).map(([name, range]) => {
    const axis = name as Axis;
    const [lowest, highest] = Array.isArray(range) ? range : [range, range];
    const wellFormed = !Array.isArray(range) || range.length === 2;
    if (!wellFormed || !Number.isInteger(lowest) || !Number.isInteger(highest) || lowest > highest) {
      throw refuse(context, `.${axis}`, "a score or a [lowest, highest] pair of scores", range);
    }
    checkScore(context, `.${axis}`, axis, lowest, range);
    checkScore(context, `.${axis}`, axis, highest, range);
    return { axis, lowest, highest };
  });
  const alternative = tests.map(({ axis, lowest, highest }) => ({
    axis,
    ranges: [[lowest, highest]] as const,
  }));
  return { axes: tests.map(({ axis }) => axis), alternatives: [alternative] };
}

function readCells(context: Context, cells: unknown): Reading {
  if (!Array.isArray(cells) || cells.length === 0) {
    throw refuse(context, ".cells", 'an array of cells such as "555"', cells);
  }
  const wanted = new Map<string, readonly number[]>();
  let shared: readonly Axis[] = [];
  for (const [i, cell] of cells.entries()) {
    const path = `.cells[${i}]`;
    const digits = typeof cell === "string" ? cell.split(cell.includes("-") ? "-" : "") : [];
    const axes = axesOf(context, path, digits.length, cell);
    if (!digits.every((digit) => /^\d+$/.test(digit))) throw refuse(context, path, "scores as digits", cell);
    for (const [place, axis] of axes.entries()) checkScore(context, path, axis, Number(digits[place]), cell);
    if (i > 0 && axes.length !== shared.length)
      throw refuse(context, path, "as many scores as the cell before", cell);
    shared = axes;
    const scores = digits.map(Number);
    wanted.set(scores.join(), scores);
  }
  const alternatives = Array.from(wanted.values(), (scores) =>
    shared.map((axis, place) => ({ axis, ranges: [[scores[place], scores[place]]] as const })),
  );
  return { axes: shared, alternatives };
}

/** `[1-3]`, `[135]`, one digit, or `.`. */
const PLACE = /\[((?:\d-\d|\d)+)\]|(\d)|(\.)/y;

function readPattern(context: Context, pattern: unknown): Reading {
  const places = typeof pattern === "string" ? splitPattern(pattern) : undefined;
  if (places === undefined)
    throw refuse(context, ".pattern", 'digits and ranges such as "[3-4][4-5]"', pattern);
  const axes = axesOf(context, ".pattern", places.length, pattern);
  const alternative = axes.flatMap((axis, i) => {
    if (places[i] === ".") return [];
    const ranges = rangesOf(places[i]);
    if (ranges.some(([lowest, highest]) => lowest > highest))
      throw refuse(context, ".pattern", "ranges from low to high", pattern);
    for (const score of ranges.flat()) checkScore(context, ".pattern", axis, score, pattern);
    if ((topScore(context.bins, axis) ?? 0) > 9)
      throw refuse(context, ".pattern", "at most 9 bins, or ranges", pattern);
    return [{ axis, ranges }];
  });
  return { axes, alternatives: [alternative] };
}

/** The places of a pattern without their brackets; `undefined` where it is none. */
function splitPattern(pattern: string): string[] | undefined {
  const places: string[] = [];
  PLACE.lastIndex = 0;
  while (PLACE.lastIndex < pattern.length) {
    const match = PLACE.exec(pattern);
    if (match === null) return undefined;
    places.push(match[1] ?? match[0]);
  }
  return places;
}

/** `"1-35"` → from 1 to 3, and 5. */
function rangesOf(place: string): [lowest: number, highest: number][] {
  return Array.from(place.matchAll(/(\d)(?:-(\d))?/g), ([, low, high = low]) => [Number(low), Number(high)]);
}

function axesOf(context: Context, path: string, digits: number, received: unknown): readonly Axis[] {
  const axes: readonly Axis[] | undefined = context.axes ?? DEFAULT_AXES[digits];
  if (axes?.length === digits) return axes;
  const expected = context.axes
    ? `${context.axes.length} scores (${context.axes.join(", ")})`
    : "2 or 3 scores";
  throw refuse(context, path, expected, received);
}

const DEFAULT_AXES: Readonly<Record<number, readonly Axis[]>> = { 2: ["r", "f"], 3: ["r", "f", "m"] };

function checkScore(context: Context, path: string, axis: Axis, score: number, received: unknown): void {
  const top = topScore(context.bins, axis);
  if (top === null)
    throw refuse(context, path, `bins for ${axis.split("").join(" and ")} in the scheme`, received);
  if (score >= 1 && score <= top) return;
  throw new RfmError({
    caller: context.caller,
    code: "ruleOutsideBins",
    path: context.path + path,
    expected: `scores of ${axis} from 1 to ${top}`,
    received,
  });
}

function scoreOn(axis: Axis, r: number, f: number, m: number): number {
  if (axis === "r") return r;
  if (axis === "f") return f;
  return axis === "m" ? m : Math.floor((f + m) / 2);
}

function refuse({ caller, path }: Context, part: string, expected: string, received: unknown): RfmError {
  return new RfmError({ caller, code: "invalidRule", path: path + part, expected, received });
}

import { SCORES } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import type { Axis, ReadRule, SchemeBins } from "./rule-types.js";

/** One cell of a scheme's grid, with scores that stand for it. */
export interface Cell {
  readonly name: string;
  /** The scores on the axes of the grid. */
  readonly place: readonly number[];
  readonly r: number;
  readonly f: number;
  readonly m: number;
}

/** All the cells a scheme can tell apart. */
export interface Grid {
  readonly axes: readonly Axis[];
  /** The highest score of each axis. */
  readonly tops: readonly number[];
  /** Ascending, the last axis fastest. */
  readonly cells: Iterable<Cell>;
  readonly size: number;
}

const MOST_CELLS = 1_000_000;

/**
 * The grid of a scheme: its declared axes where the rules look at nothing else, and the dimensions that have
 * bins where they do.
 */
export function schemeGrid(
  caller: string,
  path: string,
  bins: SchemeBins,
  declared: readonly Axis[] | null,
  rules: readonly ReadRule[],
): Grid {
  const enough = rules.every(({ axes }) => axes.every((axis) => declared?.includes(axis)));
  const axes = declared !== null && enough && isGrid(bins, declared) ? declared : undefined;
  const chosen = axes ?? SCORES.filter((axis) => bins[axis] !== null);
  const tops = chosen.map((axis) => topScore(bins, axis) ?? 1);
  const size = tops.reduce((product, top) => product * top, 1);
  if (size <= MOST_CELLS) return { axes: chosen, tops, size, cells: eachCell(bins, chosen, tops) };
  const expected = `at most ${MOST_CELLS} cells where each has to be looked at`;
  throw new RfmError({ caller, code: "invalidBins", path, expected, received: size });
}

/** Whether every combination of scores on these axes can be a customer's. */
function isGrid(bins: SchemeBins, axes: readonly Axis[]): boolean {
  const distinct = new Set(axes);
  const bound = distinct.has("fm") && (distinct.has("f") || distinct.has("m"));
  return !bound && distinct.size === axes.length && axes.every((axis) => topScore(bins, axis) !== null);
}

/** The highest score of an axis; `null` where the scheme has no bins for it. */
export function topScore(bins: SchemeBins, axis: Axis): number | null {
  if (axis !== "fm") return bins[axis];
  return bins.f === null || bins.m === null ? null : Math.floor((bins.f + bins.m) / 2);
}

function* eachCell(bins: SchemeBins, axes: readonly Axis[], tops: readonly number[]): Generator<Cell> {
  const place = axes.map(() => 1);
  for (let more = true; more; more = advance(place, tops)) {
    const name = place.join(place.some((score) => score > 9) ? "-" : "");
    yield { name, place: [...place], ...scoresAt(bins, axes, place) };
  }
}

/** Counts a place up, the last axis first; whether there is a next one. */
function advance(place: number[], tops: readonly number[]): boolean {
  for (let i = place.length - 1; i >= 0; i--) {
    if (place[i] < tops[i]) {
      place[i]++;
      return true;
    }
    place[i] = 1;
  }
  return false;
}

/** Scores whose customer is in a cell: F and M that have the mean of an FM cell, 1 where the axes do not look. */
function scoresAt(
  bins: SchemeBins,
  axes: readonly Axis[],
  place: readonly number[],
): Record<"r" | "f" | "m", number> {
  const scores = { r: 1, f: 1, m: 1 };
  for (const [i, axis] of axes.entries()) {
    if (axis !== "fm") scores[axis] = place[i];
    else {
      scores.f = Math.min(bins.f ?? 1, 2 * place[i] - 1);
      scores.m = 2 * place[i] - scores.f;
    }
  }
  return scores;
}

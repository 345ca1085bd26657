import { fsum } from "d3-array";
import { recallBins, SCORES } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import { greatest } from "./bands.js";
import { checkTable } from "./rows.js";

/** A customer with scores and a monetary value. */
export interface ScoredCustomer {
  readonly r: number;
  readonly f: number;
  readonly m: number;
  readonly monetary: number;
}

/** The customers of one score of recency and one of frequency. */
export interface ScoreCell {
  readonly r: number;
  readonly f: number;
  readonly customers: number;
  readonly monetary: number;
  /** How many have each monetary score, from 1 on. */
  readonly byM: readonly number[];
}

/** Customers counted by their scores. */
export interface ScoreCells {
  readonly bins: { readonly r: number; readonly f: number; readonly m: number };
  /** Every pair of scores, those without customers too. */
  readonly cells: readonly ScoreCell[];
}

/** Counts customers by the scores of recency and frequency. O(n). */
export function countScores(caller: string, scored: readonly ScoredCustomer[]): ScoreCells {
  checkTable(caller, "scored", scored, { r: "number", f: "number", m: "number", monetary: "number" });
  for (const score of SCORES) checkScores(caller, scored, score);
  const highest = (score: "r" | "f" | "m") => greatest(scored.map((row) => row[score]));
  const bins = recallBins(scored) ?? { r: highest("r"), f: highest("f"), m: highest("m") };
  const rows = new Map<number, ScoredCustomer[]>();
  for (const row of scored) {
    const key = row.r * (bins.f + 1) + row.f;
    const known = rows.get(key);
    if (known === undefined) rows.set(key, [row]);
    else known.push(row);
  }
  const cells = upTo(bins.r).flatMap((r) =>
    upTo(bins.f).map((f) => {
      const own = rows.get(r * (bins.f + 1) + f) ?? [];
      const byM = upTo(bins.m).map(() => 0);
      for (const { m } of own) byM[m - 1]++;
      return { r, f, customers: own.length, monetary: fsum(own.map(({ monetary }) => monetary)), byM };
    }),
  );
  return { bins, cells };
}

/** More scores than a chart can show. */
const MOST = 100;

function checkScores(caller: string, scored: readonly ScoredCustomer[], path: "r" | "f" | "m"): void {
  const row = scored.findIndex(({ [path]: score }) => !Number.isInteger(score) || score < 1 || score > MOST);
  if (row === -1) return;
  const refusal = { caller, code: "invalidValue", path, row, received: scored[row][path] } as const;
  throw new RfmError({ ...refusal, expected: `a score: a whole number from 1 to ${MOST}` });
}

/** 1, 2, … and the last. */
export const upTo = (last: number): number[] => Array.from({ length: last }, (_, i) => i + 1);

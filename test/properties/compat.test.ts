import fc from "fast-check";
import { RfmError, type RfmValues, type Scorer, scoreCustomers } from "rfm-kit";
import { nested, ntile, pandasQcut, pymcSegments, reconcile, rRfm } from "rfm-kit/compat";
import { describe, expect, it } from "vitest";
import { customers } from "./generators.js";
import { RUNS } from "./runs.js";

const FIGURES = { r: "recency", f: "frequency", m: "monetary" } as const;
const AXES = ["r", "f", "m"] as const;
const bins = fc.integer({ min: 2, max: 6 });

/** Two values of each figure at least, so that no tool is without a bin. */
const varied = customers.map((rows) => [
  ...rows,
  { recency: 0, frequency: 1, monetary: 0 },
  { recency: 500, frequency: 80, monetary: 2000 },
]);

function isRefused(call: () => unknown): boolean {
  try {
    call();
    return false;
  } catch (error) {
    expect(error).toBeInstanceOf(RfmError);
    return true;
  }
}

describe("other tools' scorers", () => {
  it("that keep ties together give every customer one score in any order of the rows", () => {
    let refused = 0;
    fc.assert(
      fc.property(varied, bins, (rows, count) => {
        const scorers: Scorer[] = [
          pandasQcut({ bins: count, duplicates: "drop" }),
          rRfm({ bins: count }),
          nested({ bins: count }),
        ];
        // PyMC-Marketing has no answer where a figure falls into one bin.
        if (isRefused(() => scoreCustomers(rows, pymcSegments()))) refused++;
        else scorers.push(pymcSegments());
        for (const scorer of scorers) {
          const turned = scoreCustomers([...rows].reverse(), scorer).reverse();
          expect(turned).toEqual(scoreCustomers(rows, scorer));
        }
      }),
      RUNS,
    );
    expect(refused).toBeLessThan(RUNS.numRuns / 2);
  });

  it("that rank fill their bins evenly, and never score a better value lower", () => {
    fc.assert(
      fc.property(varied, bins, (rows, count) => {
        fc.pre(rows.length > count);
        for (const scorer of [pandasQcut({ bins: count, ties: "first" }), ntile({ bins: count })]) {
          const scored = scoreCustomers(rows, scorer);
          for (const axis of AXES) {
            const sizes = Array.from(
              { length: count },
              (_, i) => scored.filter((row) => row[axis] === i + 1).length,
            );
            expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
            const sign = axis === "r" ? -1 : 1;
            const ascending = [...scored].sort(
              (a, b) => sign * (a[FIGURES[axis]] - b[FIGURES[axis]]) || a[axis] - b[axis],
            );
            for (let i = 1; i < ascending.length; i++)
              expect(ascending[i][axis]).toBeGreaterThanOrEqual(ascending[i - 1][axis]);
          }
        }
      }),
      RUNS,
    );
  });
});

describe("reconcile", () => {
  const scorers: readonly ((bins: number) => Scorer)[] = [
    (count) => pandasQcut({ bins: count, duplicates: "drop" }),
    (count) => pandasQcut({ bins: count, ties: "first" }),
    (count) => rRfm({ bins: count }),
    (count) => ntile({ bins: count }),
    (count) => nested({ bins: count }),
  ];
  const scorer = fc.constantFrom(...scorers);

  it("lists every score that differs, with a reason that its evidence bears out", () => {
    fc.assert(
      fc.property(varied, bins, scorer, scorer, (rows, count, first, second) => {
        const [a, b] = [first(count), second(count)];
        const found = reconcile(rows, a, b);
        const [scoredA, scoredB] = [scoreCustomers(rows, a), scoreCustomers(rows, b)];
        const expected = AXES.flatMap((axis) =>
          rows.flatMap((_, row) =>
            scoredA[row][axis] === scoredB[row][axis]
              ? []
              : [[row, FIGURES[axis], scoredA[row][axis], scoredB[row][axis]]],
          ),
        );
        expect(found.differences.map((one) => [one.row, one.dimension, one.a, one.b])).toEqual(expected);
        expect(found.differing).toBe(new Set(expected.map(([row]) => row)).size);
        expect(Object.values(found.reasons).reduce((sum, count) => sum + count)).toBe(expected.length);
        for (const { row, dimension, reason } of found.differences) {
          expect(evidence(rows, row, dimension, [a, b])).toContain(reason);
        }
      }),
      RUNS,
    );
  });
});

/** The reasons that a definition allows, from the scores alone. */
function evidence(
  rows: readonly RfmValues[],
  row: number,
  dimension: keyof RfmValues,
  scorers: readonly Scorer[],
): string[] {
  const axis = AXES.find((name) => FIGURES[name] === dimension) as (typeof AXES)[number];
  const forwards = scorers.map((scorer) => scoreCustomers(rows, scorer));
  const backwards = scorers.map((scorer) => scoreCustomers([...rows].reverse(), scorer).reverse());
  const anyOf = (test: (scored: (typeof forwards)[number], i: number) => boolean) => forwards.some(test);
  const better = (a: RfmValues, b: RfmValues) =>
    axis === "r" ? a.recency < b.recency : a[dimension] > b[dimension];
  const splits = (scored: (typeof forwards)[number]) =>
    scored.some((x) => scored.some((y) => x[dimension] === y[dimension] && x[axis] !== y[axis]));
  const moves = (scored: (typeof forwards)[number], i: number) =>
    scored.some((x, at) => x[axis] !== backwards[i][at][axis]);
  const outOfOrder = anyOf((scored) =>
    scored.some((x) => scored.some((y) => better(x, y) && x[axis] < y[axis])),
  );
  if (outOfOrder || anyOf((scored, i) => splits(scored) && !moves(scored, i))) return ["basis"];
  if (anyOf((scored, i) => scored[row][axis] !== backwards[i][row][axis])) return ["rowOrder"];
  const sameValue = (scored: (typeof forwards)[number]) =>
    scored.filter((x) => x[dimension] === rows[row][dimension]);
  if (anyOf((scored) => new Set(sameValue(scored).map((x) => x[axis])).size > 1)) return ["tie"];
  const used = forwards.map((scored) => [...new Set(scored.map((x) => x[axis]))].sort().join());
  if (used[0] === used[1]) return ["edge"];
  const sorted = rows.map((x) => x[dimension]).sort((x, y) => x - y);
  const count = scorers[0].bins[axis];
  const edges = Array.from({ length: count + 1 }, (_, i) => {
    const at = ((sorted.length - 1) * i) / count;
    return sorted[Math.floor(at)] + (at % 1) * (sorted[Math.ceil(at)] - sorted[Math.floor(at)]);
  });
  const apart = edges.every((edge, i) => i === 0 || edge - edges[i - 1] > 1e-9);
  return [apart ? "edge" : "collapsedBin"];
}

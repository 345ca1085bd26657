import fc from "fast-check";
import { checkScheme, defineScheme } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.js";

const AXES = ["r", "f", "m"] as const;
type Place = Record<(typeof AXES)[number], number>;

const definition = fc
  .record({
    r: fc.integer({ min: 1, max: 5 }),
    f: fc.integer({ min: 1, max: 4 }),
    m: fc.integer({ min: 1, max: 5 }),
  })
  .chain((bins) => {
    const range = (top: number) =>
      fc.option(
        fc
          .tuple(fc.integer({ min: 1, max: top }), fc.integer({ min: 1, max: top }))
          .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a])),
        { nil: undefined, freq: 3 },
      );
    const rule = fc.record({
      segment: fc.constantFrom("a", "b", "c", "d"),
      r: range(bins.r),
      f: range(bins.f),
      m: range(bins.m).map((given) => given ?? ([1, bins.m] as [number, number])),
    });
    return fc.record({ bins: fc.constant(bins), rules: fc.array(rule, { maxLength: 7 }) });
  });

/** The verdict as its definition says it: cell by cell, rule by rule, pair by pair. */
function bruteForce({ bins, rules }: typeof definition extends fc.Arbitrary<infer D> ? D : never) {
  const cells: Place[] = [];
  for (let r = 1; r <= bins.r; r++)
    for (let f = 1; f <= bins.f; f++) for (let m = 1; m <= bins.m; m++) cells.push({ r, f, m });
  const covers = (rule: (typeof rules)[number], cell: Place) =>
    AXES.every((axis) => {
      const [low, high] = rule[axis] ?? [1, 99];
      return low <= cell[axis] && cell[axis] <= high;
    });
  const order = [...new Set([...rules.map(({ segment }) => segment), "rest"])];
  const segmentOf = (cell: Place) => rules.find((rule) => covers(rule, cell))?.segment ?? "rest";
  const rank = (cell: Place) => order.indexOf(segmentOf(cell));
  const nameOf = ({ r, f, m }: Place) => `${r}${f}${m}`;
  const claims = cells.map((cell) => ({ cell, by: rules.filter((rule) => covers(rule, cell)).length }));
  return {
    uncovered: claims.filter(({ by }) => by === 0).map(({ cell }) => nameOf(cell)),
    overlaps: claims.filter(({ by }) => by > 1).map(({ cell }) => nameOf(cell)),
    deadRules: rules.flatMap((rule, i) =>
      cells.some((cell) => rules.find((other) => covers(other, cell)) === rule) ? [] : [i],
    ),
    deadSegments: order.filter(
      (segment) => segment !== "rest" && !cells.some((cell) => segmentOf(cell) === segment),
    ),
    dominated: cells
      .filter((cell) =>
        cells.some((worse) => AXES.every((axis) => worse[axis] < cell[axis]) && rank(worse) < rank(cell)),
      )
      .map(nameOf),
    rank: (name: string) => rank({ r: Number(name[0]), f: Number(name[1]), m: Number(name[2]) }),
  };
}

describe("checkScheme", () => {
  it("finds on random schemes what the definitions of the faults say", () => {
    fc.assert(
      fc.property(definition, ({ bins, rules }) => {
        const report = checkScheme(defineScheme({ name: "random", bins, rules, otherwise: "rest" }));
        const { rank, ...expected } = bruteForce({ bins, rules });
        expect({
          uncovered: report.uncovered,
          overlaps: report.overlaps.map(({ cell }) => cell),
          deadRules: report.deadRules.map(({ rule }) => rule),
          deadSegments: report.deadSegments,
          dominated: report.dominance.map(({ cell }) => cell),
        }).toEqual(expected);
        for (const { cell, below } of report.dominance) {
          expect([...below].every((score, i) => score < cell[i]) && rank(below) < rank(cell)).toBe(true);
        }
        const faults = expected.uncovered.length + expected.overlaps.length + expected.deadRules.length;
        expect(report.clean).toBe(faults === 0);
      }),
      RUNS,
    );
  });
});

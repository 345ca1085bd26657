import fc from "fast-check";
import {
  defineScheme,
  fitScores,
  giniCoefficient,
  lorenzCurve,
  paretoShare,
  type ScoreModel,
  type SegmentScheme,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
} from "rfm-kit";
import { afterAll, describe, expect, it } from "vitest";
import { bins, customers } from "./generators.js";
import { RUNS } from "./runs.js";
import { describeShares, seeCustomers } from "./shares.js";

afterAll(() => console.log(describeShares()));

const score = fc.integer({ min: 1, max: 5 });
const rangeRule = fc.record({
  segment: fc.constantFrom("a", "b", "c"),
  r: fc.tuple(score, score),
  m: fc.tuple(score, score),
});
const scheme = fc.array(rangeRule, { maxLength: 6 }).map((rules) =>
  defineScheme({
    name: "generated",
    bins: 5,
    rules: rules.map(({ segment, r, m }) => ({ segment, r: ascending(r), m: ascending(m) })),
    otherwise: "rest",
  }),
);
const ascending = ([a, b]: [number, number]): [number, number] => (a < b ? [a, b] : [b, a]);

describe("scores", () => {
  it("rise with what they score, and run from 1 to the number of bins", () => {
    fc.assert(
      fc.property(customers, bins, (rows, count) => {
        seeCustomers(rows);
        const scored = scoreCustomers(rows, { bins: count });
        for (const a of scored) {
          for (const value of [a.r, a.f, a.m]) expect(value >= 1 && value <= count).toBe(true);
          for (const b of scored) {
            if (a.recency < b.recency) expect(a.r).toBeGreaterThanOrEqual(b.r);
            if (a.frequency > b.frequency) expect(a.f).toBeGreaterThanOrEqual(b.f);
            if (a.monetary > b.monetary) expect(a.m).toBeGreaterThanOrEqual(b.m);
          }
        }
      }),
      RUNS,
    );
  });

  it("are equal for equal values, wherever the rows stand", () => {
    fc.assert(
      fc.property(customers, bins, (rows, count) => {
        seeCustomers(rows);
        const turned = scoreCustomers([...rows].reverse(), { bins: count }).reverse();
        const scored = scoreCustomers(rows, { bins: count });
        expect(turned).toEqual(scored);
        const seen = new Map<string, number>();
        for (const { recency, frequency, monetary, r, f, m } of scored) {
          for (const [key, value] of [
            [`r${recency}`, r],
            [`f${frequency}`, f],
            [`m${monetary}`, m],
          ] as const) {
            expect(seen.get(key) ?? value).toBe(value);
            seen.set(key, value);
          }
        }
      }),
      RUNS,
    );
  });

  it("are free of the currency", () => {
    fc.assert(
      fc.property(customers, bins, fc.constantFrom(0.25, 3, 100, 7919, 2 ** 40), (rows, count, rate) => {
        seeCustomers(rows);
        const inCents = rows.map((row) => ({ ...row, monetary: Math.round(row.monetary * 100) }));
        const converted = inCents.map((row) => ({ ...row, monetary: row.monetary * rate }));
        const scoresOf = (list: typeof rows) => scoreCustomers(list, { bins: count }).map(({ rfm }) => rfm);
        expect(scoresOf(converted)).toEqual(scoresOf(inCents));
      }),
      RUNS,
    );
  });

  it("divide the customers as the model's sizes say", () => {
    fc.assert(
      fc.property(customers, bins, (rows, count) => {
        seeCustomers(rows);
        const model = fitScores(rows, { bins: count });
        const scored = scoreCustomers(rows, model);
        for (const axis of ["r", "f", "m"] as const) {
          const sizes = Array.from(
            { length: count },
            (_, i) => scored.filter((row) => row[axis] === i + 1).length,
          );
          expect(model.sizes[axis]).toEqual(sizes);
        }
      }),
      RUNS,
    );
  });

  it("come from models that survive JSON, and leave frozen customers as they are", () => {
    const custom = fc.option(fc.constant({ frequency: [1, 2.5] }), { nil: undefined });
    fc.assert(
      fc.property(customers, custom, (rows, cuts) => {
        seeCustomers(rows);
        const frozen = Object.freeze(rows.map((row) => Object.freeze({ ...row })));
        const model: ScoreModel = fitScores(frozen, { ...(cuts && { cuts }) });
        const copy: ScoreModel = JSON.parse(JSON.stringify(model));
        expect(copy).toStrictEqual(model);
        expect(scoreCustomers(frozen, copy)).toEqual(scoreCustomers(rows, model));
        expect(frozen).toEqual(rows);
      }),
      RUNS,
    );
  });
});

describe("segments", () => {
  it("are those of the first rule that matches, one for each customer", () => {
    fc.assert(
      fc.property(customers, scheme, (rows, generated) => {
        seeCustomers(rows);
        const copy: SegmentScheme<"a" | "b" | "c" | "rest"> = JSON.parse(JSON.stringify(generated));
        const segmented = segmentCustomers(scoreCustomers(rows), copy);
        expect(segmented.length).toBe(rows.length);
        const rules = generated.rules as readonly {
          segment: string;
          r: [number, number];
          m: [number, number];
        }[];
        for (const { r, m, segment } of segmented) {
          const first = rules.find(
            (rule) => r >= rule.r[0] && r <= rule.r[1] && m >= rule.m[0] && m <= rule.m[1],
          );
          expect(segment).toBe(first?.segment ?? "rest");
        }
      }),
      RUNS,
    );
  });

  it("share out all customers and all revenue", () => {
    fc.assert(
      fc.property(customers, scheme, (rows, generated) => {
        seeCustomers(rows);
        const segmented = segmentCustomers(scoreCustomers(rows), generated);
        const revenue = rows.reduce((sum, row) => sum + Math.round(row.monetary * 100), 0) / 100;
        for (const options of [{}, { scheme: generated }]) {
          const summaries = summarizeSegments(segmented, options);
          const sum = (of: (s: (typeof summaries)[number]) => number) =>
            summaries.reduce((s, row) => s + of(row), 0);
          expect(sum((s) => s.customers)).toBe(rows.length);
          expect(sum((s) => s.share)).toBeCloseTo(1, 12);
          expect(sum((s) => s.revenue)).toBeCloseTo(revenue, 9);
          expect(sum((s) => s.revenueShare)).toBeCloseTo(revenue === 0 ? 0 : 1, 12);
        }
      }),
      RUNS,
    );
  });
});

describe("concentration", () => {
  it("draws a Lorenz curve that is convex and holds the Gini coefficient as twice the area above it", () => {
    fc.assert(
      fc.property(customers, (rows) => {
        seeCustomers(rows);
        const curve = lorenzCurve(rows);
        let area = 0;
        for (let i = 1; i < curve.length; i++) {
          area +=
            ((curve[i].share + curve[i - 1].share) / 2) * (curve[i].population - curve[i - 1].population);
          const step = curve[i].share - curve[i - 1].share;
          const stepBefore = i > 1 ? curve[i - 1].share - curve[i - 2].share : 0;
          expect(step).toBeGreaterThanOrEqual(stepBefore - 1e-12);
        }
        expect(giniCoefficient(rows)).toBeCloseTo(1 - 2 * area, 10);
      }),
      RUNS,
    );
  });

  it("gives the top a share that mirrors the curve", () => {
    fc.assert(
      fc.property(customers, fc.nat(), (rows, pick) => {
        seeCustomers(rows);
        if (rows.every(({ monetary }) => monetary === 0)) return;
        const k = pick % (rows.length + 1);
        const curve = lorenzCurve(rows);
        expect(paretoShare(rows, { top: k / rows.length })).toBeCloseTo(1 - curve[rows.length - k].share, 10);
      }),
      RUNS,
    );
  });
});

import fc from "fast-check";
import {
  defineScheme,
  explainSegment,
  fitScores,
  type RfmValues,
  scoreCustomers,
  segmentCustomers,
} from "rfm-kit";
import { describe, expect, it } from "vitest";
import { customers } from "./generators.js";
import { RUNS } from "./runs.js";

const score = fc.integer({ min: 1, max: 4 });
const range = fc.tuple(score, score).map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]));
const rule = fc.record(
  { segment: fc.constantFrom("a", "b", "c"), r: range, f: range, m: range, fm: range },
  { requiredKeys: ["segment", "r"] },
);
const scheme = fc
  .array(rule, { minLength: 1, maxLength: 5 })
  .map((rules) => defineScheme({ name: "generated", bins: 4, rules, otherwise: "rest" }));
const steps = fc.record({
  recency: fc.constantFrom(1, 0.5, 7),
  frequency: fc.constant(1),
  monetary: fc.constantFrom(0.01, 1, 0.3, 100),
});
const LEAST = { recency: 0, frequency: 1, monetary: Number.NEGATIVE_INFINITY };

const toCents = (amount: number) => Math.round(amount * 100) / 100;

describe("explainSegment", () => {
  it("states the fewest steps to another segment: by them it changes, by fewer it does not", () => {
    let [moved, still] = [0, 0];
    fc.assert(
      fc.property(customers, fc.nat(), scheme, steps, fc.nat(), (rows, pick, given, step, seed) => {
        const model = fitScores(rows, { bins: 4 });
        const customer = rows[pick % rows.length];
        const place = (row: RfmValues) => segmentCustomers(scoreCustomers([row], model), given)[0];
        const explained = explainSegment(customer, given, model, { step });
        const own = place(customer);
        expect(explained.segment).toBe(own.segment);
        expect(explained.scores).toEqual({ r: own.r, f: own.f, m: own.m });
        for (const dimension of ["recency", "frequency", "monetary"] as const) {
          for (const direction of ["up", "down"] as const) {
            const sign = direction === "up" ? 1 : -1;
            // Figures are in cents at most: a sum of cents is rounded to cents, as a till does.
            const at = (distance: number) =>
              place({ ...customer, [dimension]: toCents(customer[dimension] + sign * distance) });
            const move = explained.moves.find(
              (one) => one.dimension === dimension && one.direction === direction,
            );
            if (move !== undefined) {
              moved++;
              expect(at(move.distance).segment).toBe(move.to);
              expect(move.to).not.toBe(own.segment);
              const count = Math.round(move.distance / step[dimension]);
              expect(Math.abs(count * step[dimension] - move.distance)).toBeLessThan(
                1e-9 * (1 + move.distance),
              );
              for (const fewer of new Set([0, count - 1, seed % count])) {
                if (fewer >= 0) expect(at(fewer * step[dimension]).segment).toBe(own.segment);
              }
              continue;
            }
            still++;
            for (const count of [1, 2, seed % 50, seed % 5000, 1e9]) {
              const distance = count * step[dimension];
              if (customer[dimension] + sign * distance < LEAST[dimension]) continue;
              expect(at(distance).segment).toBe(own.segment);
            }
          }
        }
      }),
      RUNS,
    );
    expect(moved).toBeGreaterThan(still / 5);
  });
});

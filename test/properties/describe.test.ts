import fc from "fast-check";
import { describeFeatures } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.js";

/** Two columns of small whole numbers, here and there missing. */
const whole = fc.option(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -1000, max: 1000 })), {
  freq: 8,
});
const pairs = fc.array(fc.record({ x: whole, y: whole }), { minLength: 1, maxLength: 25 });

const present = (values: readonly (number | null)[]) => values.filter((value) => value !== null);

/** n x − Σ x, for each: the deviations from the mean, n times over, without rounding. */
function deviations(values: readonly number[]): bigint[] {
  const sum = values.reduce((total, value) => total + value, 0);
  return values.map((value) => BigInt(values.length * value - sum));
}
const add = (values: readonly bigint[]) => Number(values.reduce((total, value) => total + value, 0n));
const powers = (values: readonly bigint[], power: bigint) => add(values.map((value) => value ** power));

/** Spread and shape as their formulas have them, of whole numbers and rounded at the end. */
function shapeOf(values: readonly number[]) {
  const n = values.length;
  const d = deviations(values);
  const [m2, m3, m4] = [2n, 3n, 4n].map((power) => powers(d, power) / n);
  const varies = m2 > 0;
  return {
    standardDeviation: n < 2 ? null : Math.sqrt(m2 / (n - 1) / n),
    skewness: n < 3 || !varies ? null : ((Math.sqrt(n * (n - 1)) / (n - 2)) * m3) / m2 ** 1.5,
    kurtosis: n < 4 || !varies ? null : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * (m4 / m2 ** 2 - 3) + 6),
  };
}

function correlationOf(rows: readonly { x: number | null; y: number | null }[]): number | null {
  const both = rows.filter(({ x, y }) => x !== null && y !== null);
  const [dx, dy] = [both.map(({ x }) => Number(x)), both.map(({ y }) => Number(y))].map(deviations);
  const squares = powers(dx, 2n) * powers(dy, 2n);
  return squares === 0 ? null : add(dx.map((value, i) => value * dy[i])) / Math.sqrt(squares);
}

const near = (value: number | null, unit = 1) =>
  value === null
    ? null
    : expect.closeTo(value * unit, 11 - Math.ceil(Math.log10(Math.max(1, Math.abs(value)))));

describe("describeFeatures", () => {
  it("equals the formulas on whole numbers, wherever they lie and in whatever unit", () => {
    const place = fc.record({
      // 2⁴² + 1,000 still is a whole number of units.
      offset: fc.constantFrom(0, 1, -(2 ** 42), 2 ** 42),
      exponent: fc.constantFrom(0, 1, -30, -300, 300, 900, -1000),
      sign: fc.constantFrom(1, -1),
    });
    fc.assert(
      fc.property(pairs, place, (rows, { offset, exponent, sign }) => {
        const unit = sign * 2 ** exponent;
        const moved = rows.map(({ x, y }) => ({ x: x === null ? null : unit * (offset + x), y }));
        const { summaries, correlations } = describeFeatures(moved);
        const expected = shapeOf(present(rows.map(({ x }) => x)));
        const [{ standardDeviation, skewness, kurtosis }] = summaries;
        const spread = standardDeviation === null ? null : standardDeviation / Math.abs(unit);
        expect({ spread, skewness, kurtosis }).toEqual({
          spread: near(expected.standardDeviation),
          skewness: near(expected.skewness, sign),
          kurtosis: near(expected.kurtosis),
        });
        expect(correlations.x.y).toEqual(near(correlationOf(rows), sign));
        expect(correlations.y.x).toBe(correlations.x.y);
        expect(correlations.x.x).toBe(expected.standardDeviation ? 1 : null);
      }),
      RUNS,
    );
  });

  it("counts, and finds the ends, the quartiles and the mean", () => {
    fc.assert(
      fc.property(pairs, (rows) => {
        const [{ count, missing, mean, min, max, ...rest }] = describeFeatures(rows).summaries;
        const values = present(rows.map(({ x }) => x)).sort((a, b) => a - b);
        const n = values.length;
        expect([count, missing]).toEqual([n, rows.length - n]);
        if (n === 0) {
          expect([mean, min, max, rest.median]).toEqual([null, null, null, null]);
          return;
        }
        expect([min, max]).toEqual([values[0], values[n - 1]]);
        expect(mean).toBe(values.reduce((sum, value) => sum + value, 0) / n);
        // Four times a type-7 quantile of whole numbers is one.
        const quartile = (k: number) => {
          const [place, part] = [Math.floor(((n - 1) * k) / 4), ((n - 1) * k) % 4];
          return (values[place] * (4 - part) + (values[place + 1] ?? 0) * part) / 4;
        };
        expect([rest.lowerQuartile, rest.median, rest.upperQuartile]).toEqual([1, 2, 3].map(quartile));
      }),
      RUNS,
    );
  });

  it("does not depend on the order of the rows", () => {
    const number = fc.option(fc.double({ min: -1e18, max: 1e18, noNaN: true }), { freq: 8 });
    const rows = fc.array(fc.record({ x: number, y: number, z: whole }), { minLength: 1, maxLength: 30 });
    const shuffled = rows.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(describeFeatures(other)).toEqual(describeFeatures(list));
      }),
      RUNS,
    );
  });

  it("finds what its rules say, and nothing else", () => {
    const few = fc.option(fc.constantFrom(0, 0, 0, 0, 1, 5, -3), { freq: 12 });
    const rows = fc.array(fc.record({ a: few, b: few, c: few }), { minLength: 1, maxLength: 25 });
    const shares = fc.constantFrom(0.3, 0.5, 0.9, 1);
    const skewedAt = fc.constantFrom(0, 0.5, 1, 3);
    fc.assert(
      fc.property(rows, shares, shares, skewedAt, (list, redundantAt, constantAt, skewed) => {
        const found = describeFeatures(list, { redundantAt, constantAt, skewedAt: skewed });
        const { summaries, correlations, findings } = found;
        const names = ["a", "b", "c"] as const;
        const commonest = (name: (typeof names)[number]) => {
          const values = present(list.map((row) => row[name]));
          const counts = values.map((value) => values.filter((other) => other === value).length);
          return values.length === 0 ? 0 : Math.max(...counts) / values.length;
        };
        const isConstant = (name: (typeof names)[number]) => commonest(name) >= constantAt;
        const twos = [
          ["a", "b"],
          ["a", "c"],
          ["b", "c"],
        ] as const;
        const expected = [
          ...names.filter((_, i) => summaries[i].missing > 0).map((name) => ["missing", name]),
          ...names.filter(isConstant).map((name) => ["near-constant", name]),
          ...twos
            .filter(([x, y]) => Math.abs(correlations[x][y] ?? 0) >= redundantAt)
            .map((two) => ["redundant", ...two]),
          ...names
            .filter((name, i) => !isConstant(name) && Math.abs(summaries[i].skewness ?? 0) > skewed)
            .map((name) => ["skewed", name]),
        ];
        expect(
          findings.map((one) => [one.finding, ...("features" in one ? one.features : [one.feature])]),
        ).toEqual(expected);
        for (const one of findings) {
          if (one.finding === "near-constant") expect(one.share).toBe(commonest(one.feature));
          if (one.finding !== "skewed") continue;
          const values = present(list.map((row) => row[one.feature]));
          const negative = values.some((value) => value < 0);
          const logs = describeFeatures(values.map((value) => ({ x: negative ? 0 : Math.log1p(value) })));
          const after = negative ? null : logs.summaries[0].skewness;
          expect(one.logSkewness).toBe(after);
          const helps = after !== null && Math.abs(after) < Math.abs(one.skewness);
          expect(one.transform).toBe(helps ? "log" : "yeo-johnson");
        }
      }),
      RUNS,
    );
  });
});

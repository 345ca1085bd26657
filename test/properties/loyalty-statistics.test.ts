import fc from "fast-check";
import { holdBackDesign } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { bcaInterval } from "../../src/core/bootstrap-interval.js";
import { falseDiscoveryRates } from "../../src/core/false-discovery.js";
import { normalCdf, normalQuantile } from "../../src/core/normal.js";
import { permutationTest } from "../../src/core/permutation.js";
import { binomialUpperTail, hypergeometricUpperTail, wilsonInterval } from "../../src/core/proportion.js";
import { openRandom } from "../../src/core/random.js";
import { compareRanks } from "../../src/core/rank-sum.js";
import { compareMeans } from "../../src/core/two-groups.js";
import { exactSum } from "./oracle.js";
import { RUNS } from "./runs.js";

const cents = fc.oneof(
  fc.integer({ min: 0, max: 500 }).map((cent) => cent / 100),
  fc.integer({ min: -1000, max: 100_000 }).map((cent) => cent / 100),
);
const group = (maxLength: number) => fc.array(cents, { minLength: 1, maxLength });
const seeds = fc.integer({ min: 0, max: 1e6 });
const mean = (values: readonly number[]) => exactSum(values) / values.length;
const without = (values: readonly number[], i: number) => values.filter((_, j) => j !== i);
const floats = (values: readonly number[]) => Float64Array.from(values);

/** All ways to choose so many of a list. */
function* choices(values: readonly number[], count: number): Generator<number[]> {
  if (count === 0) yield [];
  else
    for (let i = 0; i + count <= values.length; i++)
      for (const others of choices(values.slice(i + 1), count - 1)) yield [values[i], ...others];
}

/** Both groups of every resample, written out. */
function resamples(members: number[], rest: number[], seed: number, replicates: number) {
  const random = openRandom("oracle", seed);
  const draw = (values: number[]) => values.map(() => values[random.below(values.length)]);
  return Array.from({ length: replicates }, () => [draw(members), draw(rest)] as const);
}

/** The interval by its textbook, every list written out: influences u = (n − 1)(mean of θ − θ), cubes by n³. */
function intervalOf(
  figure: (members: readonly number[], rest: readonly number[]) => number,
  { members, rest, level }: { members: number[]; rest: number[]; level: number },
  drawn: ReturnType<typeof resamples>,
) {
  const influences = [
    members.map((_, i) => figure(without(members, i), rest)),
    rest.map((_, i) => figure(members, without(rest, i))),
  ].map((left) => left.map((value) => (left.length === 1 ? 0 : (left.length - 1) * (mean(left) - value))));
  const power = (exponent: number) =>
    influences.reduce((all, of) => all + of.reduce((sum, u) => sum + (u / of.length) ** exponent, 0), 0);
  const skew = power(2) < 1e-20 ? 0 : power(3) / 6 / power(2) ** 1.5;
  const estimate = figure(members, rest);
  const ascending = floats(drawn.map(([one, other]) => figure(one, other))).sort();
  return { estimate, ...bcaInterval(ascending, estimate, skew, level) };
}

describe("the statistics of two groups", () => {
  it("have the intervals of resamples and of groups less one, written out", () => {
    const levels = fc.constantFrom(0.8, 0.95);
    // Eighths add up exactly, so that ties are ties.
    const eighths = fc.array(
      fc.integer({ min: -20, max: 400 }).map((n) => n / 8),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(eighths, eighths, seeds, levels, (members, rest, seed, level) => {
        const options = { seed, level, replicates: 99 };
        const found = compareMeans("test", { members: floats(members), rest: floats(rest) }, options);
        const drawn = resamples(members, rest, seed, 99);
        const close = (one: object, other: object) => {
          for (const [i, value] of Object.values(one).entries())
            expect(value).toBeCloseTo(Object.values(other)[i], 9);
        };
        const groups = { members, rest, level };
        close(
          found.difference,
          intervalOf((one, other) => mean(one) - mean(other), groups, drawn),
        );
        const has = mean(rest) > 0 && drawn.every(([, other]) => mean(other) > 0);
        expect(found.ratio !== null).toBe(has);
        if (found.ratio !== null)
          close(
            found.ratio,
            intervalOf((one, other) => mean(one) / mean(other), groups, drawn),
          );
      }),
      RUNS,
    );
  });

  it("have the p-values of all permutations, but for chance", () => {
    fc.assert(
      fc.property(group(6), group(6), seeds, fc.constantFrom(9, 999), (members, rest, seed, permutations) => {
        const random = openRandom("test", seed);
        const found = permutationTest(floats(members), floats(rest), { random, permutations });
        const all = [...choices([...members, ...rest], members.length)].map((one) =>
          Math.round(100 * exactSum(one)),
        );
        const observed = Math.round(100 * exactSum(members));
        const share = (is: (sum: number) => boolean) => all.filter(is).length / all.length;
        const near = (value: number, p: number) => {
          expect(value).toBeGreaterThan(0);
          const error = Math.sqrt((p * (1 - p)) / permutations + 1 / permutations ** 2);
          expect(Math.abs(value - p)).toBeLessThan(6 * error);
        };
        near(
          found.greater,
          share((sum) => sum >= observed),
        );
        near(
          found.less,
          share((sum) => sum <= observed),
        );
      }),
      RUNS,
    );
  });

  it("have the ranks of all pairs", () => {
    const small = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(small, small, (members, rest) => {
        const found = compareRanks(floats(members), floats(rest));
        const pairs = members.flatMap((one) => rest.map((other) => Math.sign(one - other)));
        expect(found.cliffsDelta).toBeCloseTo(mean(pairs), 12);
        // By the variance of the average ranks among all customers.
        const all = [...members, ...rest];
        const rankOf = (value: number) =>
          all.filter((other) => other < value).length +
          (all.filter((other) => other === value).length + 1) / 2;
        const ranks = all.map(rankOf);
        const spread = mean(ranks.map((rank) => (rank - mean(ranks)) ** 2));
        const variance = (pairs.length * spread) / (all.length - 1);
        const off = exactSum(members.map(rankOf)) - members.length * mean(ranks);
        const p = Math.min(1, 2 * (1 - normalCdf((Math.abs(off) - 0.5) / Math.sqrt(variance))));
        expect(found.pValue).toBeCloseTo(spread === 0 ? 1 : p, 12);
      }),
      RUNS,
    );
  });

  it("have the false discovery rates of Benjamini and Hochberg's definition", () => {
    const p = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0.01, 0.05, 0.5));
    fc.assert(
      fc.property(fc.array(p, { maxLength: 15 }), (pValues) => {
        // Who refuses at a rate q refuses all up to the greatest p at which n p / #{p's up to it} is at most q.
        const rate = (threshold: number) =>
          (pValues.length * threshold) / pValues.filter((other) => other <= threshold).length;
        const found = falseDiscoveryRates(pValues);
        const expected = pValues.map((one) => Math.min(...pValues.filter((other) => other >= one).map(rate)));
        expect(found).toHaveLength(pValues.length);
        for (const [i, q] of found.entries()) expect(Math.abs(q - expected[i])).toBeLessThan(1e-12);
      }),
      RUNS,
    );
  });
});

const factorial = (n: number): bigint => (n <= 1 ? 1n : BigInt(n) * factorial(n - 1));
const choose = (n: number, k: number): bigint =>
  k < 0 || k > n ? 0n : factorial(n) / factorial(k) / factorial(n - k);
/** A ratio of large numbers, to 15 digits or more. */
function ratio(above: bigint, below: bigint): number {
  const shift = 10n ** 400n;
  const digits = ((above * shift) / below).toString();
  return Number(`0.${digits.slice(0, 30)}e${digits.length - 400}`);
}
const from = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
const sum = (terms: readonly bigint[]) => terms.reduce((all, term) => all + term, 0n);
const sizes = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 150 }));

describe("the statistics of counts", () => {
  it("have the binomial tail of whole numbers", () => {
    const cases = sizes.chain((n) =>
      fc.tuple(fc.nat(n + 1), fc.constant(n), fc.integer({ min: 1, max: 99 })),
    );
    fc.assert(
      fc.property(cases, ([count, n, percent]) => {
        const [p, q] = [BigInt(percent), BigInt(100 - percent)];
        const terms = from(count, n).map((k) => choose(n, k) * p ** BigInt(k) * q ** BigInt(n - k));
        const expected = ratio(sum(terms), 100n ** BigInt(n));
        const found = binomialUpperTail(count, n, percent / 100);
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-11 * expected);
      }),
      RUNS,
    );
  });

  it("have the hypergeometric tail of whole numbers", () => {
    const cases = sizes.chain((n) => fc.tuple(fc.nat(n + 1), fc.constant(n), fc.nat(n), fc.nat(n)));
    fc.assert(
      fc.property(cases, ([count, population, marked, drawn]) => {
        const terms = from(count, drawn).map(
          (k) => choose(marked, k) * choose(population - marked, drawn - k),
        );
        const expected = ratio(sum(terms), choose(population, drawn));
        const found = hypergeometricUpperTail(count, { population, marked, drawn });
        expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-11 * expected);
      }),
      RUNS,
    );
  });

  it("have Wilson's interval: the shares whose own error just reaches what was counted", () => {
    const cases = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
    fc.assert(
      fc.property(cases, fc.constantFrom(0.8, 0.95, 0.99), ([count, n], level) => {
        const z = normalQuantile(1 - (1 - level) / 2);
        const { low, high } = wilsonInterval(count, n, level);
        const reach = (share: number) =>
          Math.abs(count / n - share) - z * Math.sqrt((share * (1 - share)) / n);
        expect(reach(low)).toBeCloseTo(0, 9);
        expect(reach(high)).toBeCloseTo(0, 9);
        expect(low < high && low >= 0 && high <= 1).toBe(true);
        expect(low <= count / n && count / n <= high).toBe(true);
      }),
      RUNS,
    );
  });
});

const design = fc.record({
  heldBack: fc.constantFrom(0.5, 0.3, 0.1),
  significance: fc.constantFrom(0.01, 0.05, 0.2),
  power: fc.constantFrom(0.5, 0.8, 0.95),
});
const outcomes = fc.array(cents, { minLength: 20, maxLength: 60 });

describe("holdBackDesign", () => {
  it("asks for the fewest members whose power, by its formula, is enough", () => {
    fc.assert(
      fc.property(
        outcomes,
        design,
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        (values, options, errors) => {
          const { heldBack, significance, power } = options;
          const s = Math.sqrt(exactSum(values.map((x) => (x - mean(values)) ** 2)) / (values.length - 1));
          fc.pre(s > 0.01);
          const effect = -errors * s;
          const z = normalQuantile(1 - significance / 2);
          const powerOf = (n: number) => {
            const d = errors / Math.sqrt(1 / (n - Math.round(n * heldBack)) + 1 / Math.round(n * heldBack));
            return normalCdf(d - z) + normalCdf(-d - z);
          };
          let needed = 4;
          while (Math.round(needed * heldBack) < 2 || powerOf(needed) < power) needed++;
          const found = holdBackDesign(values, { ...options, effect });
          expect(found.membersNeeded).toBe(needed);
          expect(found.heldBackNeeded).toBe(Math.round(needed * heldBack));
          expect(Number(found.treatedNeeded) + Number(found.heldBackNeeded)).toBe(needed);
          expect(found.achievedPower).toBeCloseTo(powerOf(values.length), 10);
          expect(found.standardDeviation / s).toBeCloseTo(1, 10);
        },
      ),
      RUNS,
    );
  });

  it("finds its least effect as often as asked, whatever the order of the members", () => {
    fc.assert(
      fc.property(outcomes, fc.constantFrom(0, 1000), design, (brought, cost, options) => {
        const values = brought.map((amount) => amount - cost);
        fc.pre(new Set(values).size > 1);
        const found = holdBackDesign(values, options);
        const { minimumDetectableEffect: effect, minimumDetectableUplift: uplift } = found;
        const { achievedPower } = holdBackDesign(values, { ...options, effect });
        // The other side adds what lies beyond twice the critical value and more.
        expect(Number(achievedPower) - options.power).toBeGreaterThan(-1e-9);
        const z = normalQuantile(1 - options.significance / 2);
        expect(Number(achievedPower) - options.power).toBeLessThan(normalCdf(-2 * z) + 1e-9);
        expect(uplift).toBe(found.mean > 0 ? effect / found.mean : null);
        expect(holdBackDesign([...values].reverse(), options)).toEqual(found);
        expect(holdBackDesign([...values].sort(), options)).toEqual(found);
      }),
      RUNS,
    );
  });
});

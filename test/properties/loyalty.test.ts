import fc from "fast-check";
import { fitScores, scoreCustomers, segmentCustomers, tenSegments } from "rfm-kit";
import { assignClusters, fitClusters } from "rfm-kit/cluster";
import { defineProgramme, type ProgrammeConditions } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { roundestIn } from "../../src/loyalty/round-number.js";
import { customers } from "./generators.js";
import { define, ids, type Known, obeys } from "./loyalty-scenes.js";
import { RUNS } from "./runs.js";

type Rows = Known[];

const numbered = (rows: readonly Omit<Known, "customerId">[]): Rows =>
  rows.map((row, i) => ({ customerId: i % 2 === 0 ? i : `c-${i}`, ...row }));
const someCustomers = customers.map(numbered);
/** Some of them owe more than they bought. */
const owing = someCustomers.map((rows) => rows.map((row) => ({ ...row, monetary: row.monetary - 2 })));

const shuffled = <T>(rows: fc.Arbitrary<T[]>) =>
  rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));

/** Customers, and some of them, but not all, as members. */
const withMembers = fc
  .tuple(fc.oneof(someCustomers, owing), fc.infiniteStream(fc.boolean()))
  .map(([rows, coins]) => ({ rows, members: rows.filter(() => coins.next().value === true) }))
  .filter(({ rows, members }) => members.length > 0 && members.length < rows.length);

/** Many customers, and those who meet a rule as members, but for some: no three moves find the best rule for all of these. */
const nearlyByRule = fc
  .tuple(
    fc.array(
      fc.record({ recency: fc.nat(60), frequency: fc.integer({ min: 1, max: 20 }), monetary: fc.nat(60) }),
      { minLength: 60, maxLength: 60 },
    ),
    fc.record({
      recencyAtMost: fc.nat(60),
      frequencyAtLeast: fc.integer({ min: 1, max: 20 }),
      monetaryAtLeast: fc.nat(60),
    }),
    fc.infiniteStream(fc.nat(99)),
  )
  .map(([figures, rule, dice]) => {
    const rows = numbered(figures);
    return { rows, members: rows.filter((row) => obeys(row, rule) !== (dice.next().value as number) < 20) };
  })
  .filter(({ rows, members }) => members.length > 0 && members.length < rows.length);

/** No rule asks for less than nothing. */
const asked = (figure: number) => Math.max(0, figure);

/** F₁ of a rule, by its definition: the harmonic mean of precision and recall. */
function f1(rule: ProgrammeConditions, rows: Rows, members: Rows): number {
  const admitted = rows.filter((row) => obeys(row, rule));
  const both = admitted.filter((row) => members.includes(row)).length;
  return (2 * both) / (members.length + admitted.length);
}

const CONDITIONS = [
  ["recencyAtMost", "recency"],
  ["frequencyAtLeast", "frequency"],
  ["monetaryAtLeast", "monetary"],
] as const;

const without = (all: object, key: string) =>
  Object.fromEntries(Object.entries(all).filter(([name]) => name !== key));

/** A whole grid of customers, and thresholds on it that leave some of them out. */
const grid = fc
  .record({
    recency: fc.integer({ min: 1, max: 6 }),
    frequency: fc.integer({ min: 2, max: 4 }),
    monetary: fc.integer({ min: 1, max: 6 }),
    /** Hundredths: where steps are powers of ten or five, no rounder number lies between two of them. */
    step: fc.constantFrom(1, 5, 10, 100, 500, 1000),
    asked: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).filter((asked) => asked.includes(true)),
    at: fc.tuple(fc.nat(), fc.nat(), fc.nat()),
  })
  .map(({ recency, frequency, monetary, step, asked, at }) => {
    const steps = (length: number) => Array.from({ length }, (_, i) => i);
    const rows = steps(recency + 1).flatMap((days) =>
      steps(frequency).flatMap((more) =>
        steps(monetary + 1).map((i) => ({ recency: days, frequency: 1 + more, monetary: (i * step) / 100 })),
      ),
    );
    const rule: ProgrammeConditions = {
      ...(asked[0] && { recencyAtMost: at[0] % recency }),
      ...(asked[1] && { frequencyAtLeast: 2 + (at[1] % (frequency - 1)) }),
      ...(asked[2] && { monetaryAtLeast: ((1 + (at[2] % monetary)) * step) / 100 }),
    };
    return { rows: numbered(rows), rule };
  });

const threshold = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1000 }));
const rule = fc
  .record(
    {
      recencyAtMost: threshold,
      frequencyAtLeast: fc.integer({ min: 0, max: 20 }),
      monetaryAtLeast: threshold,
    },
    { requiredKeys: [] },
  )
  .filter((conditions) => Object.keys(conditions).length > 0);

const STEPS = Array.from({ length: 12 }, (_, power) =>
  [5, 2, 1].map((leading) => leading * 10 ** (11 - power)),
).flat();

/** Between hundredths: the largest multiple of the largest step that has one there. */
function roundest(above: number, upTo: number): number {
  const step = STEPS.find((size) => Math.floor(upTo / size) * size > above) as number;
  return (Math.floor(upTo / step) * step) / 100 + 0;
}

describe("defineProgramme", () => {
  it("finds the very thresholds again by which members were chosen, where customers leave no gap", () => {
    fc.assert(
      fc.property(grid, ({ rows, rule }) => {
        const members = rows.filter((row) => obeys(row, rule));
        const { entry, precision, recall } = defineProgramme(rows, { members: ids(members) });
        expect(entry).toEqual(rule);
        expect([precision, recall]).toEqual([1, 1]);
      }),
      RUNS,
    );
  });

  it("admits exactly those whom any thresholds chose", () => {
    fc.assert(
      fc.property(fc.oneof(someCustomers, owing), rule, (rows, rule) => {
        const members = rows.filter((row) => obeys(row, rule));
        const found = define(rows, { members: ids(members).concat("nobody") });
        expect(found === undefined).toBe(members.length === 0 || members.length === rows.length);
        if (found === undefined) return;
        expect(rows.filter((row) => obeys(row, found.entry))).toEqual(members);
        expect(found).toMatchObject({ precision: 1, recall: 1, admitted: members.length });
      }),
      RUNS,
    );
  });

  it("takes conditions as they are", () => {
    fc.assert(
      fc.property(someCustomers, rule, (rows, rule) => {
        const members = rows.filter((row) => obeys(row, rule)).length;
        const known = members === 0 ? null : 1;
        expect(defineProgramme(rows, { conditions: rule })).toMatchObject({
          selection: { by: "conditions" },
          entry: rule,
          customers: rows.length,
          members,
          admitted: members,
          precision: known,
          recall: known,
        });
        expect(Object.keys(defineProgramme(rows, { conditions: rule }).entry).sort()).toEqual(
          Object.keys(rule).sort(),
        );
      }),
      RUNS,
    );
  });

  it("counts anew whom the rule admits, and how many of them are members", () => {
    fc.assert(
      fc.property(withMembers, ({ rows, members }) => {
        const { entry, ...found } = defineProgramme(rows, { members: ids(members) });
        const admitted = rows.filter((row) => obeys(row, entry));
        const both = admitted.filter((row) => members.includes(row)).length;
        expect(found).toMatchObject({
          customers: rows.length,
          members: members.length,
          admitted: admitted.length,
          precision: both / admitted.length,
          recall: both / members.length,
        });
      }),
      RUNS,
    );
  });

  it("distils a rule that comes as near as any of one condition, and as the box around all members", () => {
    fc.assert(
      fc.property(withMembers, ({ rows, members }) => {
        const { entry } = defineProgramme(rows, { members: ids(members) });
        const reached = f1(entry, rows, members);
        const of = (name: "recency" | "frequency" | "monetary") => members.map((row) => row[name]);
        const box = {
          recencyAtMost: Math.max(...of("recency")),
          frequencyAtLeast: Math.min(...of("frequency")),
          monetaryAtLeast: asked(Math.min(...of("monetary"))),
        };
        expect(reached).toBeGreaterThanOrEqual(f1(box, rows, members));
        for (const [condition, figure] of CONDITIONS) {
          for (const row of rows)
            expect(reached).toBeGreaterThanOrEqual(f1({ [condition]: asked(row[figure]) }, rows, members));
        }
      }),
      RUNS,
    );
  });

  it("distils a rule of which no threshold can be moved or dropped alone for a higher F₁", () => {
    fc.assert(
      fc.property(fc.oneof(withMembers, nearlyByRule), ({ rows, members }) => {
        const { entry } = defineProgramme(rows, { members: ids(members) });
        const reached = f1(entry, rows, members);
        for (const [condition, figure] of CONDITIONS) {
          const others = without(entry, condition);
          for (const row of rows)
            expect(reached).toBeGreaterThanOrEqual(
              f1({ ...others, [condition]: asked(row[figure]) }, rows, members),
            );
          expect(reached).toBeGreaterThanOrEqual(f1(others, rows, members));
        }
      }),
      RUNS,
    );
  });

  it("distils conditions none of which can be spared, and spend in the roundest number between two customers", () => {
    fc.assert(
      fc.property(withMembers, ({ rows, members }) => {
        const { entry } = defineProgramme(rows, { members: ids(members) });
        const reached = f1(entry, rows, members);
        const conditions = Object.keys(entry);
        for (const condition of conditions) {
          if (conditions.length > 1)
            expect(f1(without(entry, condition), rows, members)).toBeLessThan(reached);
        }
        const { monetaryAtLeast: least, frequencyAtLeast: fewest } = entry;
        const admitted = rows.filter((row) => obeys(row, entry));
        if (fewest !== undefined)
          expect(Math.min(...admitted.map(({ frequency }) => frequency))).toBe(fewest);
        if (least === undefined) return;
        const others = rows.filter((row) => obeys(row, without(entry, "monetaryAtLeast")));
        const cents = others.map(({ monetary }) => Math.round(Math.max(monetary, -0.01) * 100));
        const below = cents.filter((spent) => spent < Math.round(least * 100));
        const from = cents.filter((spent) => spent >= Math.round(least * 100));
        expect(least).toBe(roundest(Math.max(...below), Math.min(...from)));
      }),
      RUNS,
    );
  });

  it("puts thresholds into the roundest numbers between two customers", () => {
    const bound = fc.oneof(fc.integer({ min: -300, max: 1000 }), fc.integer({ min: -1e6, max: 1e9 }));
    fc.assert(
      fc.property(bound, fc.oneof(fc.integer({ min: 1, max: 60 }), fc.nat({ max: 1e8 })), (above, gap) => {
        const upTo = above + Math.max(1, gap);
        expect(roundestIn(above / 100, upTo / 100)).toBe(roundest(above, upTo));
        expect(roundestIn(above, upTo)).toBe(roundest(above * 100, upTo * 100));
      }),
      RUNS,
    );
  });

  it("chooses those of whom less than a share of customers spent more, in whatever order they come", () => {
    const share = fc
      .oneof(fc.integer({ min: 1, max: 99 }), fc.constantFrom(7, 28, 29, 57))
      .map((n) => n / 100);
    fc.assert(
      fc.property(shuffled(fc.oneof(someCustomers, owing)), share, ([rows, other], topShare) => {
        const top = rows.filter(({ monetary }) => {
          return (
            rows.filter((row) => row.monetary > monetary).length * 100 <
            Math.round(topShare * 100) * rows.length
          );
        });
        const found = define(rows, { topShare });
        expect(found?.members ?? rows.length).toBe(top.length);
        const { customers, ...figures } = define(other, { topShare }) ?? { customers: rows.length };
        expect(figures).toEqual(found === undefined ? {} : without(found, "customers"));
        if (found === undefined) return;
        const { entry, precision, recall } = found;
        const admitted = rows.filter((row) => obeys(row, entry));
        const both = admitted.filter((row) => top.includes(row)).length;
        expect([precision, recall]).toEqual([both / admitted.length, both / top.length]);
      }),
      RUNS,
    );
  });

  it("spends no more than a budget, on as many of the top as it pays for, equal ones in or out together", () => {
    const budget = fc.record({
      cost: fc.integer({ min: 1, max: 5000 }),
      heads: fc.integer({ min: 1, max: 42 }),
      more: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(someCustomers, budget, (rows, { cost, heads, more }) => {
        const cents = heads * cost + more;
        const found = define(rows, { budget: cents / 100, costPerMember: cost / 100 });
        /** How many there are from a value up. */
        const from = (least: number) => rows.filter(({ monetary }) => monetary >= least).length;
        const affordable = rows
          .map(({ monetary }) => from(monetary))
          .filter((count) => count * cost <= cents);
        const most = Math.max(0, ...affordable);
        if (most === 0 || most === rows.length) expect(found).toBe(undefined);
        else expect(found?.members).toBe(most);
      }),
      RUNS,
    );
  });

  it("chooses the segments of segmentCustomers", () => {
    const names = fc.subarray([...tenSegments.segments], { minLength: 1 });
    fc.assert(
      fc.property(someCustomers, names, fc.boolean(), (rows, segments, isFitted) => {
        const model = fitScores(rows.slice(0, isFitted ? rows.length : Math.ceil(rows.length / 2)));
        const placed = segmentCustomers(scoreCustomers(rows, model));
        const members = placed.filter(({ segment }) => segments.includes(segment));
        const found = define(rows, isFitted ? { segments } : { segments, model });
        const isNone = members.length === 0 || members.length === rows.length;
        expect(found?.members).toBe(isNone ? undefined : members.length);
        if (found === undefined) return;
        expect(found.selection).toMatchObject({ by: "segments", segments, model: { ...model } });
        const both = members.filter((row) => obeys(row, found.entry)).length;
        expect([found.precision, found.recall]).toEqual([both / found.admitted, both / members.length]);
      }),
      RUNS,
    );
  });

  it("chooses the clusters of assignClusters", () => {
    const several = someCustomers.filter((rows) => {
      return CONDITIONS.every(([, figure]) => new Set(rows.map((row) => row[figure])).size > 2);
    });
    fc.assert(
      fc.property(several, fc.integer({ min: 2, max: 3 }), fc.nat({ max: 2 }), (rows, k, last) => {
        const model = fitClusters(rows, { k, starts: 1 });
        const clusters = [k - 1, 0].slice(last % 2);
        const members = assignClusters(rows, model).filter(({ cluster }) => clusters.includes(cluster));
        const found = define(rows, { clusters, model });
        expect(found?.members).toBe(members.length === rows.length ? undefined : members.length);
        if (found === undefined) return;
        const both = members.filter((row) => obeys(row, found.entry)).length;
        expect([found.precision, found.recall]).toEqual([both / found.admitted, both / members.length]);
      }),
      { numRuns: 200 },
    );
  });
});

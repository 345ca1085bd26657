import fc from "fast-check";
import { computeRfm, fitScores, scoreCustomers, segmentCustomers, tenSegments, valueTiers } from "rfm-kit";
import { ntile } from "rfm-kit/compat";
import {
  cohortRetention,
  earlyWarnings,
  type Migration,
  migrateSegments,
  type SnapshotCustomer,
  type Told,
  type WarningRule,
} from "rfm-kit/migration";
import { describe, expect, it } from "vitest";
import { customers, type Line, returnsOption, transactions } from "./generators.js";
import { DAY, dayOf, exactSum } from "./oracle.js";
import { RUNS } from "./runs.js";

type Rows = SnapshotCustomer[];

const IDS = ["ada", "bob", "1", 1, 1n, "__proto__", ...Array.from({ length: 40 }, (_, i) => `c-${i}`)];
const withIds = (figures: readonly Omit<SnapshotCustomer, "customerId">[]): fc.Arbitrary<Rows> =>
  fc
    .shuffledSubarray(IDS, { minLength: figures.length, maxLength: figures.length })
    // Two days of ids of one other type each are refused.
    .filter((ids) => ids.length === 0 || ids.some((id) => typeof id === "string"))
    .map((ids) => figures.map((row, i) => ({ customerId: ids[i], ...row })));
const snapshot = fc.oneof(
  { weight: 9, arbitrary: customers.chain(withIds) },
  { weight: 1, arbitrary: fc.constant<Rows>([]) },
);
const scheme = fc.constantFrom(tenSegments, valueTiers);

/** Segments by the functions of one day, and every figure by looking for it among all customers. */
function oracle(before: Rows, after: Rows, names: typeof tenSegments | typeof valueTiers) {
  const scheme = names as typeof tenSegments;
  const ruler = (rows: Rows, otherwise: Rows) =>
    before.length + after.length === 0 ? {} : fitScores(rows.length === 0 ? otherwise : rows);
  const place = (rows: Rows, by: ReturnType<typeof ruler>) =>
    segmentCustomers(scoreCustomers(rows, by as object), scheme);
  const [first, last] = [ruler(before, after), ruler(after, before)];
  const [from, held, to] = [place(before, first), place(after, first), place(after, last)];
  const find = (rows: typeof from, id: unknown) => rows.find(({ customerId }) => customerId === id);
  const ids = [...new Set([...before, ...after].map(({ customerId }) => customerId))];
  const all = ids.map((customerId) => ({
    customerId,
    from: find(from, customerId)?.segment ?? null,
    held: find(held, customerId)?.segment ?? null,
    to: find(to, customerId)?.segment ?? null,
    monetaryBefore: find(from, customerId)?.monetary ?? null,
    monetaryAfter: find(to, customerId)?.monetary ?? null,
  }));
  type One = (typeof all)[number];
  const count = (is: (one: One) => unknown) => all.filter((one) => is(one)).length;
  const sum = (of: (one: One) => (number | null)[]) =>
    exactSum(all.flatMap(of).map((value) => value ?? 0)) + 0;
  const moves = (one: One) => one.from && one.held && one.from !== one.held;
  const only = (is: boolean, value: number | null) => (is ? value : 0);
  const minus = (value: number | null) => (value === null ? null : -value);
  const segments = scheme.segments.map((segment) => ({
    segment,
    before: count((one) => one.from === segment),
    entered: count((one) => one.from === null && one.held === segment),
    movedIn: count((one) => moves(one) && one.held === segment),
    movedOut: count((one) => moves(one) && one.from === segment),
    left: count((one) => one.from === segment && one.to === null),
    drift: count((one) => one.to === segment) - count((one) => one.held === segment),
    after: count((one) => one.to === segment),
    revenueBefore: sum((one) => [only(one.from === segment, one.monetaryBefore)]),
    revenueMovement: sum((one) => [
      only(one.held === segment, one.monetaryAfter),
      only(one.from === segment, minus(one.monetaryBefore)),
    ]),
    revenueDrift: sum((one) => [
      only(one.to === segment, one.monetaryAfter),
      only(one.held === segment, minus(one.monetaryAfter)),
    ]),
    revenueAfter: sum((one) => [only(one.to === segment, one.monetaryAfter)]),
  }));
  const ends = [...scheme.segments, null];
  const pairs = ends.flatMap((source) => ends.map((target) => [source, target] as const));
  const flows = pairs.flatMap(([source, target]) => {
    const of = (one: One) => one.from === source && one.to === target;
    const size = count(of);
    if (size === 0) return [];
    return [
      {
        from: source,
        to: target,
        customers: size,
        share: size / count((one) => one.from === source),
        moved: count((one) => of(one) && moves(one)),
        drifted: count((one) => of(one) && one.held !== one.to),
        revenueBefore: sum((one) => [only(of(one), one.monetaryBefore)]),
        revenueAfter: sum((one) => [only(of(one), one.monetaryAfter)]),
      },
    ];
  });
  return { segments, flows, customers: all };
}

const total = (numbers: readonly Told[]) => numbers.reduce<number>((sum, number) => sum + Number(number), 0);

describe("migrateSegments", () => {
  it("equals the functions of one day, joined customer by customer", () => {
    fc.assert(
      fc.property(snapshot, snapshot, scheme, (before, after, chosen) => {
        const { totals, ...found } = migrateSegments({ before, after, scheme: chosen as typeof tenSegments });
        expect(found).toEqual(oracle(before, after, chosen));
      }),
      RUNS,
    );
  });

  it("adds up, segment by segment and to both days", () => {
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const { totals, segments, flows, customers } = migrateSegments({ before, after });
        for (const row of segments) {
          expect(row.before + row.entered + row.movedIn - row.movedOut - row.left + row.drift).toBe(
            row.after,
          );
          const moved = row.revenueBefore + row.revenueMovement + row.revenueDrift;
          expect(moved).toBeCloseTo(row.revenueAfter, 8);
        }
        expect(total(segments.map((row) => row.before))).toBe(before.length);
        expect(total(segments.map((row) => row.after))).toBe(after.length);
        expect(total(segments.map(({ drift }) => drift))).toBe(0);
        expect(total(segments.map(({ movedIn }) => movedIn))).toBe(totals.moved);
        expect(total(segments.map(({ movedOut }) => movedOut))).toBe(totals.moved);
        expect(total(segments.map(({ entered }) => entered))).toBe(totals.entered);
        expect(total(flows.map((flow) => flow.customers))).toBe(customers.length);
        expect(total(flows.map((flow) => flow.moved))).toBe(totals.moved);
        expect(total(flows.map((flow) => flow.drifted))).toBe(totals.drifted);
        expect(totals).toMatchObject({
          customersBefore: before.length,
          customersAfter: after.length,
          stayed: total(flows.map((flow) => (flow.from === flow.to ? flow.customers : 0))),
          revenueBefore: exactSum(before.map(({ monetary }) => monetary)),
          revenueAfter: exactSum(after.map(({ monetary }) => monetary)),
        });
        expect(totals.customersBefore + totals.entered).toBe(totals.customersAfter + totals.left);
      }),
      RUNS,
    );
  });

  it("has no drift by a frozen ruler, and the movement of the ruler that is fitted to before", () => {
    const some = snapshot.filter((rows) => rows.length > 0);
    fc.assert(
      fc.property(some, some, (before, after) => {
        const frozen = migrateSegments({ before, after, ruler: fitScores(before) });
        expect(frozen.totals.drifted).toBe(0);
        for (const { drift, revenueDrift } of frozen.segments) expect([drift, revenueDrift]).toEqual([0, 0]);
        const fitted = migrateSegments({ before, after });
        expect(frozen.totals.moved).toBe(fitted.totals.moved);
        expect(frozen.customers.map(({ held }) => held)).toEqual(fitted.customers.map(({ held }) => held));
      }),
      RUNS,
    );
  });

  it("has nothing but drift where others come and go and nobody changes", () => {
    fc.assert(
      fc.property(snapshot, fc.nat(), fc.nat(), (all, first, last) => {
        const before = all.slice(0, all.length - (first % (all.length + 1)));
        const after = all.slice(before.length === 0 ? 0 : last % before.length);
        const { totals, segments } = migrateSegments({ before, after });
        expect(totals.moved).toBe(0);
        for (const { movedIn, movedOut } of segments) expect([movedIn, movedOut]).toEqual([0, 0]);
      }),
      RUNS,
    );
  });

  it("gives the same from any order of the rows", () => {
    const shuffled = snapshot.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    const byId = ({ customers, ...rest }: Migration) => {
      return { ...rest, customers: new Map(customers.map((one) => [one.customerId, one])) };
    };
    fc.assert(
      fc.property(shuffled, shuffled, ([before, before2], [after, after2]) => {
        const found = byId(migrateSegments({ before, after }));
        expect(byId(migrateSegments({ before: before2, after: after2 }))).toEqual(found);
      }),
      RUNS,
    );
  });

  it("scores each day by itself where the ruler is a scorer", () => {
    const scorer = ntile();
    const place = (rows: Rows) =>
      new Map(segmentCustomers(scoreCustomers(rows, scorer)).map((row) => [row.customerId, row.segment]));
    fc.assert(
      fc.property(snapshot, snapshot, (before, after) => {
        const { segments, customers } = migrateSegments({ before, after, ruler: scorer });
        const [from, to] = [place(before), place(after)];
        for (const one of customers) {
          const { customerId } = one;
          const own = { from: from.get(customerId) ?? null, held: null, to: to.get(customerId) ?? null };
          expect(one).toMatchObject(own);
        }
        for (const { entered, movedIn, movedOut, drift } of segments)
          expect([entered, movedIn, movedOut, drift]).toEqual([null, null, null, null]);
      }),
      RUNS,
    );
  });
});

/** Cohorts line by line: every figure by looking for it among all lines. For lines with UTC times. */
function cohortOracle(lines: readonly Line[], by: "month" | "week", asOf: string | undefined) {
  const dayIn = (date: string) => new Date(`${date.slice(0, 10)}T00:00Z`);
  const startOf = (date: string) => {
    const day = dayIn(date);
    if (by === "month") day.setUTCDate(1);
    else while (day.getUTCDay() !== 1) day.setUTCDate(day.getUTCDate() - 1);
    return day.toISOString().slice(0, 10);
  };
  const next = (start: string) => {
    const day = dayIn(start);
    if (by === "month") day.setUTCMonth(day.getUTCMonth() + 1);
    else day.setUTCDate(day.getUTCDate() + 7);
    return day.toISOString().slice(0, 10);
  };
  const lastDay = (
    asOf ??
    lines
      .map(({ date }) => date)
      .sort()
      .at(-1) ??
    ""
  ).slice(0, 10);
  const seen = lines.filter(({ date }) => date.slice(0, 10) <= lastDay);
  const purchases = seen.filter(({ amount }) => amount >= 0);
  const firstOf = (own: readonly Line[]) => own.map(({ date }) => startOf(date)).sort()[0];
  const cohortOf = new Map(
    purchases.map((line) => {
      const own = purchases.filter(({ customerId }) => customerId === line.customerId);
      return [line.customerId, firstOf(own)] as const;
    }),
  );
  const orderOf =
    ({ customerId, orderId }: Line) =>
    (line: Line) =>
      line.customerId === customerId && line.orderId === orderId;
  return [...new Set(cohortOf.values())].sort().flatMap((cohort) => {
    const members = [...cohortOf].filter(([, start]) => start === cohort).map(([customerId]) => customerId);
    const rows = [];
    for (let start = cohort; start <= lastDay; start = next(start)) {
      const inPeriod = ({ customerId, date }: Line) =>
        members.includes(customerId) && startOf(date < cohort ? cohort : date) === start;
      const bought = purchases.filter(inPeriod);
      const begun = bought.filter((line) => {
        const order = line.orderId === null ? [line] : purchases.filter(orderOf(line));
        return firstOf(order) === start;
      });
      const orders = new Set(begun.map((line) => (line.orderId === null ? line : idOf(line))));
      const customers = new Set(bought.map(({ customerId }) => customerId)).size;
      rows.push({
        period: rows.length,
        periodStart: start,
        size: members.length,
        customers,
        retained: customers / members.length,
        orders: orders.size,
        revenue: exactSum(seen.filter(inPeriod).map(({ amount }) => amount)),
        complete: next(start) <= dayAfter(lastDay),
      });
    }
    return rows;
  });
}

/** Order ids are a customer's own. */
const idOf = ({ customerId, orderId }: Line) => `${typeof customerId} ${customerId} ${orderId}`;
const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe("cohortRetention", () => {
  const by = fc.constantFrom("month", "week" as const);
  const asOf = fc.option(fc.constantFrom("2024-02-28", "2024-02-29", "2024-03-03"), { nil: undefined });
  // Few lines so long ago that there are thousands of weeks to look through.
  const recent = transactions.map((rows) =>
    rows.map((row) => ({ ...row, date: row.date.replace("1969-06-01", "2023-12-31") })),
  );

  it("equals a look at all lines for every figure", () => {
    fc.assert(
      fc.property(recent, by, asOf, (rows, by, asOf) => {
        const expected = cohortOracle(rows, by, asOf);
        const early = asOf !== undefined && rows.length > 0 && expected.length === 0;
        if (early) return;
        const found = cohortRetention(rows, { by, asOf });
        expect(found.map(({ cohort, ...row }) => row)).toEqual(expected);
      }),
      RUNS,
    );
  });

  it("adds up to the customers, orders and revenue of computeRfm, in whatever order the rows come", () => {
    const shuffled = transactions.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(shuffled, by, returnsOption, ([rows, other], by, returns) => {
        const found = cohortRetention(rows, { by, returns });
        expect(cohortRetention(other, { by, returns })).toEqual(found);
        const customers = computeRfm(rows, { returns });
        const first = found.filter(({ period }) => period === 0);
        expect(total(first.map(({ size }) => size))).toBe(customers.length);
        expect(first.map((row) => row.customers)).toEqual(first.map(({ size }) => size));
        expect(total(found.map(({ orders }) => orders))).toBe(total(customers.map((one) => one.frequency)));
        const [revenue, monetary] = [found.map((row) => row.revenue), customers.map((one) => one.monetary)];
        const size = Math.max(1, ...rows.map(({ amount }) => Math.abs(amount)));
        expect(exactSum(revenue) / size).toBeCloseTo(exactSum(monetary) / size, 9);
      }),
      RUNS,
    );
  });
});

/** Customers with a rhythm, or none: purchases and returns on days of one winter. */
const rhythms: fc.Arbitrary<Line[]> = fc
  .array(
    fc.record({
      customerId: fc.constantFrom("ada", "bob", "eve", 1, "1"),
      day: fc.oneof(fc.integer({ min: 0, max: 75 }), fc.constantFrom(0, 20, 40, 60)),
      amount: fc.oneof(fc.constantFrom(5, 5, 8, -3, 0), fc.integer({ min: 1, max: 40 })),
    }),
    { maxLength: 24 },
  )
  .map((rows) =>
    rows.map(({ day, ...row }) => {
      const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
      return { ...row, orderId: null, product: "tea", date };
    }),
  );
/** No probability of such gaps is on one of these. */
const rule = fc.record(
  {
    probabilityAtMost: fc.constantFrom(0.07, 0.31, 0.83),
    purchasesAtLeast: fc.integer({ min: 1, max: 4 }),
    silentAtLeast: fc.integer({ min: 0, max: 30 }),
    silentAtMost: fc.integer({ min: 30, max: 60 }),
    topFrequency: fc.constantFrom(0.2, 0.5, 0.8),
    topSpend: fc.constantFrom(0.2, 0.4, 0.6, 1),
  },
  { requiredKeys: [] },
);
const namedRules = fc
  .array(
    rule.filter((conditions) => Object.keys(conditions).length > 0),
    { maxLength: 3 },
  )
  .map((rules) => rules.map((conditions, i) => ({ name: `rule ${i}`, ...conditions })));

/** Warnings as their definitions say them, customer by customer and rule by rule. */
function warningOracle(
  lines: readonly Line[],
  rules: readonly WarningRule[],
  asOf: number,
  horizonDays: number,
) {
  const seen = lines.filter(({ date }) => dayOf(date) <= asOf);
  const customers = [...new Set(lines.map(({ customerId }) => customerId))].flatMap((customerId) => {
    const own = seen.filter((line) => line.customerId === customerId);
    const days = [...new Set(own.filter(({ amount }) => amount >= 0).map(({ date }) => dayOf(date)))].sort(
      (a, b) => a - b,
    );
    if (days.length === 0) return [];
    const gaps = days.slice(1).map((day, i) => day - days[i]);
    const silentDays = asOf - days[days.length - 1];
    const known = gaps.reduce((sum, gap) => sum + gap, 0);
    const monetary = exactSum(own.map(({ amount }) => amount));
    const meanGapDays = gaps.length === 0 ? null : known / gaps.length;
    return [
      {
        customerId,
        purchases: days.length,
        silentDays,
        meanGapDays,
        probability: gaps.length === 0 ? null : (1 + silentDays / known) ** -gaps.length,
        monetary,
        // All that came from them, or as many days of it as the horizon has.
        valueAtStake: Math.max(monetary, 0) * Math.min(1, horizonDays / known),
      },
    ];
  });
  const isTop = (values: number[], value: number, share: number) =>
    values.filter((other) => other > value).length < share * values.length;
  return customers.flatMap((one) => {
    const holds: Record<string, (limit: number) => boolean> = {
      probabilityAtMost: (limit) => one.probability !== null && one.probability <= limit,
      purchasesAtLeast: (limit) => one.purchases >= limit,
      silentAtLeast: (limit) => one.silentDays >= limit,
      silentAtMost: (limit) => one.silentDays <= limit,
      topFrequency: (share) =>
        isTop(
          customers.map(({ purchases }) => purchases),
          one.purchases,
          share,
        ),
      topSpend: (share) =>
        isTop(
          customers.map(({ monetary }) => monetary),
          one.monetary,
          share,
        ),
    };
    const warnings = rules
      .filter(({ name, ...conditions }) =>
        Object.entries(conditions).every(([key, limit]) => holds[key](limit as number)),
      )
      .map(({ name }) => name);
    return warnings.length === 0 ? [] : [{ ...one, warnings }];
  });
}

describe("earlyWarnings", () => {
  const asOf = fc.option(fc.integer({ min: 40, max: 120 }), { nil: undefined });
  const horizon = fc.constantFrom(12.5, 20, 40, 90);

  it("equals the definitions applied customer by customer", () => {
    fc.assert(
      fc.property(rhythms, namedRules, asOf, horizon, (rows, rules, asOf, horizonDays) => {
        const start = dayOf("2024-01-01");
        const last = Math.max(start, ...rows.map(({ date }) => dayOf(date))) + 1;
        const day = asOf === undefined ? undefined : (start + asOf) * DAY;
        const first = Math.min(...rows.filter(({ amount }) => amount >= 0).map(({ date }) => dayOf(date)));
        if (asOf !== undefined && first > start + asOf) return;
        const found = earlyWarnings(rows, { rules, asOf: day, horizonDays });
        const expected = warningOracle(rows, rules, asOf === undefined ? last : start + asOf, horizonDays);
        const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 8));
        expect(new Set(found.map(({ customerId }) => customerId)).size).toBe(found.length);
        for (const one of expected) {
          const { probability, valueAtStake } = one;
          expect(found.find(({ customerId }) => customerId === one.customerId)).toEqual({
            ...one,
            probability: near(probability),
            valueAtStake: near(valueAtStake),
          });
        }
        expect(found.length).toBe(expected.length);
      }),
      RUNS,
    );
  });

  it("ranks by falling value, equal ones as they appear, and depends on the order of the rows in nothing else", () => {
    const shuffled = rhythms.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    const options = fc.record({ rules: namedRules, returns: returnsOption, horizonDays: horizon });
    fc.assert(
      fc.property(shuffled, options, ([rows, other], options) => {
        const { returns } = options;
        const found = earlyWarnings(rows, options);
        const appeared = computeRfm(rows, { returns }).map(({ customerId }) => customerId);
        const place = (one: (typeof found)[number]) => appeared.indexOf(one.customerId);
        for (const [i, next] of found.slice(1).entries()) {
          const last = found[i];
          const inOrder = last.valueAtStake === next.valueAtStake && place(last) < place(next);
          expect(last.valueAtStake > next.valueAtStake || inOrder).toBe(true);
        }
        const byId = (all: typeof found) => new Map(all.map((one) => [one.customerId, one]));
        expect(byId(earlyWarnings(other, options))).toEqual(byId(found));
        for (const { customerId, monetary, silentDays } of found) {
          const customer = computeRfm(rows, { returns }).find((one) => one.customerId === customerId);
          expect({ monetary, recency: silentDays }).toEqual({
            monetary: customer?.monetary,
            recency: customer?.recency,
          });
        }
      }),
      RUNS,
    );
  });

  it("puts at stake all that a customer brought, or less where the horizon is shorter, and never less than nothing", () => {
    const rules = [{ name: "everyone", silentAtLeast: 0 }];
    const stakes = (rows: readonly Line[], horizonDays: number) =>
      new Map(earlyWarnings(rows, { rules, horizonDays }).map((one) => [one.customerId, one.valueAtStake]));
    fc.assert(
      fc.property(rhythms, horizon, (rows, horizonDays) => {
        // Nobody is active for more than 75 days.
        const [whole, part] = [stakes(rows, 75), stakes(rows, horizonDays)];
        for (const { customerId, monetary } of computeRfm(rows)) {
          expect(whole.get(customerId)).toBe(Math.max(monetary, 0));
          expect(part.get(customerId)).toBeGreaterThanOrEqual(0);
          expect(part.get(customerId)).toBeLessThanOrEqual(Math.max(monetary, 0));
        }
      }),
      RUNS,
    );
  });
});

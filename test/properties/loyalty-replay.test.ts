import fc from "fast-check";
import { computeRfm, type TransactionLog, transactionLog } from "rfm-kit";
import {
  type LoyaltyProgramme,
  type Membership,
  type ProgrammeConditions,
  type ProgrammeCourse,
  type ReplayOptions,
  replayProgramme,
} from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { programmeOf } from "../loyalty/programme.js";
import { returnsOption } from "./generators.js";
import { RUNS } from "./runs.js";

type CustomerId = string | number;
interface Row {
  customerId: CustomerId;
  orderId: string | null;
  product: string;
  date: string;
  amount: number;
}

const DAY = 86_400_000;
const START = Date.parse("2024-01-25") / DAY;
const nameOf = (day: number) => new Date(day * DAY).toISOString().slice(0, 10);
const dayOf = (date: string) => Date.parse(date.slice(0, 10)) / DAY;

/** Rows of five weeks, the end of a month in them, and many returns of just what was bought. */
const row = fc.record({
  customerId: fc.constantFrom<CustomerId>("ada", "ada", "ada", "bob", 1, "1"),
  orderId: fc.option(fc.constantFrom("o1", "o2", "o3"), { freq: 4 }),
  product: fc.constantFrom("tea", "milk"),
  date: fc
    .tuple(fc.nat(35), fc.constantFrom("", " 08:00", " 17:30:15"))
    .map(([day, time]) => nameOf(START + day) + time),
  amount: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0.1, 0.2, 1, 2.5) },
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.constantFrom(1e15, -1e15, 3e15, -0.1, -1, 1e-3) },
    // No amount: the row is dropped.
    { weight: 1, arbitrary: fc.constant(Number.NaN) },
  ),
});
const rows: fc.Arbitrary<Row[]> = fc
  .array(fc.tuple(row, fc.option(fc.nat(20), { freq: 3 })), { maxLength: 16, size: "max" })
  .map((pairs) =>
    pairs.flatMap(([bought, after]) => {
      if (after === null) return [bought];
      const date = nameOf(dayOf(bought.date) + after) + (bought.date.slice(10) && " 17:30:15");
      return [bought, { ...bought, orderId: "credit", date, amount: -bought.amount }];
    }),
  );
const read = (lines: readonly Row[], returns: "net" | "drop" | "match") =>
  transactionLog(lines, { returns, invalid: "drop" });

/** Conditions of which each is asked for or not, and looser ones of the same kind or of fewer. */
const pair = (strict: fc.Arbitrary<number>, loose: fc.Arbitrary<number>, toLoose: 1 | -1) =>
  fc.option(
    fc.tuple(strict, fc.option(loose, { freq: 4 })).map(([entry, more]) => {
      const stay = more === null ? undefined : Math.max(0, entry + toLoose * more);
      return [entry, stay] as const;
    }),
    { nil: [undefined, undefined] as const, freq: 3 },
  );
const conditions = fc
  .tuple(
    pair(fc.oneof(fc.nat(9), fc.constant(2.5)), fc.nat(9), 1),
    pair(fc.nat(4), fc.nat(3), -1),
    pair(
      fc.constantFrom(0, 0.1, 0.3, 0.30000000000000004, 1, 2.5, 4, 1e15),
      fc.constantFrom(0, 0.1, 1.5),
      -1,
    ),
  )
  .map(([[r, rs], [f, fs], [m, ms]]) => [
    { recencyAtMost: r, frequencyAtLeast: f, monetaryAtLeast: m },
    { recencyAtMost: rs, frequencyAtLeast: fs, monetaryAtLeast: ms },
  ])
  .filter((both) => both.every((given) => Object.values(given).some((asked) => asked !== undefined)));
const windows = fc.option(fc.integer({ min: 1, max: 15 }), { nil: null, freq: 2 });

const programme = fc
  .tuple(conditions, fc.nat(4), windows)
  .map(([[entry, stay], graceDays, windowDays]) => programmeOf({ entry, stay, graceDays, windowDays }));

const bounds = fc
  .record({ from: fc.nat(45), length: fc.nat(45) })
  .map(({ from, length }) => ({ from: nameOf(START + from - 5), asOf: nameOf(START + from - 5 + length) }));
const someBounds: fc.Arbitrary<ReplayOptions> = fc.oneof(
  fc.constant<ReplayOptions>({}),
  bounds,
  bounds.map(({ from }) => ({ from })),
);

/** Whether the bounds can be taken for this log. */
function fits(log: TransactionLog<unknown>, { from, asOf }: ReplayOptions): boolean {
  if (log.span === undefined) return true;
  const last = asOf === undefined ? log.span.day.last : dayOf(String(asOf));
  return last >= log.span.day.firstPurchase && (from === undefined || dayOf(String(from)) <= last);
}
const replayed = fc
  .record({ lines: rows, returns: returnsOption, programme, options: someBounds })
  .map((input) => ({ ...input, log: read(input.lines, input.returns) }))
  .filter(({ log, options }) => fits(log, options));

/** Who is a member on which day: every day is measured anew, every customer asked on every day. */
function dayByDay(
  log: TransactionLog<CustomerId>,
  rules: Pick<LoyaltyProgramme, "entry" | "stay" | "graceDays" | "windowDays">,
  { from, asOf }: ReplayOptions,
): Membership<CustomerId>[] {
  if (log.span === undefined) return [];
  const first = from === undefined ? log.span.day.firstPurchase : dayOf(String(from));
  const last = asOf === undefined ? log.span.day.last : dayOf(String(asOf));
  const ids = Array.from(log.customerOrder, (code) => log.customers.values[code]);
  const states = new Map(ids.map((id) => [id, { member: false, failing: 0, been: false }]));
  const found: { customerId: CustomerId; enteredOn: string; leftOn: string | null; cameBack: boolean }[] = [];
  for (let day = Math.max(first, log.span.day.firstPurchase); day <= last; day++) {
    const since = rules.windowDays === null ? undefined : nameOf(day - rules.windowDays + 1);
    const figures = new Map(
      computeRfm(log, { asOf: nameOf(day), since }).map((one) => [one.customerId, one]),
    );
    for (const customerId of ids) {
      const one = figures.get(customerId);
      const met = ({ recencyAtMost, frequencyAtLeast, monetaryAtLeast }: ProgrammeConditions) =>
        one !== undefined &&
        !(one.recency > Number(recencyAtMost ?? Infinity)) &&
        !(one.frequency < Number(frequencyAtLeast ?? -Infinity)) &&
        !(one.monetary < Number(monetaryAtLeast ?? -Infinity));
      const state = states.get(customerId) ?? { member: false, failing: 0, been: false };
      if (!state.member) {
        if (!met(rules.entry)) continue;
        found.push({ customerId, enteredOn: nameOf(day), leftOn: null, cameBack: state.been });
        states.set(customerId, { member: true, failing: 0, been: true });
        continue;
      }
      state.failing = met(rules.stay) ? 0 : state.failing + 1;
      if (state.failing <= rules.graceDays) continue;
      state.member = false;
      for (const one of found) if (one.customerId === customerId) one.leftOn ??= nameOf(day);
    }
  }
  return found;
}

/** Everything but the conditions that a course says, from its memberships. */
function countedFrom(
  memberships: readonly Membership<CustomerId>[],
  from: string | null,
  asOf: string | null,
) {
  const months: object[] = [];
  if (from !== null && asOf !== null) {
    let members = 0;
    for (let month = from.slice(0, 7); month <= asOf.slice(0, 7); month = nextMonth(month)) {
      const entered = memberships.filter((one) => !one.cameBack && one.enteredOn.startsWith(month)).length;
      const cameBack = memberships.filter((one) => one.cameBack && one.enteredOn.startsWith(month)).length;
      const left = memberships.filter((one) => one.leftOn?.startsWith(month)).length;
      members = memberships.filter(
        ({ enteredOn, leftOn }) => enteredOn < `${month}-99` && (leftOn === null || leftOn > `${month}-99`),
      ).length;
      const complete = from <= `${month}-01` && nameOf(dayOf(asOf) + 1) >= `${nextMonth(month)}-01`;
      months.push({ month, entered, cameBack, left, members, complete });
    }
  }
  const ended = memberships.filter(({ leftOn }) => leftOn !== null);
  const lengths = ended.map(({ enteredOn, leftOn }) => dayOf(String(leftOn)) - dayOf(enteredOn));
  return {
    months,
    members: memberships.length - ended.length,
    everMembers: new Set(memberships.map(({ customerId }) => customerId)).size,
    cameBack: memberships.filter(({ cameBack }) => cameBack).length,
    left: ended.length,
    meanDays: ended.length === 0 ? null : lengths.reduce((sum, length) => sum + length) / ended.length,
  };
}
const nextMonth = (month: string) => nameOf(dayOf(`${month}-01`) + 31).slice(0, 7);

const counts = ({ months, members, everMembers, cameBack, left, meanDays }: ProgrammeCourse) => {
  return { months, members, everMembers, cameBack, left, meanDays };
};

describe("replayProgramme", () => {
  it("equals a look at every customer on every day", () => {
    fc.assert(
      fc.property(replayed, ({ log, programme, options }) => {
        const found = replayProgramme(log, programme, options);
        expect(found.memberships).toEqual(dayByDay(log, programme, options));
        expect(counts(found)).toEqual(countedFrom(found.memberships, found.from, found.asOf));
        const last = options.asOf ?? log.report.lastDay;
        expect(found.asOf).toBe(log.span === undefined ? null : last);
      }),
      RUNS,
    );
  });

  it("gives the variants the course of a programme with their conditions", () => {
    fc.assert(
      fc.property(replayed, fc.constantFrom(0.01, 0.2, 0.5, 1), ({ log, programme, options }, step) => {
        const { stricter, looser, from, asOf } = replayProgramme(log, programme, { ...options, step });
        for (const { entry, stay, ...course } of [stricter, looser]) {
          const memberships = dayByDay(log, { ...programme, entry, stay }, options);
          expect(counts({ entry, stay, ...course })).toEqual(countedFrom(memberships, from, asOf));
        }
      }),
      RUNS,
    );
  });

  it("lets nobody leave within the days of grace, be a member twice at once, or get lost between months", () => {
    fc.assert(
      fc.property(replayed, ({ log, programme, options }) => {
        const { memberships, months, from, asOf, ...course } = replayProgramme(log, programme, options);
        for (const { enteredOn, leftOn } of memberships) {
          expect(enteredOn >= String(from)).toBe(true);
          expect((leftOn ?? enteredOn) <= String(asOf)).toBe(true);
          if (leftOn !== null) expect(dayOf(leftOn) - dayOf(enteredOn)).toBeGreaterThan(programme.graceDays);
        }
        const ordered = memberships.map(({ enteredOn }) => enteredOn);
        expect(ordered).toEqual([...ordered].sort());
        for (const id of new Set(memberships.map(({ customerId }) => customerId))) {
          const own = memberships.filter(({ customerId }) => customerId === id);
          expect(own.map(({ cameBack }) => cameBack)).toEqual(own.map((_, i) => i > 0));
          for (const [i, { leftOn }] of own.slice(0, -1).entries())
            expect(String(leftOn) < own[i + 1].enteredOn).toBe(true);
        }
        let before = 0;
        for (const { entered, cameBack, left, members } of months) {
          expect(before + entered + cameBack - left).toBe(members);
          before = members;
        }
        expect(before).toBe(course.members);
        expect(course.everMembers + course.cameBack - course.left).toBe(course.members);
        expect(memberships.length).toBe(course.everMembers + course.cameBack);
      }),
      RUNS,
    );
  });

  it("gives the same from any order of the rows, but for that of customers who enter on one day", () => {
    const shuffled = replayed.chain((input) =>
      fc.record({
        input: fc.constant(input),
        other: fc.shuffledSubarray(input.lines, { minLength: input.lines.length }),
      }),
    );
    const sorted = (found: ReturnType<typeof replayProgramme<CustomerId>>) => {
      const keys = found.memberships.map(
        (one) => `${one.enteredOn} ${typeof one.customerId} ${one.customerId}`,
      );
      const memberships = keys.map((key, i) => ({ key, ...found.memberships[i] }));
      return { ...found, memberships: memberships.sort((a, b) => (a.key < b.key ? -1 : 1)) };
    };
    fc.assert(
      fc.property(shuffled, ({ input, other }) => {
        const { log, programme, options, returns } = input;
        const found = sorted(replayProgramme(log, programme, options));
        expect(sorted(replayProgramme(read(other, returns), programme, options))).toEqual(found);
      }),
      RUNS,
    );
  });

  it("keeps for ever whom nothing but orders and spend without end admitted", () => {
    const bought = rows.map((lines) => lines.filter(({ amount }) => !(amount < 0)));
    const lasting = conditions
      .map((both) => both.map(({ recencyAtMost, ...others }) => others))
      .filter((both) => both.every((given) => Object.values(given).some((asked) => asked !== undefined)));
    fc.assert(
      fc.property(bought, lasting, fc.nat(4), (lines, both, graceDays) => {
        const programme = programmeOf({ entry: both[0], stay: both[1], graceDays });
        const found = replayProgramme(read(lines, "net"), programme, { asOf: "2024-06-30" });
        expect([found.left, found.cameBack, found.meanDays]).toEqual([0, 0, null]);
        expect(found.memberships.map(({ leftOn }) => leftOn)).toEqual(found.memberships.map(() => null));
      }),
      RUNS,
    );
  });

  it("has variants that are stricter and looser, in which who enters also meets what it takes to stay", () => {
    const amount = fc.oneof(fc.nat(3000), fc.double({ min: 0, max: 1e6, noNaN: true }));
    const both = fc
      .tuple(pair(fc.nat(400), amount, 1), pair(fc.nat(60), amount, -1), pair(amount, amount, -1))
      .map(([[r, rs], [f, fs], [m, ms]]) => [
        { recencyAtMost: r, frequencyAtLeast: f, monetaryAtLeast: m },
        { recencyAtMost: rs, frequencyAtLeast: fs, monetaryAtLeast: ms },
      ])
      .filter((two) => two.every((given) => Object.values(given).some((asked) => asked !== undefined)));
    const log = read([], "net");
    // Days and orders are whole: 2.5 days admit whom 2 do.
    const isWithin = (inner: ProgrammeConditions, outer: ProgrammeConditions) => {
      const { recencyAtMost: days, frequencyAtLeast: orders, monetaryAtLeast: spent } = outer;
      expect(days === undefined || Math.floor(Number(inner.recencyAtMost)) <= days).toBe(true);
      expect(orders === undefined || Math.ceil(Number(inner.frequencyAtLeast)) >= orders).toBe(true);
      expect(spent === undefined || Number(inner.monetaryAtLeast) >= spent).toBe(true);
    };
    fc.assert(
      fc.property(both, fc.double({ min: 0.01, max: 1, noNaN: true }), (both, step) => {
        const programme = programmeOf({ entry: both[0], stay: both[1] });
        const own = replayProgramme(log, programme, { step });
        for (const { entry, stay } of [own.stricter, own, own.looser]) isWithin(entry, stay);
        for (const part of ["entry", "stay"] as const) {
          isWithin(own.stricter[part], own[part]);
          isWithin(own[part], own.looser[part]);
        }
      }),
      RUNS,
    );
  });
});

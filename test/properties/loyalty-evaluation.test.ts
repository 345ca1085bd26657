import fc from "fast-check";
import { customerFeatures } from "rfm-kit";
import { evaluateProgramme, type ProgrammeConditions } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import {
  between,
  chosenBy,
  counted,
  dateOf,
  ids,
  type Known,
  knownOn,
  obeys,
  type Scene,
  type ShopLine,
  type Stage,
  scene,
  set,
  spent,
} from "./loyalty-scenes.js";
import { dayOf, exactSum } from "./oracle.js";
import { RUNS } from "./runs.js";

/** Fewer runs, as each of them fits models and resamples; still many where a mistake is to be found. */
const SOME = { numRuns: RUNS.numRuns / 5 };

/** Holds a property on every scene that can be set. */
function onEach(
  holds: (stage: Stage, found: ReturnType<typeof evaluateProgramme>, scene: Scene) => void,
  horizons?: readonly number[],
): void {
  fc.assert(
    fc.property(scene, (scene) => {
      const stage = set(scene, horizons);
      if (stage !== undefined)
        holds(stage, evaluateProgramme(stage.log, stage.programme, stage.options), scene);
    }),
    SOME,
  );
}

const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 8));
const mean = (values: readonly number[]) => exactSum(values) / values.length;
const restOf = ({ customers, members }: Stage) => customers.filter((row) => !members.includes(row));
const lastDay = ({ lines }: Stage) => Math.max(...lines.map(({ date }) => dayOf(date)));

/** The days after the choice that are looked at; none where the log ends before. */
function daysAfter(stage: Stage): { from: number; to: number } | undefined {
  const { day, options } = stage;
  const to = options.until === undefined ? lastDay(stage) : dayOf(options.until as string);
  return to > day ? { from: day + 1, to } : undefined;
}

/** Six decimals, which all figures of these shops have at most. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6 + 0;

/** What a customer has to spare, as a difference and as a part of what is asked for. */
function spare(row: Known, { recencyAtMost, frequencyAtLeast, monetaryAtLeast }: ProgrammeConditions) {
  const room = (asked: number | undefined, from: number, to: number) =>
    asked === undefined ? null : rounded(to - from);
  const daysToSpare = room(recencyAtMost, row.recency, recencyAtMost ?? 0);
  const ordersToSpare = room(frequencyAtLeast, frequencyAtLeast ?? 0, row.frequency);
  const spendToSpare = room(monetaryAtLeast, monetaryAtLeast ?? 0, row.monetary);
  const parts = [
    [daysToSpare, recencyAtMost],
    [ordersToSpare, frequencyAtLeast],
    [spendToSpare, monetaryAtLeast],
  ].flatMap(([left, asked]) => (left == null || asked == null ? [] : [left / (asked === 0 ? 1 : asked)]));
  return { daysToSpare, ordersToSpare, spendToSpare, margin: Math.min(...parts) };
}

/** The chance of each number of heads among n coins, one coin after the other. */
function binomial(n: number, p: number): number[] {
  let chances = [1];
  for (let coin = 0; coin < n; coin++) {
    const before = chances;
    chances = Array.from({ length: coin + 2 }, (_, heads) => {
      return (before[heads] ?? 0) * (1 - p) + (before[heads - 1] ?? 0) * p;
    });
  }
  return chances;
}

/** The least number that at most so many are with a chance of p. */
function quantileOf(chances: readonly number[], p: number): number {
  return chances.findIndex((_, heads) => chances.slice(0, heads + 1).reduce((sum, one) => sum + one, 0) >= p);
}

/** Type 7, by interpolation between two places. */
function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low + (place - Math.floor(place)) * (high - low);
}

/** Benjamini and Hochberg's q of one p-value: the least over all cuts that it passes. */
function qValue(p: number, all: readonly number[]): number {
  const cuts = all.filter((cut) => cut >= p);
  return Math.min(1, ...cuts.map((cut) => (cut * all.length) / all.filter((other) => other <= cut).length));
}

const byFigure = (a: { readonly figure: string }, b: { readonly figure: string }) =>
  a.figure < b.figure ? -1 : 1;

/** How many ways there are to choose k of n. */
function ways(n: number, k: number): number {
  return k < 0 || k > n ? 0 : k === 0 ? 1 : (ways(n - 1, k - 1) * n) / k;
}

/** The chance that a draw of so many holds at least `count` of the marked, counted out. */
function atLeastByChance(count: number, marked: number, drawn: number, all: number): number {
  const numbers = Array.from({ length: drawn - count + 1 }, (_, more) => count + more);
  const held = numbers.map((own) => ways(marked, own) * ways(all - marked, drawn - own));
  return held.reduce((sum, number) => sum + number, 0) / ways(all, drawn);
}

/** Enough customers for some products to have ten buyers, some of which come too late or send back. */
const crowd: fc.Arbitrary<Scene> = fc
  .record({
    customers: fc.array(
      fc.record({
        lines: fc.array(
          fc.record({
            product: fc.constantFrom("tea", "milk", "jam"),
            day: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constantFrom(80)),
            amount: fc.oneof(fc.constantFrom(1, 2, 2.5, 0, -1), fc.integer({ min: 1, max: 20 })),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        country: fc.constantFrom("uk", "uk", "fr"),
        spice: fc.boolean(),
      }),
      { minLength: 12, maxLength: 36, size: "max" },
    ),
    returns: fc.constantFrom("net", "drop", "match"),
    windowDays: fc.option(fc.integer({ min: 30, max: 60 }), { nil: undefined, freq: 2 }),
    level: fc.constantFrom(0.91, 0.6, 0.5),
    choice: fc.oneof(
      fc.integer({ min: 20, max: 60 }).map((percent) => ({ topShare: percent / 100 })),
      fc.integer({ min: 2, max: 4 }).map((frequencyAtLeast) => ({ conditions: { frequencyAtLeast } })),
    ),
  } as const)
  .map(({ customers, ...rest }) => {
    const rows = customers.flatMap(({ lines, country, spice }, i) =>
      lines.map(({ day, amount, product }) => ({
        customerId: `c-${i}`,
        orderId: null,
        // What those have who spend much.
        product: spice && amount > 8 ? "saffron" : product,
        country,
        amount,
        date: dateOf(dayOf("2022-01-03") + day),
      })),
    );
    return { rows, ...rest, asOf: 70, until: undefined };
  });

/** Amounts whose sums are not exact, still with returns of just what was bought. */
const inCents = (rows: readonly ShopLine[]) =>
  rows.map((row) => ({
    ...row,
    amount: (Math.sign(row.amount) * Math.round(Math.abs(row.amount) * 33)) / 100,
  }));

/** An evaluation without what is drawn, its lists in an order that does not follow first appearance. */
function withoutChance({
  eligible,
  evidence,
  forecast,
  actions,
  profile,
  ...rest
}: ReturnType<typeof evaluateProgramme>) {
  // A ratio is there where no resample of the rest comes to nothing.
  const drawn = ["ratio", "low", "high", "pValue", "pValueLess", "text"];
  const inOrder = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();
  const { figures, products, attributes } = profile;
  return {
    ...rest,
    eligible: inOrder(eligible),
    seeded: JSON.parse(
      JSON.stringify({ evidence, forecast }, (key, value) => (drawn.includes(key) ? undefined : value)),
    ),
    actions: actions.map((action) => ({ ...action, customerIds: inOrder(action.customerIds) })),
    figures,
    found: [products, ...Object.values(attributes)].map((one) => inOrder(one?.first ?? [])),
  };
}

describe("evaluateProgramme", () => {
  it("lists the members among the customers of computeRfm, with what they have to spare, by falling spend", () => {
    onEach(({ members, customers, programme, day }, { eligible, asOf }) => {
      expect(asOf).toBe(dateOf(day));
      const ranked = customers
        .filter((row) => members.includes(row))
        .map(({ customerId, recency, frequency, monetary }) => {
          const row = { customerId, recency, frequency, monetary };
          return { ...row, ...spare(row, programme.entry) };
        });
      // A stable sort: equal ones stay in order of appearance.
      expect(eligible).toEqual(ranked.sort((a, b) => b.monetary - a.monetary));
    });
  });

  it("counts members, and the customers who meet the rule with each threshold moved", () => {
    onEach(({ customers, members, programme, options }, { size, entry }) => {
      const { entry: rule } = programme;
      const admitted = (conditions: ProgrammeConditions) => customers.filter((row) => obeys(row, conditions));
      const [n, k] = [customers.length, members.length];
      const { sensitivity, low, high, ...counts } = size;
      expect(counts).toEqual({ members: k, customers: n, share: k / n });
      const chances = binomial(n, k / n);
      const tail = (1 - Number(options.level)) / 2;
      expect({ low, high }).toEqual({ low: quantileOf(chances, tail), high: quantileOf(chances, 1 - tail) });
      const now = admitted(rule).length;
      const both = admitted(rule).filter((row) => members.includes(row)).length;
      expect(entry).toEqual({
        conditions: rule,
        text: programme.text,
        admitted: now,
        precision: now === 0 ? null : both / now,
        recall: both / k,
      });
      const moves = {
        recencyAtMost: [0.8, 0.9, 1.1, 1.2].map((part) => Math.round(Number(rule.recencyAtMost) * part)),
        frequencyAtLeast: [2, 1, -1, -2].map((more) => Number(rule.frequencyAtLeast) + more),
        monetaryAtLeast: [1.2, 1.1, 0.9, 0.8].map((part) => {
          return Number((Number(rule.monetaryAtLeast) * part).toPrecision(3));
        }),
      };
      const expected = Object.entries(moves).flatMap(([condition, thresholds]) => {
        const asked = rule[condition as keyof typeof moves];
        const others = thresholds.filter((threshold) => threshold >= 0 && threshold !== asked);
        if (asked === undefined) return [];
        return [...new Set(others)].map((threshold) => {
          const then = admitted({ ...rule, [condition]: threshold }).length;
          return { condition, threshold, admitted: then, difference: then - now };
        });
      });
      expect(sensitivity).toEqual(expected);
    });
  });

  it("splits the revenue of the choice and of the days after it into members, rest and others", () => {
    onEach((stage, { revenue }) => {
      const { lines, members, customers, from, day } = stage;
      const shareOf = (part: number, all: number) =>
        all > 0 && part >= 0 && part <= all ? part / all : null;
      const split = (seen: readonly ShopLine[], kind: "gross" | "net") => {
        const of = (who: readonly unknown[]) => spent(seen, who)[kind];
        const others = ids(lines).filter((id) => !ids(customers).includes(id));
        const parts = { members: of(ids(members)), rest: of(ids(restOf(stage))), others: of(others) };
        const known = parts.members + parts.rest;
        const all = known + parts.others;
        expect(all).toBe(of(ids(lines)));
        return {
          ...parts,
          share: shareOf(parts.members, all),
          shareOfKnown: shareOf(parts.members, known),
        };
      };
      const both = (seen: readonly ShopLine[]) => ({ gross: split(seen, "gross"), net: split(seen, "net") });
      const first = Math.min(...lines.filter(({ amount }) => amount >= 0).map(({ date }) => dayOf(date)));
      expect(revenue.selection).toEqual({
        from: dateOf(Math.max(from, first)),
        to: dateOf(day),
        ...both(between(lines, from, day)),
      });
      const after = daysAfter(stage);
      const seen = after && { from: dateOf(after.from), to: dateOf(after.to) };
      const later = after && { ...seen, ...both(between(lines, after.from, after.to)) };
      expect(revenue.later).toEqual(later ?? null);
    });
  });

  it("holds what members spent after the choice against the rest, customer by customer", () => {
    onEach((stage, { evidence, asOf }) => {
      const after = daysAfter(stage);
      expect(evidence.text).toContain(asOf);
      expect(evidence.later === null).toBe(after === undefined);
      if (after === undefined) return;
      const seen = between(stage.lines, after.from, after.to);
      const rows = { members: ids(stage.members), rest: ids(restOf(stage)) };
      const means = (figure: (id: string | number) => number) => {
        const [members, rest] = [rows.members.map(figure), rows.rest.map(figure)];
        return {
          members: { customers: members.length, mean: near(mean(members)) },
          rest: { customers: rest.length, mean: near(mean(rest)) },
          difference: expect.objectContaining({ estimate: near(mean(members) - mean(rest)) }),
          permutations: 99,
        };
      };
      const bought = (id: unknown) => seen.some((line) => line.customerId === id && line.amount >= 0);
      expect(evidence.later).toMatchObject({
        from: dateOf(after.from),
        to: dateOf(after.to),
        days: after.to - stage.day,
        spend: means((id) => spent(seen, [id]).net),
        boughtAgain: means((id) => Number(bought(id))),
      });
      for (const { ratio, difference, members, rest, pValue, pValueLess } of [
        evidence.later?.spend,
        evidence.later?.boughtAgain,
      ].flatMap((one) => one ?? [])) {
        expect(difference.low).toBeLessThanOrEqual(difference.high);
        for (const p of [pValue, pValueLess]) expect(p > 0 && p <= 1).toBe(true);
        if (ratio === null) continue;
        expect(ratio.estimate).toBeCloseTo(members.mean / rest.mean, 8);
        expect(ratio.low).toBeLessThanOrEqual(ratio.high);
      }
    });
  });

  it("compares members with the rest by every figure that is known of both", () => {
    onEach((stage, { profile }) => {
      const { log, options, from, day, programme } = stage;
      const since = Number.isFinite(from) ? dateOf(from) : undefined;
      const features = customerFeatures(log, { asOf: dateOf(day), since });
      const members = ids(stage.members);
      const { customerId, ...names } = features[0];
      const inRule = { recency: "recencyAtMost", frequency: "frequencyAtLeast", monetary: "monetaryAtLeast" };
      const values = (figure: string, isMember: boolean) =>
        features
          .filter((row) => members.includes(row.customerId) === isMember)
          .map((row) => row[figure as keyof typeof names])
          .filter((value) => value !== null);
      const middle = (own: readonly number[]) => ({
        customers: own.length,
        lowerQuartile: near(quantile(own, 0.25)),
        median: near(quantile(own, 0.5)),
        upperQuartile: near(quantile(own, 0.75)),
      });
      const pValues = profile.figures.map(({ pValue }) => pValue);
      const expected = Object.keys(names).flatMap((figure) => {
        const [own, other] = [values(figure, true), values(figure, false)];
        if (own.length === 0 || other.length === 0) return [];
        const pairs = own.flatMap((one) => other.map((two) => Math.sign(one - two)));
        const pValue = profile.figures.find((row) => row.figure === figure)?.pValue as number;
        const isInRule = inRule[figure as keyof typeof inRule] in programme.entry;
        return [
          {
            figure,
            members: middle(own),
            rest: middle(other),
            cliffsDelta: near(mean(pairs)),
            pValue,
            qValue: near(qValue(pValue, pValues)),
            isInRule,
          },
        ];
      });
      expect([...profile.figures].sort(byFigure)).toEqual(expected.sort(byFigure));
      expect(options.level).toBeLessThan(1);
    });
  });

  it("looks ahead by what members bring in fact, brought before, and would as other members did", () => {
    const horizons = [7, 30, 364, 365];
    onEach((stage, { forecast }, scene) => {
      const { lines, day, members, programme } = stage;
      const bought = lines.filter(({ amount }) => amount >= 0).map(({ date }) => dayOf(date));
      const first = Math.min(...bought);
      const brought = (who: readonly Known[], from: number, to: number) =>
        spent(between(lines, from, to), ids(who)).gross;
      const seen = counted(between(lines, first, day), scene.returns).filter(({ amount }) => amount >= 0);
      const rates = members.map(({ customerId }) => {
        const own = seen.filter((line) => line.customerId === customerId);
        const start = Math.min(...own.map(({ date }) => dayOf(date)));
        return start === day ? 0 : spent(between(own, start + 1, day), [customerId]).gross / (day - start);
      });
      expect(forecast.horizons.map(({ days }) => days)).toEqual(horizons);
      // Of a choice on the day after the log, its last day is the last to look back on.
      const end = Math.min(day, lastDay(stage));
      for (const { days, ...found } of forecast.horizons) {
        expect(found).toMatchObject({
          runRate: near(exactSum(rates) * days),
          lastPeriod: end - days + 1 < first ? null : brought(members, end - days + 1, end),
          seasonal: day - 363 < first || days > 364 ? null : brought(members, day - 363, day - 364 + days),
          actual: day + days > lastDay(stage) ? null : brought(members, day + 1, day + days),
        });
        const earlier = end - days < first ? [] : knownOn(scene, end - days);
        const chosen = [...chosenBy(programme, earlier)];
        if (chosen.length < 2) expect(found.sameRule).toBe(null);
        else {
          const each = brought(chosen, end - days + 1, end) / chosen.length;
          const { expected, low, high, ...rest } = found.sameRule ?? { expected: Number.NaN };
          expect(rest).toEqual({ members: chosen.length });
          expect(expected).toBeCloseTo(each * members.length, 8);
          expect(Number(low)).toBeLessThanOrEqual(Number(high));
        }
        if (found.model === null) continue;
        const { expected, low, high } = found.model;
        expect(expected).toBeGreaterThanOrEqual(0);
        expect([low === null, high === null]).toEqual(forecast.identified ? [false, false] : [true, true]);
        expect(Number(low)).toBeLessThanOrEqual(Number(high));
      }
      expect(forecast.reason === null).toBe(forecast.identified);
    }, horizons);
  });

  it("gives every customer at most one action, every member exactly one, by the definitions of the groups", () => {
    onEach((stage, { actions }, scene) => {
      const { lines, day, from, customers, members, programme } = stage;
      const { entry } = programme;
      const { recencyAtMost, frequencyAtLeast, monetaryAtLeast } = entry;
      const bought = (who: unknown, start: number) => {
        const seen = counted(between(lines, Number.NEGATIVE_INFINITY, day), scene.returns);
        const own = seen.filter((line) => line.customerId === who && line.amount >= 0);
        const days = own.map(({ date }) => dayOf(date)).filter((one) => one >= start);
        return [...new Set(days)].sort((a, b) => a - b);
      };
      const isSlipping = (row: Known) => {
        const days = bought(row.customerId, Number.NEGATIVE_INFINITY);
        const [start, end] = [days[0], days[days.length - 1]];
        // Each gap of a constant rate that these gaps tell of outlasts the silence with this chance.
        return days.length > 1 && ((end - start) / (day - start)) ** (days.length - 1) <= 0.25;
      };
      const looser = {
        ...(recencyAtMost !== undefined && { recencyAtMost: Math.ceil(recencyAtMost * 1.25) }),
        ...(frequencyAtLeast !== undefined && {
          frequencyAtLeast: Math.max(Math.min(1, frequencyAtLeast), Math.floor(frequencyAtLeast * 0.75)),
        }),
        ...(monetaryAtLeast !== undefined && {
          monetaryAtLeast: Number((monetaryAtLeast * 0.75).toPrecision(3)),
        }),
      };
      const asksForMore = frequencyAtLeast !== undefined || monetaryAtLeast !== undefined;
      const groupOf = (row: Known) => {
        if (members.includes(row)) {
          if (isSlipping(row)) return "slipping";
          return spare(row, entry).margin < 0.1 ? "at-the-border" : "secure";
        }
        if (obeys(row, looser)) return "nearly-in";
        const ever = { ...row, recency: 0 };
        return asksForMore && obeys(ever, entry) ? "lapsed" : undefined;
      };
      const stakeOf = ({ customerId, monetary }: Known) => {
        const days = bought(customerId, from);
        const active = days[days.length - 1] - days[0];
        return Math.max(0, monetary) * Math.min(1, 90 / active);
      };
      for (const { group, customerIds, customers: count, valueAtStake } of actions) {
        const own = customers.filter((row) => groupOf(row) === group);
        expect(new Set(customerIds)).toEqual(new Set(ids(own)));
        expect(customerIds.length).toBe(own.length);
        expect(count).toBe(own.length);
        expect(valueAtStake).toBeCloseTo(exactSum(own.map(stakeOf)), 8);
        const stakes = customerIds.map((id) => stakeOf(own.find((row) => row.customerId === id) as Known));
        for (const [i, stake] of stakes.slice(1).entries())
          expect(stake).toBeLessThanOrEqual(stakes[i] + 1e-9);
      }
      const placed = actions.flatMap(({ customerIds }) => customerIds);
      expect(placed.length).toBe(customers.filter((row) => groupOf(row) !== undefined).length);
      for (const { customerId } of members) expect(placed).toContain(customerId);
      const stakes = actions.map(({ valueAtStake }) => valueAtStake);
      expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
    });
  });

  it("says of what members buy more often than others how many do, and how likely chance alone has it so", () => {
    fc.assert(
      fc.property(crowd, (scene) => {
        const stage = set(scene);
        if (stage === undefined) return;
        const { lines, from, day, customers, programme, log } = stage;
        const known = counted(between(lines, Number.NEGATIVE_INFINITY, day), scene.returns);
        const seen = known.filter(({ amount, date }) => amount >= 0 && dayOf(date) >= from);
        const members = ids(stage.members);
        const all = ids(customers);
        const { profile } = evaluateProgramme(log, programme, stage.options);
        const tests = (key: "product" | "country") => {
          const values = [...new Set(lines.map((line) => line[key]))];
          return values.flatMap((value) => {
            const buyers = all.filter((id) => {
              return seen.some((line) => line.customerId === id && line[key] === value);
            });
            if (buyers.length < 10) return [];
            const own = buyers.filter((id) => members.includes(id)).length;
            const shares = { memberShare: own / members.length, customerShare: buyers.length / all.length };
            const pValue = atLeastByChance(own, buyers.length, members.length, all.length);
            const lift = shares.memberShare / shares.customerShare;
            return [{ value, members: own, customers: buyers.length, ...shares, lift, pValue }];
          });
        };
        for (const [key, found] of [
          ["product", profile.products],
          ["country", profile.attributes.country],
        ] as const) {
          const tested = tests(key);
          const pValues = tested.map(({ pValue }) => pValue);
          const expected = tested
            .map((row) => ({ ...row, qValue: qValue(row.pValue, pValues) }))
            .filter((row) => row.qValue <= 1 - scene.level + 1e-9)
            .sort((a, b) => b.lift - a.lift || b.members - a.members)
            .map((row) => ({
              ...row,
              lift: near(row.lift),
              pValue: near(row.pValue),
              qValue: near(row.qValue),
            }));
          expect(found).toEqual({ tested: tested.length, found: expected.length, first: expected });
        }
      }),
      SOME,
    );
  });

  it("says the same of a programme that was stored as JSON, and says it in JSON", () => {
    onEach(({ log, programme, options }, found) => {
      const stored = JSON.parse(JSON.stringify(programme));
      expect(evaluateProgramme(log, stored, options)).toEqual(found);
      expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    });
  });

  it("says the same twice by a seed, and the same from any order of the rows but for what is drawn", () => {
    const shuffledScene = scene.chain((scene) =>
      fc.tuple(
        fc.constant(scene),
        fc
          .shuffledSubarray([...scene.rows], { minLength: scene.rows.length })
          .map((rows) => ({ ...scene, rows: inCents(rows) })),
      ),
    );
    fc.assert(
      fc.property(shuffledScene, ([scene, other]) => {
        const stage = set({ ...scene, rows: inCents(scene.rows) });
        const again = set(other);
        expect(again === undefined).toBe(stage === undefined);
        if (stage === undefined || again === undefined) return;
        const found = evaluateProgramme(stage.log, stage.programme, stage.options);
        expect(evaluateProgramme(stage.log, stage.programme, stage.options)).toEqual(found);
        const turned = evaluateProgramme(again.log, stage.programme, stage.options);
        expect(withoutChance(turned)).toEqual(withoutChance(found));
      }),
      SOME,
    );
  });
});

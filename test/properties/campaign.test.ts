import fc from "fast-check";
import {
  campaignPlan,
  customersWorthReactivating,
  mostProfitableCustomers,
  type Offer,
  slippingLoyalCustomers,
} from "rfm-kit/campaign";
import { describe, expect, it } from "vitest";
import { RUNS } from "./runs.js";

/** A discount beside an offer that grants none would be refused. */
const granted = ({ offer, discount }: Segment) =>
  offer === "discount" || offer === "win-back" ? discount : 0;
const OFFERS: readonly Offer[] = ["exclusive-offer", "early-access", "discount", "win-back", "none"];
const NAMES = ["a", "b", "c", "d"];
const rate = fc.integer({ min: 0, max: 60 }).map((percent) => percent / 100);

const segment = fc.record({
  customers: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 50_000 })),
  averageOrderValue: fc.option(
    fc.integer({ min: 0, max: 30_000 }).map((cents) => cents / 100),
    { freq: 9 },
  ),
  offer: fc.constantFrom(...OFFERS),
  responseRate: rate,
  baselineRate: fc.oneof(
    fc.constant(0),
    rate.map((share) => share / 4),
  ),
  discount: rate,
});
type Segment = typeof segment extends fc.Arbitrary<infer S> ? S : never;
const shop = fc.array(segment, { maxLength: NAMES.length });
const contactCost = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 300 }).map((cents) => cents / 100),
);

const by = <T>(segments: readonly Segment[], of: (segment: Segment) => T): Record<string, T> =>
  Object.fromEntries(segments.map((row, i) => [NAMES[i], of(row)]));
const summaryOf = (segments: readonly Segment[]) =>
  segments.map(({ customers, averageOrderValue }, i) => ({
    segment: NAMES[i],
    customers,
    averageOrderValue,
  }));
const planOf = (segments: readonly Segment[], cost: number, margin: number) =>
  campaignPlan(summaryOf(segments), {
    contactCost: cost,
    margin,
    responseRate: by(segments, (row) => row.responseRate),
    baselineRate: by(segments, (row) => row.baselineRate),
    discount: by(segments, granted),
    policies: by(segments, (row) => row.offer),
  });

/** The books with the contacts less the books without them: what is paid, less the goods, less the contacts. */
function profitOf(row: Segment, cost: number, margin: number): number {
  const price = row.averageOrderValue ?? 0;
  const discount = granted(row);
  const goods = price - price * margin;
  const withContacts = row.customers * row.responseRate * (price - price * discount - goods);
  const without = row.customers * row.baselineRate * (price - goods);
  return withContacts - without - row.customers * cost;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

describe("a campaign plan", () => {
  it("never earns less than contacting nobody, or everybody whom the policies allow", () => {
    fc.assert(
      fc.property(shop, contactCost, rate, (segments, cost, margin) => {
        const { profit, segments: planned, everyone } = planOf(segments, cost, margin);
        const allowed = segments.filter(({ offer }) => offer !== "none");
        const scale = 1e-12 * (1 + sum(segments.map((row) => row.customers * (300 + cost))));
        expect(profit).toBeGreaterThanOrEqual(0);
        const all = sum(allowed.map((row) => profitOf(row, cost, margin)));
        expect(profit).toBeGreaterThanOrEqual(all - scale);
        const best = sum(allowed.map((row) => Math.max(0, profitOf(row, cost, margin))));
        expect(Math.abs(profit - best)).toBeLessThanOrEqual(scale);
        expect(sum(planned.map((row) => row.profit))).toBeCloseTo(profit, 4);
        if (allowed.length === segments.length)
          expect(profit).toBeGreaterThanOrEqual(everyone.profit - scale);
        expect(everyone.cost).toBeGreaterThanOrEqual(sum(planned.map((row) => row.cost)) - scale);
      }),
      RUNS,
    );
  });

  it("earns nothing at the break-even response rate, loses below it and earns above it", () => {
    fc.assert(
      fc.property(segment, contactCost, rate, (row, cost, margin) => {
        const one = { ...row, customers: row.customers + 1 };
        const needed = planOf([one], cost, margin).segments[0].breakEvenResponseRate;
        if (needed === null) {
          // Even with everybody responding, nothing is earned.
          expect(profitOf({ ...one, responseRate: 1 }, cost, margin)).toBeLessThanOrEqual(1e-6);
          return;
        }
        const at = (responseRate: number) => planOf([{ ...one, responseRate }], cost, margin);
        // With one segment, everyone is that segment with its own discount, contacted or not.
        const scale = one.customers * (300 + cost);
        expect(Math.abs(at(needed).everyone.profit)).toBeLessThanOrEqual(1e-12 * scale);
        const [below, above] = [needed - 0.001, needed + 0.001];
        if (above <= 1) {
          expect(at(above).everyone.profit).toBeGreaterThan(0);
          expect(at(above).segments[0].contact).toBe(one.offer !== "none");
        }
        if (below >= 0) {
          expect(at(below).everyone.profit).toBeLessThan(0);
          expect(at(below).segments[0].contact).toBe(false);
        }
      }),
      RUNS,
    );
  });
});

const score = fc.integer({ min: 1, max: 5 });
const scored = fc.array(
  fc.record({
    monetary: fc.oneof(
      fc.integer({ min: 0, max: 4 }),
      fc.integer({ min: -100, max: 100_000 }).map((cents) => cents / 100),
    ),
    r: score,
    f: score,
    m: score,
  }),
  { maxLength: 25 },
);

describe("the answers of a campaign", () => {
  it("do not depend on the order of the rows", () => {
    fc.assert(
      fc.property(scored, rate, shop, contactCost, fc.nat(), (rows, top, segments, cost, seed) => {
        const named = rows.map((row, id) => ({ ...row, id, monetary: Math.abs(row.monetary) }));
        const turn = <T>(list: readonly T[]): T[] => {
          const cut = seed % Math.max(1, list.length);
          return [...list.slice(cut), ...list.slice(0, cut)].reverse();
        };
        const questions = [
          (list: typeof named) => mostProfitableCustomers(list, { top }),
          (list: typeof named) => slippingLoyalCustomers(list),
          (list: typeof named) => customersWorthReactivating(list),
        ];
        for (const ask of questions) {
          const [found, turned] = [ask(named), ask(turn(named))];
          const byId = (a: { id: number }, b: { id: number }) => a.id - b.id;
          expect({ ...turned, customers: [...turned.customers].sort(byId) }).toEqual({
            ...found,
            customers: [...found.customers].sort(byId),
          });
          expect(turned.customers.map(({ monetary }) => monetary)).toEqual(
            found.customers.map(({ monetary }) => monetary),
          );
        }
        const options = {
          contactCost: cost,
          margin: 0.5,
          responseRate: by(segments, (row) => row.responseRate),
          policies: by(segments, (row) => row.offer),
        };
        const summary = summaryOf(segments);
        const [plan, turned] = [campaignPlan(summary, options), campaignPlan(turn(summary), options)];
        expect({ ...turned, segments: [] }).toEqual({ ...plan, segments: [] });
        for (const row of plan.segments) expect(turned.segments).toContainEqual(row);
      }),
      RUNS,
    );
  });

  it("give the top those with less than its share of customers above them", () => {
    fc.assert(
      fc.property(scored, rate, (rows, top) => {
        const positive = rows.map((row) => ({ ...row, monetary: Math.abs(row.monetary) }));
        const { customers, share } = mostProfitableCustomers(positive, { top });
        const wanted = positive.filter(({ monetary }) => {
          return positive.filter((other) => other.monetary > monetary).length / positive.length < top;
        });
        expect(new Set(customers)).toEqual(new Set(wanted));
        expect(customers.length).toBe(wanted.length);
        expect(share).toBe(rows.length === 0 ? 0 : wanted.length / rows.length);
        for (let i = 1; i < customers.length; i++)
          expect(customers[i].monetary).toBeLessThanOrEqual(customers[i - 1].monetary);
      }),
      RUNS,
    );
  });
});

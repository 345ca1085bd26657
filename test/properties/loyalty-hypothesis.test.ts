import fc from "fast-check";
import { computeRfm, RfmError, transactionLog } from "rfm-kit";
import { type ClaimName, defineProgramme, type HypothesisTest, testHypothesis } from "rfm-kit/loyalty";
import { describe, expect, it } from "vitest";
import { openRandom } from "../../src/core/random.js";
import { signFlipTest } from "../../src/core/sign-flip.js";
import { dayOf, exactSum } from "./oracle.js";
import { RUNS } from "./runs.js";

const line = fc.record({
  customerId: fc.integer({ min: 1, max: 6 }),
  orderId: fc.option(fc.constantFrom("o1", "o2", "o3"), { freq: 4 }),
  product: fc.constantFrom("tea", "milk", "salt", null),
  quantity: fc.integer({ min: 0, max: 4 }),
  date: fc.constantFrom(
    "2024-01-01",
    "2024-01-05",
    "2024-01-20",
    "2024-01-27",
    "2024-02-06",
    "2024-02-10",
    "2024-02-11",
    "2024-03-01",
  ),
  amount: fc.integer({ min: -30, max: 90 }),
});
const lines = fc.array(line, { minLength: 12, maxLength: 40, size: "max" });
type Line = typeof line extends fc.Arbitrary<infer L> ? L : never;

const AS_OF = "2024-02-20";
const members = [1, 2, 3];

const mean = (values: readonly number[]) => exactSum(values) / values.length;
const isMember = (id: number) => members.includes(id);

/** The claim tested on the customers 1 to 3; nothing where too few can be compared. */
function test(
  rows: readonly Line[],
  claim: ClaimName,
  windowDays?: number,
  share = 0.4,
): HypothesisTest | undefined {
  const log = transactionLog(rows, { orderId: "orderId", product: "product", quantity: "quantity" });
  try {
    const customers = computeRfm(log);
    const chosen = members.filter((id) => customers.some(({ customerId }) => customerId === id));
    if (chosen.length === 0) return undefined;
    const programme = defineProgramme(customers, { members: chosen, windowDays });
    const asked = claim === "share-at-least" ? { claim, share } : { claim };
    return testHypothesis(log, programme, { ...asked, seed: 1, asOf: AS_OF, replicates: 99 });
  } catch (error) {
    if (error instanceof RfmError && /emptyPopulation|invalidInput|asOfBefore|invalidValue/.test(error.code))
      return undefined;
    throw error;
  }
}

const within = (rows: readonly Line[], windowDays: number | undefined) =>
  rows.filter(
    ({ date }) => date <= AS_OF && (windowDays === undefined || dayOf(date) > dayOf(AS_OF) - windowDays),
  );
const buyersOf = (rows: readonly Line[]) => [
  ...new Set(rows.filter(({ amount }) => amount >= 0).map(({ customerId }) => customerId)),
];

function expectGroups(found: HypothesisTest, values: ReadonlyMap<number, number>): void {
  const of = (wanted: boolean) =>
    [...values].filter(([id]) => isMember(id) === wanted).map(([, value]) => value);
  expect([found.members, found.rest]).toEqual([of(true).length, of(false).length]);
  expect(found.effect.estimate).toBeCloseTo(mean(of(true)) - mean(of(false)), 9);
}

const windowDays = fc.constantFrom(undefined, 30);

describe("testHypothesis", () => {
  it("compares the return rates of customers by their definition", () => {
    fc.assert(
      fc.property(lines, windowDays, (rows, days) => {
        const found = test(rows, "return-less", days);
        if (found === undefined) return;
        const seen = within(rows, days);
        const rates = buyersOf(seen).flatMap((id) => {
          const own = seen.filter(({ customerId }) => customerId === id).map(({ amount }) => amount);
          const bought = exactSum(own.filter((amount) => amount >= 0));
          return bought === 0 ? [] : [[id, -exactSum(own.filter((amount) => amount < 0)) / bought] as const];
        });
        expectGroups(found, new Map(rates));
        expect(found.leftOut).toBe(buyersOf(seen).length - rates.length);
      }),
      RUNS,
    );
  });

  it("compares the price levels of the products that customers buy", () => {
    fc.assert(
      fc.property(lines, windowDays, (rows, days) => {
        const found = test(rows, "buy-dearer", days);
        if (found === undefined) return;
        const buyers = buyersOf(within(rows, days));
        const priced = within(rows, days).filter(
          ({ product, quantity, amount }) => product !== null && quantity > 0 && amount >= 0,
        );
        const levelOf = (product: unknown) => {
          const own = priced.filter((row) => row.product === product);
          return exactSum(own.map(({ amount }) => amount)) / exactSum(own.map(({ quantity }) => quantity));
        };
        const levels = buyers.flatMap((id) => {
          const products = [
            ...new Set(priced.filter((row) => row.customerId === id).map(({ product }) => product)),
          ];
          return products.length === 0 ? [] : [[id, mean(products.map(levelOf))] as const];
        });
        expectGroups(found, new Map(levels));
      }),
      RUNS,
    );
  });

  it("compares each member's orders of the later half of the days with those of the earlier half", () => {
    fc.assert(
      fc.property(lines, windowDays, (rows, days) => {
        const found = test(rows, "order-value-rising", days);
        if (found === undefined) return;
        const bought = within(rows, days).filter(({ amount }) => amount >= 0);
        const firstEver = Math.min(
          ...rows.filter(({ amount }) => amount >= 0).map(({ date }) => dayOf(date)),
        );
        const first = Math.max(firstEver, days === undefined ? firstEver : dayOf(AS_OF) - days + 1);
        const isLate = (day: number) => day - first >= (dayOf(AS_OF) - first + 1) / 2;
        const changes = members.flatMap((id) => {
          const own = bought.filter(({ customerId }) => customerId === id);
          const orders = own.map((row, i) => row.orderId ?? `alone ${i}`);
          const values = [...new Set(orders)].map((order) => {
            const parts = own.filter((_, i) => orders[i] === order);
            const late = parts.every(({ date }) => isLate(dayOf(date)));
            return { late, value: exactSum(parts.map(({ amount }) => amount)) };
          });
          const [late, early] = [true, false].map((side) => values.filter((one) => one.late === side));
          if (late.length === 0 || early.length === 0) return [];
          return [mean(late.map(({ value }) => value)) - mean(early.map(({ value }) => value))];
        });
        expect(found.members).toBe(changes.length);
        expect(found.effect.estimate).toBeCloseTo(mean(changes), 9);
      }),
      RUNS,
    );
  });

  it("counts members among buyers, with the binomial chance of so many", () => {
    fc.assert(
      fc.property(lines, windowDays, fc.constantFrom(0.1, 0.4, 0.9), (rows, days, share) => {
        const found = test(rows, "share-at-least", days, share);
        if (found === undefined) return;
        const buyers = buyersOf(within(rows, days));
        const [n, m] = [buyers.length, buyers.filter(isMember).length];
        expect(found.effect.estimate).toBe(m / n);
        const choose = (k: number) =>
          Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
        const mass = (k: number) => choose(k) * share ** k * (1 - share) ** (n - k);
        const upper = Array.from({ length: n - m + 1 }, (_, i) => mass(m + i)).reduce((a, b) => a + b, 0);
        const lower = 1 - upper + mass(m);
        expect(found.pValue).toBeCloseTo(Math.min(1, 2 * upper, 2 * lower), 10);
        const verdict = upper <= 0.025 ? "supported" : lower <= 0.025 ? "contradicted" : "undecided";
        expect(found.verdict).toBe(verdict);
      }),
      RUNS,
    );
  });

  it("flips signs as all ways to flip them do", () => {
    const differences = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(differences, fc.integer(), (values, seed) => {
        const sums = Array.from({ length: 2 ** values.length }, (_, flips) =>
          values.reduce((sum, value, i) => sum + ((flips >> i) & 1 ? -value : value), 0),
        );
        const observed = values.reduce((sum, value) => sum + value, 0);
        const draws = 2000;
        const found = signFlipTest(Float64Array.from(values), { random: openRandom("test", seed), draws });
        for (const [p, extreme] of [
          [found.greater, (sum: number) => sum >= observed],
          [found.less, (sum: number) => sum <= observed],
        ] as const) {
          const exact = sums.filter(extreme).length / sums.length;
          // Five standard errors, and the one draw that is the pairs themselves.
          expect(Math.abs(p - exact)).toBeLessThan(5 * Math.sqrt((exact * (1 - exact)) / draws) + 2 / draws);
        }
      }),
      { ...RUNS, numRuns: 60 },
    );
  });
});

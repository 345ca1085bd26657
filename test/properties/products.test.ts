import fc from "fast-check";
import { computeRfm, summarizeSegments, transactionLog } from "rfm-kit";
import {
  basketRules,
  customerProducts,
  gatewayProducts,
  productBuyers,
  productSegments,
  segmentProducts,
} from "rfm-kit/products";
import { describe, expect, it } from "vitest";
import { dayOf, exactSum, timeOf } from "./oracle.js";
import { RUNS } from "./runs.js";

interface Line {
  readonly customerId: string | number;
  readonly orderId: string | number | null;
  readonly date: string;
  readonly product: string | number | null;
  readonly quantity: number | null;
  readonly amount: number;
}

const line: fc.Arbitrary<Line> = fc.record({
  customerId: fc.constantFrom("ada", "bob", "cy", 1, "1", "__proto__"),
  orderId: fc.oneof({ weight: 5, arbitrary: fc.constantFrom("o1", "o2", "o3", 4) }, fc.constant(null)),
  date: fc
    .tuple(
      fc.constantFrom("2024-02-28", "2024-02-29", "2024-03-01", "2024-03-09"),
      fc.constantFrom("", " 08:00"),
    )
    .map(([day, time]) => day + time),
  product: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom("tea", "pot", "mug", 7) },
    fc.constantFrom(null, "POST"),
  ),
  quantity: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 5 }) }, fc.constant(null)),
  // In cents, so that sums of few are told apart from rounding.
  amount: fc.integer({ min: -200, max: 900 }).map((cents) => cents / 100),
});
const lines = fc
  .array(line, { minLength: 1, maxLength: 40, size: "max" })
  .filter((all) => all.some(({ amount }) => amount >= 0));
const MAPPING = { product: "product", quantity: "quantity" } as const;
const logOf = (all: readonly Line[]) => transactionLog(all, MAPPING);
const isTold = ({ product }: Line) => product !== null && product !== "POST";
const isPurchase = ({ amount }: Line) => amount >= 0;
const distinct = <T>(values: readonly T[]) => [...new Set(values)];
const customersOf = (all: readonly Line[]) =>
  distinct(all.filter(isPurchase).map(({ customerId }) => customerId));
/** The first customers in one segment, the others in another. */
const place = (all: readonly Line[], cut: number) =>
  customersOf(all).map((customerId, i) => ({ customerId, segment: i < cut ? "first" : "other" }));
const shop = fc.record({
  all: lines,
  cut: fc.integer({ min: 0, max: 6 }),
  minBuyers: fc.integer({ min: 1, max: 3 }),
});

/** n over k. */
const choose = (n: number, k: number): number =>
  k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
/** The chance of exactly so many of a kind in a draw. */
const chance = (x: number, population: number, marked: number, drawn: number) =>
  (choose(marked, x) * choose(population - marked, drawn - x)) / choose(population, drawn);
const atLeast = (x: number, ...urn: [number, number, number]) =>
  Array.from({ length: urn[2] - x + 1 }, (_, i) => chance(x + i, ...urn)).reduce((a, b) => a + b, 0);

/** Step up from the largest p-value, one by one. */
const adjusted = (pValues: readonly number[]) =>
  pValues.map((own) => {
    const reached = pValues
      .filter((p) => p >= own)
      .map((p) => (p * pValues.length) / pValues.filter((q) => q <= p).length);
    return Math.min(1, ...reached);
  });

describe("products", () => {
  it("segmentProducts equals the definitions applied product by product", () => {
    fc.assert(
      fc.property(shop, ({ all, cut, minBuyers }) => {
        const segmented = place(all, cut);
        const own = new Set(
          segmented.filter(({ segment }) => segment === "first").map(({ customerId }) => customerId),
        );
        const options = { minBuyers, exclude: ["POST"] };
        const found = segmentProducts(logOf(all), segmented, "first", options);
        const known = all.filter(({ customerId }) => segmented.some((one) => one.customerId === customerId));
        const buyersOf = (some: readonly Line[], product: unknown) =>
          distinct(
            some
              .filter((one) => one.product === product && isPurchase(one))
              .map(({ customerId }) => customerId),
          ).length;
        const ofSegment = known.filter(({ customerId }) => own.has(customerId));
        const bought = distinct(
          known.filter((one) => isTold(one) && isPurchase(one)).map(({ product }) => product),
        );
        expect(found.customers).toBe(own.size);
        const expected = bought.map((product) => {
          const lines = ofSegment.filter((one) => one.product === product);
          const [buyers, allBuyers] = [buyersOf(ofSegment, product), buyersOf(known, product)];
          const quantities = lines.map(({ quantity }) => quantity);
          const units = quantities.includes(null) ? null : exactSum(quantities as number[]);
          const pValue =
            allBuyers < minBuyers ? null : atLeast(buyers, segmented.length, allBuyers, own.size);
          return {
            product,
            revenue: exactSum(lines.map(({ amount }) => amount)),
            units,
            buyers,
            allBuyers,
            pValue,
          };
        });
        const rows = own.size === 0 ? [] : expected;
        const told = rows.filter(({ buyers, revenue }) => buyers > 0 || revenue !== 0);
        expect(found.byRevenue.map(({ product }) => product).sort()).toEqual(
          told.map(({ product }) => product).sort(),
        );
        const tested = rows.filter(({ pValue }) => pValue !== null);
        expect(found.tested).toBe(tested.length);
        const qValues = adjusted(tested.map(({ pValue }) => pValue as number));
        for (const [i, { product }] of tested.entries()) {
          const row = found.byLift.find((one) => one.product === product);
          expect(row?.qValue).toBeCloseTo(qValues[i], 9);
        }
        for (const row of found.byRevenue) {
          const { pValue, revenue, ...counts } = told.find(
            ({ product }) => product === row.product,
          ) as (typeof told)[number];
          expect(row).toMatchObject(counts);
          expect(row.revenue).toBeCloseTo(revenue, 9);
          expect(row.share).toBeCloseTo(row.buyers / own.size, 12);
          expect(row.lift).toBeCloseTo(row.share / (row.allBuyers / segmented.length), 9);
          if (pValue === null) expect(row.pValue).toBeNull();
          else expect(row.pValue).toBeCloseTo(pValue, 9);
        }
      }),
      RUNS,
    );
  });

  it("segmentProducts loses nothing: products and the rest add up to the monetary value of each segment", () => {
    fc.assert(
      fc.property(shop, fc.constantFrom("net", "match" as const), ({ all, cut }, returns) => {
        const log = transactionLog(all, { ...MAPPING, returns });
        const customers = computeRfm(log, { output: "rows" });
        const segmented = customers.map((row, i) => ({ ...row, segment: i < cut ? "first" : "other" }));
        const value = ({ monetary }: (typeof segmented)[number]) => monetary + 1e6;
        for (const { segment, revenue, customers } of summarizeSegments(segmented, { value })) {
          const products = segmentProducts(log, segmented, segment, { exclude: ["POST"] });
          expect(products.revenue + products.otherRevenue).toBeCloseTo(revenue - customers * 1e6, 6);
          const levels = products.priceLevels.reduce((sum, level) => sum + level.revenue, 0);
          const priced = products.byRevenue.filter(({ price }) => price !== null);
          expect(levels).toBeCloseTo(
            priced.reduce((sum, row) => sum + row.revenue, 0),
            6,
          );
        }
      }),
      RUNS,
    );
  });

  it("segmentProducts sets as many products into each third by price, as far as prices differ", () => {
    fc.assert(
      fc.property(shop, ({ all }) => {
        const segmented = place(all, 9);
        const { byRevenue, priceLevels } = segmentProducts(logOf(all), segmented, "first");
        const priced = byRevenue
          .filter(({ price }) => price !== null)
          .sort((a, b) => Number(a.price) - Number(b.price));
        const RANK = { low: 0, middle: 1, high: 2 };
        priced.forEach((row, i) => {
          if (i === 0) return;
          const [before, level] = [priced[i - 1], row].map(({ priceLevel }) => RANK[priceLevel as "low"]);
          expect(before).toBeLessThanOrEqual(level);
          if (row.price === priced[i - 1].price) expect(before).toBe(level);
        });
        for (const { level, from, to, products } of priceLevels) {
          const inside = priced
            .filter(({ priceLevel }) => priceLevel === level)
            .map(({ price }) => price as number);
          if (inside.length === products) expect([inside[0], inside[products - 1]]).toEqual([from, to]);
        }
        // Of 4 different prices the second is the first cut point, and the third the second: each belongs to the lower third.
        if (new Set(priced.map(({ price }) => price)).size === 4 && priced.length === 4)
          expect(priced.map(({ priceLevel }) => priceLevel)).toEqual(["low", "low", "middle", "high"]);
        // Of 3 different prices each is a level of its own.
        if (new Set(priced.map(({ price }) => price)).size === 3 && priced.length === 3)
          expect(priced.map(({ priceLevel }) => priceLevel)).toEqual(["low", "middle", "high"]);
      }),
      RUNS,
    );
  });

  it("gatewayProducts equals a look at the lines of each customer", () => {
    const options = fc.record({
      days: fc.integer({ min: 1, max: 12 }),
      minCustomers: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(lines, options, (all, { days, minCustomers }) => {
        const lastDay = Math.max(...all.map(({ date }) => dayOf(date)));
        const rank = (id: Line["orderId"]) =>
          id === null ? "0" : typeof id === "number" ? `1${id}` : `2${id}`;
        const key = (one: Line) => `${dayOf(one.date)} ${timeOf(one.date)} ${rank(one.orderId)}`;
        const entrants = customersOf(all).map((customerId) => {
          const own = all.filter((one) => one.customerId === customerId);
          const purchases = own.filter(isPurchase);
          const first = purchases.reduce((best, one) => (key(one) < key(best) ? one : best));
          const inOrder = purchases.filter((one) =>
            first.orderId === null ? key(one) === key(first) : one.orderId === first.orderId,
          );
          const later = own.filter(
            ({ date }) => dayOf(date) > dayOf(first.date) && dayOf(date) <= dayOf(first.date) + days,
          );
          return {
            products: distinct(inOrder.filter(isTold).map(({ product }) => product)),
            followed: dayOf(first.date) + days <= lastDay,
            repeated: later.some(isPurchase),
            spend: exactSum(later.map(({ amount }) => amount)),
          };
        });
        const found = gatewayProducts(logOf(all), { days, minCustomers, exclude: ["POST"] });
        const seen = entrants.filter(({ followed }) => followed);
        const [n, back] = [seen.length, seen.filter(({ repeated }) => repeated).length];
        expect([found.customers, found.followed]).toEqual([entrants.length, n]);
        const products = distinct(entrants.flatMap((one) => one.products));
        expect(found.products.map(({ product }) => product).sort()).toEqual(products.sort());
        for (const row of found.products) {
          const group = entrants.filter(({ products }) => products.includes(row.product as string));
          const followed = group.filter((one) => one.followed);
          const repeated = followed.filter((one) => one.repeated).length;
          expect([row.customers, row.followed, row.repeated]).toEqual([
            group.length,
            followed.length,
            repeated,
          ]);
          if (followed.length > 0) expect(row.repeatRate).toBe(repeated / followed.length);
          if (followed.length < minCustomers) expect(row.laterSpend).toBeNull();
          else {
            const spend = followed.reduce((sum, one) => sum + one.spend, 0) / followed.length;
            expect(row.laterSpend).toBeCloseTo(spend, 6);
            if (row.laterSpendLow !== null) expect(row.laterSpendLow).toBeLessThanOrEqual(spend + 1e-9);
          }
          if (followed.length < minCustomers || followed.length === n) expect(row.pValue).toBeNull();
          else {
            const many = atLeast(repeated, n, back, followed.length);
            const few = atLeast(followed.length - repeated, n, n - back, followed.length);
            expect(row.pValue).toBeCloseTo(Math.min(1, 2 * Math.min(many, few)), 9);
            const rest = (back - repeated) / (n - followed.length);
            expect(row.repeatDifference).toBeCloseTo(repeated / followed.length - rest, 12);
          }
        }
      }),
      RUNS,
    );
  });

  it("basketRules equals a look into every basket, for rules of up to three products", () => {
    const options = fc.record({
      within: fc.constantFrom("order", "customer" as const),
      minSupport: fc.constantFrom(0.01, 0.2, 0.5),
      maxItems: fc.constantFrom(2, 3),
    });
    fc.assert(
      fc.property(lines, options, (all, { within, minSupport, maxItems }) => {
        const baskets = new Map<string, Set<string | number>>();
        all.forEach((one, i) => {
          if (!isPurchase(one) || !isTold(one)) return;
          const order =
            within === "customer"
              ? ""
              : one.orderId === null
                ? `row ${i}`
                : `${typeof one.orderId} ${one.orderId}`;
          const key = `${typeof one.customerId} ${one.customerId} ${order}`;
          baskets.set(key, (baskets.get(key) ?? new Set()).add(one.product as string));
        });
        const count = (items: readonly unknown[]) =>
          [...baskets.values()].filter((basket) => items.every((item) => basket.has(item as string))).length;
        const items = ["tea", "pot", "mug", 7] as const;
        const pairs = items.flatMap((a) => items.flatMap((b) => (a === b ? [] : [[[a], b] as const])));
        const triples = items.flatMap((a, i) =>
          items
            .slice(i + 1)
            .flatMap((b) => items.flatMap((c) => (c === a || c === b ? [] : [[[a, b], c] as const]))),
        );
        const expected = [...pairs, ...(maxItems === 3 ? triples : [])].flatMap(
          ([antecedent, consequent]) => {
            const both = count([...antecedent, consequent]);
            if (both === 0 || both / baskets.size < minSupport) return [];
            return `${[...antecedent].map(String).sort()} > ${consequent}: ${both} ${count(antecedent)} ${count([consequent])}`;
          },
        );
        const { rules, ...found } = basketRules(logOf(all), {
          within,
          minSupport,
          maxItems,
          exclude: ["POST"],
        });
        expect(found.baskets).toBe(baskets.size);
        const ours = rules.map(
          ({ antecedent, consequent, baskets, antecedentBaskets, consequentBaskets }) => {
            return `${antecedent.map(String).sort()} > ${consequent}: ${baskets} ${antecedentBaskets} ${consequentBaskets}`;
          },
        );
        expect(ours.sort()).toEqual(expected.sort());
        for (const rule of rules) {
          expect(rule.lift).toBeCloseTo(rule.confidence / (rule.consequentBaskets / found.baskets), 9);
          const urn = [found.baskets, rule.consequentBaskets, rule.antecedentBaskets] as const;
          expect(rule.pValue).toBeCloseTo(atLeast(rule.baskets, ...urn), 9);
          expect(rule.support).toBeGreaterThanOrEqual(minSupport);
        }
      }),
      RUNS,
    );
  });

  it("a segment's products lead to buyers, and buyers back to the same figures", () => {
    fc.assert(
      fc.property(shop, ({ all, cut }) => {
        const [log, segmented] = [logOf(all), place(all, cut)];
        const own = segmented.filter(({ segment }) => segment === "first");
        for (const row of segmentProducts(log, segmented, "first").byRevenue) {
          const buyers = productBuyers(log, row.product, { customers: own });
          expect(buyers.length).toBe(row.buyers);
          const segment = productSegments(log, segmented, row.product).find((one) => one.segment === "first");
          const { buyers: count, revenue, units, share, lift } = row;
          expect(segment).toMatchObject({ buyers: count, revenue, units, share });
          expect(segment?.lift).toBeCloseTo(lift, 12);
          for (const { customerId, ...purchases } of buyers) {
            const ofCustomer = customerProducts(log, customerId).find(
              ({ product }) => product === row.product,
            );
            expect(ofCustomer).toMatchObject(purchases);
            const ownLines = all.filter(
              (one) => one.customerId === customerId && one.product === row.product,
            );
            const withOrder = ownLines.filter((one) => isPurchase(one) && one.orderId !== null);
            const without = ownLines.filter((one) => isPurchase(one) && one.orderId === null);
            expect(purchases.orders).toBe(
              distinct(withOrder.map(({ orderId }) => orderId)).length + without.length,
            );
          }
        }
      }),
      { numRuns: RUNS.numRuns / 5 },
    );
  });

  it("give the same from any order of the rows", () => {
    fc.assert(
      fc.property(
        lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, mixed]) => {
          const segmented = place(all, 3);
          const both = [logOf(all), logOf(mixed)];
          // Customers without a purchase are nobody's.
          const answers = both.map((log) => ({
            products: segmentProducts(log, segmented, segmented[0].segment, { minBuyers: 1 }),
            gateways: gatewayProducts(log, { days: 3, minCustomers: 1 }),
            rules: basketRules(log, { maxItems: 3 }),
          }));
          expect(answers[1]).toEqual(answers[0]);
        },
      ),
      RUNS,
    );
  });
});

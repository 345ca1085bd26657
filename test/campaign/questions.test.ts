import { scoreCustomers } from "rfm-kit";
import {
  customersWorthReactivating,
  mostProfitableCustomers,
  slippingLoyalCustomers,
} from "rfm-kit/campaign";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const rows = (values: number[]) => values.map((monetary, id) => ({ id, monetary }));
const ids = (answer: { customers: readonly { id: number }[] }) => answer.customers.map(({ id }) => id);

describe("mostProfitableCustomers(customers, options)", () => {
  it("answers with the top fifth by falling value", () => {
    // 40 + 20 of 100, from 2 of 10.
    const customers = rows([1, 40, 3, 20, 6, 10, 12, 2, 4, 2]);
    expect(mostProfitableCustomers(customers)).toEqual({
      answer: "2 of 10 customers (20.0 %) bring 60.0 % of revenue.",
      customers: [customers[1], customers[3]],
      share: 0.2,
      revenue: 60,
      revenueShare: 0.6,
    });
    expect(mostProfitableCustomers(customers).customers[0]).toBe(customers[1]);
  });

  it("rounds the number of customers up, and counts decimal shares exactly", () => {
    const distinct = (n: number) => rows(Array.from({ length: n }, (_, i) => i));
    expect(mostProfitableCustomers(distinct(7)).customers.length).toBe(2);
    expect(mostProfitableCustomers(distinct(100), { top: 0.07 }).customers.length).toBe(7);
    expect(mostProfitableCustomers(distinct(5), { top: 0 }).customers).toEqual([]);
    expect(mostProfitableCustomers(distinct(5), { top: 1 }).customers.length).toBe(5);
    expect(mostProfitableCustomers(distinct(4339), { top: 0.2 }).answer).toMatch(
      /^868 of 4,339 customers \(20\.0 %\) bring/,
    );
  });

  it("takes all who are equal to the last, wherever they stand", () => {
    // A fifth of 5 is one, but two customers have 30.
    const found = mostProfitableCustomers(rows([30, 10, 20, 30, 10]));
    expect(ids(found)).toEqual([0, 3]);
    expect(found.answer).toBe("2 of 5 customers (40.0 %) bring 60.0 % of revenue.");
    expect(mostProfitableCustomers(rows([5, 5, 5])).customers.length).toBe(3);
  });

  it("serves any value of any rows", () => {
    const products = [
      { name: "tea", price: 3, sold: 90 },
      { name: "milk", price: 1, sold: 100 },
    ];
    expect(mostProfitableCustomers(products, { top: 0.5, value: "sold" }).customers).toEqual([products[1]]);
    const byRevenue = mostProfitableCustomers(products, { top: 0.5, value: (row) => row.price * row.sold });
    expect(byRevenue.customers).toEqual([products[0]]);
    // 270 of 370.
    expect(byRevenue.answer).toBe("1 of 2 customers (50.0 %) brings 73.0 % of revenue.");
  });

  it("counts customers whose returns outweigh their purchases, and refuses a total below 0", () => {
    const { revenueShare } = mostProfitableCustomers(rows([60, 50, -10, 0, 0]), { top: 0.4 });
    expect(revenueShare).toBeCloseTo(1.1, 12);
    expectRefusal(() => mostProfitableCustomers(rows([5, -6])), { code: "negativeValue", path: "value" });
  });

  it("answers without customers, and without revenue", () => {
    expect(mostProfitableCustomers(rows([]))).toEqual({
      answer: "There are no customers.",
      customers: [],
      share: 0,
      revenue: 0,
      revenueShare: 0,
    });
    expect(mostProfitableCustomers(rows([0, 0]))).toMatchObject({ share: 1, revenue: 0, revenueShare: 0 });
  });

  it("refuses a percentage, an unknown option and what is no number", () => {
    const call = (options: object, customers: unknown = rows([1, 2])) =>
      mostProfitableCustomers(customers as { monetary: number }[], options);
    expectRefusal(() => call({ top: 20 }), {
      code: "invalidOption",
      path: "top",
      message: "did you mean 0.2?",
    });
    expectRefusal(() => call({ share: 0.2 }), { code: "unknownOption", path: "share" });
    expectRefusal(() => call({ value: "money" }), { code: "unknownColumn", path: "money" });
    expectRefusal(() => call({}, [{ monetary: Number.NaN }]), {
      code: "invalidValue",
      path: "monetary",
      row: 0,
    });
    expectRefusal(() => call({}, "rows"), { code: "invalidInput", path: "customers" });
  });
});

const customer = (id: number, monetary: number, [r, f, m]: readonly [number, number, number]) => ({
  id,
  monetary,
  r,
  f,
  m,
});
const scored = [
  customer(0, 3000, [5, 5, 5]),
  customer(1, 500, [3, 4, 4]),
  customer(2, 900, [2, 5, 5]),
  customer(3, 400, [1, 5, 4]),
  customer(4, 100, [1, 2, 3]),
  customer(5, 80, [1, 1, 5]),
  customer(6, 20, [2, 3, 1]),
];

describe("slippingLoyalCustomers(scored, options)", () => {
  it("answers with those of F 4 to 5 and R 2 to 3, by falling value", () => {
    // 500 + 900 of 5,000, from 2 of 7.
    expect(slippingLoyalCustomers(scored)).toEqual({
      answer: "2 loyal customers (28.6 %) are slipping; they brought 1,400 of revenue, 28.0 %.",
      customers: [scored[2], scored[1]],
      share: 2 / 7,
      revenue: 1400,
      revenueShare: 0.28,
    });
  });

  it("takes other ranges, on FM too, and another value", () => {
    expect(ids(slippingLoyalCustomers(scored, { where: { r: [1, 2], fm: 5 } }))).toEqual([2]);
    expect(ids(slippingLoyalCustomers(scored, { where: { r: [2, 3], m: undefined } }))).toEqual([2, 1, 6]);
    const byScore = slippingLoyalCustomers(scored, { value: (row) => row.r });
    expect(ids(byScore)).toEqual([1, 2]);
    expect(byScore.revenue).toBe(5);
    expect(slippingLoyalCustomers(scored, { value: "f" }).revenue).toBe(9);
  });

  it("speaks of one, of none and of nobody", () => {
    expect(slippingLoyalCustomers(scored.slice(0, 2)).answer).toBe(
      // 500 of 3,500.
      "1 loyal customer (50.0 %) is slipping; they brought 500 of revenue, 14.3 %.",
    );
    const none = slippingLoyalCustomers(scored.slice(0, 1));
    expect(none).toEqual({
      answer: "No loyal customer is slipping.",
      customers: [],
      share: 0,
      revenue: 0,
      revenueShare: 0,
    });
    expect(slippingLoyalCustomers([] as typeof scored)).toMatchObject({
      answer: "There are no customers.",
      share: 0,
      revenueShare: 0,
    });
  });

  it("shows cents where there are any", () => {
    const small = [customer(0, 10.5, [2, 5, 5]), customer(1, 31.5, [5, 5, 5])];
    expect(slippingLoyalCustomers(small).answer).toMatch("10.50 of revenue, 25.0 %.");
  });
});

describe("customersWorthReactivating(scored, options)", () => {
  it("answers with those of R 1 and FM 3 to 5, by falling value", () => {
    // FM of 54, 23 and 15 is 4, 2 and 3: 400 + 80 of 5,000, from 2 of 7.
    expect(customersWorthReactivating(scored)).toEqual({
      answer: "2 inactive customers (28.6 %) are worth reactivating; they brought 480 of revenue, 9.6 %.",
      customers: [scored[3], scored[5]],
      share: 2 / 7,
      revenue: 480,
      revenueShare: 0.096,
    });
  });

  it("speaks of one, of none and of nobody", () => {
    expect(customersWorthReactivating([scored[0], scored[3]]).answer).toBe(
      // 400 of 3,400.
      "1 inactive customer (50.0 %) is worth reactivating; they brought 400 of revenue, 11.8 %.",
    );
    expect(customersWorthReactivating([scored[0]]).answer).toBe(
      "No inactive customer is worth reactivating.",
    );
    expect(customersWorthReactivating([] as typeof scored).answer).toBe("There are no customers.");
  });
});

describe("questions on scores", () => {
  const values = [1, 2, 3, 4, 5, 6].map((i) => ({ id: i, recency: i, frequency: i, monetary: i }));
  const ofFour = scoreCustomers(values, { bins: 4 });

  it("refuse scores of other bins, unless ranges and bins are given for them", () => {
    expectRefusal(() => slippingLoyalCustomers(ofFour as never), {
      code: "binsMismatch",
      path: "r",
      message: "give `bins` and `where` for these scores",
    });
    // Recency falls as frequency rises: R 1 are 5 and 6, R 2 is 4.
    expect(ids(slippingLoyalCustomers(ofFour, { bins: 4, where: { r: [1, 2], f: [3, 4] } }))).toEqual([
      6, 5, 4,
    ]);
    expectRefusal(() => slippingLoyalCustomers(ofFour, { bins: 4 }), {
      code: "invalidOption",
      path: "where",
      message: "ranges on the scores, as the default is made for 5 bins",
    });
    const ofTen = scoreCustomers(values, { bins: 10 });
    expectRefusal(() => slippingLoyalCustomers(ofTen, { bins: 10 }), {
      code: "invalidOption",
      path: "where",
      message: "the default is made for 5 bins",
    });
  });

  it("pass over the bins of a dimension they do not look at", () => {
    const mixed = scoreCustomers(values, { bins: { r: 5, f: 5, m: 3 } });
    expect(slippingLoyalCustomers(mixed).customers.length).toBeGreaterThan(0);
    expectRefusal(() => customersWorthReactivating(mixed as never), { code: "binsMismatch", path: "m" });
    expect(() => customersWorthReactivating(mixed, { bins: { m: 3 }, where: { r: 1, fm: 4 } })).not.toThrow();
  });

  it("check the range of scores where the bins are not known", () => {
    expectRefusal(() => slippingLoyalCustomers([customer(0, 1, [5, 6, 1])]), {
      code: "binsMismatch",
      path: "f",
      row: 0,
    });
    expectRefusal(() => slippingLoyalCustomers([null] as never, { value: () => 1 }), {
      code: "invalidInput",
      path: "customers",
      row: 0,
    });
    expect(slippingLoyalCustomers([customer(0, 1, [2, 4, 99])]).customers.length).toBe(1);
  });

  it.each([
    [{}, "invalidRule", "where"],
    [{ r: undefined }, "invalidRule", "where"],
    [{ R: 1 }, "unknownOption", "where.R"],
    [{ cells: ["55"] }, "unknownOption", "where.cells"],
    ["55", "invalidOption", "where"],
    [{ r: [3, 2] }, "invalidRule", "where.r"],
    [{ r: 6 }, "ruleOutsideBins", "where.r"],
    [{ fm: [0, 3] }, "ruleOutsideBins", "where.fm"],
  ] as const)("refuse %j as ranges", (where, code, path) => {
    expectRefusal(() => customersWorthReactivating(scored, { where } as never), { code, path });
  });

  it("refuse other options, bins and totals that cannot be", () => {
    expectRefusal(() => slippingLoyalCustomers(scored, { when: {} } as never), {
      code: "unknownOption",
      path: "when",
    });
    expectRefusal(() => slippingLoyalCustomers(scored, { bins: 0 }), { code: "invalidBins", path: "bins" });
    expectRefusal(() => slippingLoyalCustomers([customer(0, -1, [2, 4, 4])]), {
      code: "negativeValue",
      path: "value",
    });
    expectRefusal(() => slippingLoyalCustomers(null as never), { code: "invalidInput", path: "customers" });
  });
});

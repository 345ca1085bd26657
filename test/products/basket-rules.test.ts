import { transactionLog } from "rfm-kit";
import { basketRules } from "rfm-kit/products";
import { describe, expect, it } from "vitest";

/** `"ada 1 tea pot"`: what a customer bought in an order. */
const logOf = (...orders: string[]) =>
  transactionLog(
    orders.flatMap((order) => {
      const [customerId, orderId, ...skus] = order.split(" ");
      return skus.map((sku) => ({ customerId, orderId, sku, date: "2024-03-01", amount: 5 }));
    }),
    { product: "sku" },
  );
const log = logOf("a 1 tea pot", "a 2 tea pot mug", "b 3 tea", "b 4 mug", "c 5 tea pot", "c 6 jar");

describe("basketRules(log)", () => {
  it("divides baskets by baskets", () => {
    const { baskets, minBaskets, rules, tested } = basketRules(log, { minSupport: 0.5 });
    expect([baskets, minBaskets, tested]).toEqual([6, 3, 2]);
    const [first, second] = rules;
    expect(first).toMatchObject({
      antecedent: ["pot"],
      consequent: "tea",
      baskets: 3,
      antecedentBaskets: 3,
      consequentBaskets: 4,
      support: 0.5,
      confidence: 1,
      lift: 1.5,
    });
    // 3 of 3 drawn from 6 of whom 4 are marked: 4 · 3 · 2 / (6 · 5 · 4).
    expect(first.pValue).toBeCloseTo(0.2, 12);
    expect(first.confidenceLow).toBeCloseTo(3 / (3 + 1.959963984540054 ** 2), 12);
    expect(second).toMatchObject({ antecedent: ["tea"], consequent: "pot", confidence: 0.75, lift: 1.5 });
    // The same four counts, the other way round.
    expect(second.pValue).toBeCloseTo(0.2, 12);
    expect(second.qValue).toBeCloseTo(0.2, 12);
  });

  it("looks within a customer on request", () => {
    const { baskets, rules } = basketRules(log, { within: "customer", minSupport: 0.6 });
    expect(baskets).toBe(3);
    // Tea and mugs: a and b. Tea and pots: a and c.
    const pairs = rules.map(({ antecedent, consequent, support }) => [
      antecedent.join(),
      consequent,
      support,
    ]);
    expect(pairs).toEqual(
      expect.arrayContaining([
        ["tea", "mug", 2 / 3],
        ["tea", "pot", 2 / 3],
      ]),
    );
    expect(rules.length).toBe(4);
  });

  it("puts more products on the left on request", () => {
    const { rules } = basketRules(log, { minSupport: 0.1, maxItems: 3 });
    const three = rules.filter(({ antecedent }) => antecedent.length === 2);
    expect(three.map(({ antecedent, consequent }) => [antecedent.join(), consequent]).sort()).toEqual([
      ["mug,pot", "tea"],
      ["mug,tea", "pot"],
      ["pot,tea", "mug"],
    ]);
    expect(three.find(({ consequent }) => consequent === "mug")).toMatchObject({
      baskets: 1,
      antecedentBaskets: 3,
      consequentBaskets: 2,
      lift: 1,
    });
  });

  it("leaves out rules of little confidence after testing them, and products that are excluded", () => {
    const { rules, tested } = basketRules(log, { minSupport: 0.5, minConfidence: 0.8 });
    expect(rules.map(({ antecedent }) => antecedent)).toEqual([["pot"]]);
    expect(tested).toBe(2);
    expect(basketRules(log, { minSupport: 0.5, exclude: ["pot"] }).rules).toEqual([]);
  });

  it("scopes an order id to its customer, counts a product once, and no return", () => {
    const shared = logOf("a 1 tea tea", "b 1 pot");
    expect(basketRules(shared)).toMatchObject({ baskets: 2, rules: [] });
    const returned = transactionLog(
      [
        { customerId: "a", orderId: "1", sku: "tea", date: "2024-03-01", amount: 5 },
        { customerId: "a", orderId: "1", sku: "pot", date: "2024-03-01", amount: -5 },
      ],
      { product: "sku" },
    );
    expect(basketRules(returned)).toMatchObject({ baskets: 1, rules: [] });
  });

  it("takes a line without an order id for a basket of its own", () => {
    const lines = ["tea", "pot"].map((sku) => ({
      customerId: "a",
      orderId: null,
      sku,
      date: "2024-03-01",
      amount: 5,
    }));
    const more = { customerId: "a", orderId: "1", sku: "mug", date: "2024-03-01", amount: 5 };
    expect(basketRules(transactionLog([...lines, more], { product: "sku" }))).toMatchObject({
      baskets: 3,
      rules: [],
    });
  });

  it("looks at the customers it is given", () => {
    const { baskets } = basketRules(log, { customers: [{ customerId: "a" }, { customerId: "c" }] });
    expect(baskets).toBe(4);
  });

  it("has no rules of an empty log", () => {
    expect(basketRules(transactionLog([]))).toMatchObject({ baskets: 0, tested: 0, rules: [] });
  });
});

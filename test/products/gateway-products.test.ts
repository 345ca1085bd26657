import { transactionLog } from "rfm-kit";
import { gatewayProducts } from "rfm-kit/products";
import { describe, expect, it } from "vitest";

type Line = [customerId: string, date: string, sku: string, amount?: number, orderId?: string | null];

const logOf = (lines: readonly Line[]) =>
  transactionLog(
    lines.map(([customerId, date, sku, amount = 10, orderId = null]) => ({
      customerId,
      date,
      sku,
      amount,
      orderId,
    })),
    { product: "sku" },
  );
const first = (lines: readonly Line[]) =>
  gatewayProducts(logOf(lines)).products.map(({ product, customers }) => [product, customers]);

describe("gatewayProducts(log)", () => {
  it("takes the order with the earliest purchase, all of it", () => {
    expect(
      first([
        ["a", "2024-03-02 10:00", "pot", 10, "2"],
        ["a", "2024-03-01 09:00", "tea", 10, "1"],
        ["a", "2024-03-03 12:00", "mug", 10, "1"],
      ]),
    ).toEqual([
      ["mug", 1],
      ["tea", 1],
    ]);
  });

  it("takes the smaller id of two orders at one time, whatever the order of the rows", () => {
    const lines: Line[] = [
      ["a", "2024-03-01", "tea", 10, "b"],
      ["a", "2024-03-01", "pot", 10, "a"],
    ];
    expect(first(lines)).toEqual([["pot", 1]]);
    expect(first(lines.toReversed())).toEqual([["pot", 1]]);
  });

  it("takes lines without an order id at one time for one order, before those with one", () => {
    const lines: Line[] = [
      ["a", "2024-03-01", "jar", 10, "1"],
      ["a", "2024-03-01", "tea"],
      ["a", "2024-03-01", "pot"],
      ["a", "2024-03-02", "mug"],
    ];
    expect(first(lines)).toEqual([
      ["pot", 1],
      ["tea", 1],
    ]);
  });

  it("looks past returns, and counts a product of an order once", () => {
    const lines: Line[] = [
      ["a", "2024-03-01", "jar", -5],
      ["a", "2024-03-02", "tea", 10, "1"],
      ["a", "2024-03-02", "tea", 10, "1"],
    ];
    expect(first(lines)).toEqual([["tea", 1]]);
  });

  /** Tea brings four, of whom three come back; mugs bring two, of whom nobody does; one of tea came too late to be followed. */
  const LINES: Line[] = [
    ["a", "2024-01-01", "tea"],
    ["a", "2024-01-31", "pot", 30],
    ["b", "2024-01-01", "tea"],
    ["b", "2024-01-10", "pot", 20],
    ["b", "2024-01-11", "pot", -5],
    ["c", "2024-01-01", "tea"],
    ["c", "2024-01-02", "pot", 10],
    ["d", "2024-01-01", "mug"],
    ["d", "2024-01-01 23:00", "pot", 99],
    ["e", "2024-01-01", "mug"],
    ["e", "2024-02-01", "pot", 50],
    ["f", "2024-02-10", "tea"],
    ["f", "2024-02-20", "tea"],
  ];
  const followed = gatewayProducts(logOf(LINES), { days: 30, minCustomers: 2 });

  it("follows those whom the log shows for as many days", () => {
    expect(followed).toMatchObject({ customers: 6, followed: 5, days: 30, repeatRate: 3 / 5 });
    const [tea, mug] = followed.products;
    expect(tea).toMatchObject({
      product: "tea",
      customers: 4,
      share: 4 / 6,
      followed: 3,
      repeated: 3,
      repeatRate: 1,
    });
    // d bought again on the same day, e a day after the thirtieth.
    expect(mug).toMatchObject({ product: "mug", customers: 2, followed: 2, repeated: 0, repeatRate: 0 });
    expect([tea.repeatDifference, mug.repeatDifference]).toEqual([1, -1]);
    expect(mug.repeatHigh).toBeCloseTo(1 - 2 / (2 + 1.959963984540054 ** 2), 12);
  });

  it("adds up what they spent later, less returns", () => {
    const [tea, mug] = followed.products;
    // 30, 20 − 5 and 10.
    expect(tea.laterSpend).toBeCloseTo(55 / 3, 12);
    expect(tea.laterSpendLow as number).toBeLessThan(55 / 3);
    expect(tea.laterSpendHigh as number).toBeGreaterThan(55 / 3);
    expect([mug.laterSpend, mug.laterSpendLow, mug.laterSpendHigh]).toEqual([0, 0, 0]);
    expect(followed.laterSpend).toBe(11);
  });

  it("tests by Fisher's exact test, on both sides", () => {
    const [tea, mug] = followed.products;
    // All 3 of 3 drawn from 5 of whom 3 are marked: 1 / 10, and the same for none of 2.
    expect(tea.pValue).toBeCloseTo(0.2, 12);
    expect(mug.pValue).toBeCloseTo(0.2, 12);
    expect(tea.qValue).toBeCloseTo(0.2, 12);
    expect([followed.tested, followed.found]).toEqual([2, 0]);
  });

  it("tests nothing of too few, or where there are no others", () => {
    const { products, tested } = gatewayProducts(logOf(LINES), { days: 30, minCustomers: 3 });
    expect(products.map(({ pValue }) => pValue === null)).toEqual([false, true]);
    expect(products[1].laterSpend).toBeNull();
    expect(tested).toBe(1);
    const alone = gatewayProducts(logOf([["a", "2024-01-01", "tea"]]), { days: 1, minCustomers: 1 });
    expect(alone.products[0]).toMatchObject({
      followed: 0,
      repeatRate: null,
      repeatDifference: null,
      pValue: null,
    });
  });

  it("looks at the customers it is given, and no further than asOf", () => {
    const some = gatewayProducts(logOf(LINES), { customers: [{ customerId: "d" }, { customerId: "f" }] });
    expect(some.products.map(({ product }) => product)).toEqual(["mug", "tea"]);
    const early = gatewayProducts(logOf(LINES), { asOf: "2024-01-31", days: 30 });
    expect(early).toMatchObject({ customers: 5, followed: 5 });
    expect(gatewayProducts(logOf(LINES), { asOf: "2024-01-30", days: 30 }).followed).toBe(0);
  });

  it("has nothing to tell of an empty log", () => {
    const none = { customers: 0, followed: 0, repeatRate: null, laterSpend: null, products: [] };
    expect(gatewayProducts(transactionLog([]))).toMatchObject(none);
  });
});

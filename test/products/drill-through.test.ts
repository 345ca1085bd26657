import { transactionLog } from "rfm-kit";
import { customerProducts, productBuyers, productSegments } from "rfm-kit/products";
import { describe, expect, it } from "vitest";

const log = transactionLog(
  [
    { customerId: "a", orderId: "1", date: "2024-03-02", sku: "tea", quantity: 2, amount: 10, name: "Tea" },
    { customerId: "a", orderId: "1", date: "2024-03-02", sku: "tea", quantity: 1, amount: 5, name: "Tea" },
    { customerId: "a", orderId: "2", date: "2024-03-01", sku: "tea", quantity: 1, amount: 5, name: "Tea" },
    { customerId: "a", orderId: "3", date: "2024-03-09", sku: "tea", quantity: -1, amount: -5, name: "Tea" },
    { customerId: "b", orderId: null, date: "2024-03-03", sku: "tea", quantity: 8, amount: 40, name: "Tea" },
    { customerId: "b", orderId: null, date: "2024-03-03", sku: "tea", quantity: 8, amount: 40, name: "Tea" },
    {
      customerId: "c",
      orderId: "4",
      date: "2024-03-04",
      sku: "pot",
      quantity: null,
      amount: 30,
      name: "Pot",
    },
    { customerId: "c", orderId: "5", date: "2024-03-04", sku: "tea", quantity: 1, amount: -5, name: "Tea" },
    { customerId: "a", orderId: "6", date: "2024-03-05", sku: "pot", quantity: 1, amount: 15, name: "Pot" },
    { customerId: "a", orderId: "6", date: "2024-03-05", sku: null, quantity: 1, amount: 99, name: null },
  ],
  { product: "sku", quantity: "quantity", attributes: { name: "name" } },
);
const segmented = [
  { customerId: "a", segment: "loyal" },
  { customerId: "b", segment: "new" },
  { customerId: "c", segment: "new" },
] as const;

describe("productBuyers(log, product)", () => {
  it("counts orders, units, revenue and days of each buyer, by falling revenue", () => {
    expect(productBuyers(log, "tea")).toEqual([
      { customerId: "b", orders: 2, units: 16, revenue: 80, firstDay: "2024-03-03", lastDay: "2024-03-03" },
      { customerId: "a", orders: 2, units: 3, revenue: 15, firstDay: "2024-03-01", lastDay: "2024-03-02" },
    ]);
    expect(productBuyers(log, "pot")[0]).toMatchObject({ customerId: "c", units: null });
  });

  it("looks at some customers, and at some days", () => {
    expect(productBuyers(log, "tea", { customers: [{ customerId: "a" }] }).length).toBe(1);
    expect(productBuyers(log, "tea", { asOf: "2024-03-01" })).toMatchObject([{ orders: 1, revenue: 5 }]);
    expect(productBuyers(log, "tea", { since: "2024-03-04" })).toEqual([]);
  });
});

describe("customerProducts(log, customerId)", () => {
  it("lists what a customer bought, without what is no product", () => {
    const rows = customerProducts(log, "a", { nameFrom: "name" });
    expect(rows).toEqual([
      {
        product: "pot",
        name: "Pot",
        orders: 1,
        units: 1,
        revenue: 15,
        firstDay: "2024-03-05",
        lastDay: "2024-03-05",
      },
      {
        product: "tea",
        name: "Tea",
        orders: 2,
        units: 3,
        revenue: 15,
        firstDay: "2024-03-01",
        lastDay: "2024-03-02",
      },
    ]);
    expect(customerProducts(log, "a", { exclude: ["tea"] }).map(({ product }) => product)).toEqual(["pot"]);
  });
});

describe("productSegments(log, segmented, product)", () => {
  it("says how each segment takes to a product", () => {
    const [loyal, fresh] = productSegments(log, segmented, "tea");
    expect(loyal).toMatchObject({ segment: "loyal", customers: 1, buyers: 1, share: 1, lift: 1.5, units: 3 });
    expect(fresh).toMatchObject({
      segment: "new",
      customers: 2,
      buyers: 1,
      share: 0.5,
      lift: 0.75,
      units: 17,
    });
    // c only gave something back.
    expect([loyal.revenue, fresh.revenue]).toEqual([15, 75]);
    expect([loyal.revenueShare, fresh.revenueShare]).toEqual([15 / 90, 75 / 90]);
    expect(fresh.shareLow).toBeLessThan(0.5);
  });

  it("has no lift where nobody bought", () => {
    expect(productSegments(log, segmented, "pot", { asOf: "2024-03-03" })).toMatchObject([
      { buyers: 0, share: 0, lift: 0, revenueShare: 0 },
      { buyers: 0, share: 0, lift: 0, revenueShare: 0 },
    ]);
  });
});

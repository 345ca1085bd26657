import { transactionLog } from "rfm-kit";
import { segmentProducts } from "rfm-kit/products";
import { describe, expect, it } from "vitest";

interface Line {
  readonly customerId: string;
  readonly sku: string | null;
  readonly amount: number;
  readonly quantity?: number;
  readonly name?: string;
  readonly date?: string;
}

const logOf = (lines: readonly Line[]) =>
  transactionLog(
    lines.map((line) => ({ date: "2024-03-01", quantity: 1, name: null, ...line })),
    { product: "sku", quantity: "quantity", attributes: { name: "name" } },
  );

/** Ten customers: three loyal, of whom all buy tea and one a pot; of the seven others two buy tea and seven a mug. */
const LOYAL = ["a", "b", "c"];
const OTHERS = ["d", "e", "f", "g", "h", "i", "j"];
const LINES: Line[] = [
  ...LOYAL.map((customerId) => ({ customerId, sku: "tea", amount: 10, quantity: 2 })),
  { customerId: "a", sku: "pot", amount: 40, quantity: 1 },
  { customerId: "d", sku: "tea", amount: 10, quantity: 2 },
  { customerId: "e", sku: "tea", amount: 15, quantity: 3 },
  ...OTHERS.map((customerId) => ({ customerId, sku: "mug", amount: 8, quantity: 1 })),
];
const SEGMENTED = [...LOYAL, ...OTHERS].map((customerId) => ({
  customerId,
  segment: LOYAL.includes(customerId) ? ("loyal" as const) : ("other" as const),
}));

describe("segmentProducts(log, segmented, segment)", () => {
  it("counts buyers, adds up revenue and units, and divides shares", () => {
    const products = segmentProducts(logOf(LINES), SEGMENTED, "loyal", { minBuyers: 5 });
    expect(products).toMatchObject({ segment: "loyal", customers: 3, allCustomers: 10, revenue: 70 });
    const [pot, tea] = products.byRevenue;
    expect(pot).toMatchObject({ product: "pot", revenue: 40, units: 1, buyers: 1, allBuyers: 1, price: 40 });
    expect(tea).toMatchObject({ product: "tea", revenue: 30, units: 6, buyers: 3, allBuyers: 5, price: 5 });
    expect([tea.revenueShare, tea.allRevenueShare]).toEqual([30 / 70, 55 / 151]);
    expect([tea.share, tea.lift]).toEqual([1, 2]);
    // 3 of 3 by Wilson: 3 / (3 + 1.959964²) to 1.
    expect(tea.shareLow).toBeCloseTo(3 / (3 + 1.959963984540054 ** 2), 12);
    expect(tea.shareHigh).toBe(1);
    expect(tea.liftLow).toBeCloseTo(tea.shareLow / 0.5, 12);
    expect(tea.liftHigh).toBe(2);
  });

  it("tests those with buyers enough, by Fisher's exact test", () => {
    const { byLift, tested, found, byRevenue } = segmentProducts(logOf(LINES), SEGMENTED, "loyal", {
      minBuyers: 5,
    });
    expect(byLift.map(({ product }) => product)).toEqual(["tea", "mug"]);
    // 3 of 3 drawn from 10 of whom 5 are marked: 5 · 4 · 3 / (10 · 9 · 8).
    expect(byLift[0].pValue).toBeCloseTo(1 / 12, 12);
    expect(byLift[1]).toMatchObject({ buyers: 0, allBuyers: 7, lift: 0, pValue: 1, qValue: 1 });
    // Two were tested: the smaller p-value counts twice.
    expect(byLift[0].qValue).toBeCloseTo(1 / 6, 12);
    expect([tested, found]).toEqual([2, 0]);
    expect(segmentProducts(logOf(LINES), SEGMENTED, "loyal", { minBuyers: 5, level: 0.8 }).found).toBe(1);
    expect(byRevenue[0]).toMatchObject({ product: "pot", pValue: null, qValue: null, lift: 10 / 3 });
  });

  it("sets products into thirds by price, and splits revenue by them", () => {
    const { priceLevels, byRevenue } = segmentProducts(logOf(LINES), SEGMENTED, "loyal");
    // Prices 5, 8 and 40; cut points at 7 and 18 2/3.
    expect(byRevenue.map(({ product, priceLevel }) => [product, priceLevel])).toEqual([
      ["pot", "high"],
      ["tea", "low"],
    ]);
    expect(priceLevels).toEqual([
      {
        level: "low",
        from: 5,
        to: 5,
        products: 1,
        revenue: 30,
        revenueShare: 30 / 70,
        allRevenueShare: 55 / 151,
      },
      {
        level: "middle",
        from: 8,
        to: 8,
        products: 1,
        revenue: 0,
        revenueShare: 0,
        allRevenueShare: 56 / 151,
      },
      {
        level: "high",
        from: 40,
        to: 40,
        products: 1,
        revenue: 40,
        revenueShare: 40 / 70,
        allRevenueShare: 40 / 151,
      },
    ]);
  });

  it("has no price, no units and no levels without quantities", () => {
    const log = transactionLog([{ customerId: "a", date: "2024-03-01", amount: 5, sku: "tea" }], {
      product: "sku",
    });
    const products = segmentProducts(log, [{ customerId: "a", segment: "loyal" }], "loyal");
    expect(products.byRevenue[0]).toMatchObject({ units: null, price: null, priceLevel: null });
    expect(products.priceLevels).toEqual([]);
  });

  it("keeps what is no product, or excluded, apart, so that nothing is lost", () => {
    const log = logOf([
      ...LINES,
      { customerId: "a", sku: null, amount: 7 },
      { customerId: "b", sku: "POST", amount: 3 },
    ]);
    const all = segmentProducts(log, SEGMENTED, "loyal");
    expect([all.revenue, all.otherRevenue]).toEqual([73, 7]);
    for (const exclude of [["POST"], (code: unknown) => code === "POST"]) {
      const { revenue, otherRevenue, byRevenue } = segmentProducts(log, SEGMENTED, "loyal", { exclude });
      expect([revenue, otherRevenue]).toEqual([70, 10]);
      expect(byRevenue.map(({ product }) => product)).toEqual(["pot", "tea"]);
    }
  });

  it("lowers revenue by returns, which make no buyer", () => {
    const back = { customerId: "a", sku: "tea", amount: -4, quantity: -1 };
    const log = logOf([...LINES, back, { ...back, sku: "jar" }]);
    const { byRevenue, revenue, otherRevenue } = segmentProducts(log, SEGMENTED, "loyal");
    expect(byRevenue[1]).toMatchObject({ product: "tea", revenue: 26, units: 5, buyers: 3 });
    // Nobody bought a jar.
    expect([revenue, otherRevenue]).toEqual([66, -4]);
  });

  it("forgets a purchase that a return has undone", () => {
    const lines = [
      { customerId: "a", date: "2024-03-01", amount: 10, sku: "tea" },
      { customerId: "a", date: "2024-03-02", amount: -10, sku: "tea" },
      { customerId: "a", date: "2024-03-02", amount: 5, sku: "mug" },
    ];
    const log = transactionLog(lines, { product: "sku", returns: "match" });
    const productsOn = (asOf?: string) =>
      segmentProducts(log, [{ customerId: "a", segment: "loyal" }], "loyal", { asOf }).byRevenue.map(
        ({ product }) => product,
      );
    expect(productsOn()).toEqual(["mug"]);
    expect(productsOn("2024-03-01")).toEqual(["tea"]);
  });

  it("calls a product by its commonest name, of equally common ones the first", () => {
    const names = [" Green tea ", "TEA", "TEA", "tea box", "tea box"];
    const log = logOf(names.map((name) => ({ customerId: "a", sku: "tea", amount: 1, name })));
    const segmented = [{ customerId: "a", segment: "loyal" }];
    expect(segmentProducts(log, segmented, "loyal", { nameFrom: "name" }).byRevenue[0].name).toBe("TEA");
    expect(segmentProducts(log, segmented, "loyal").byRevenue[0].name).toBeNull();
    const one = logOf([{ customerId: "a", sku: "tea", amount: 1, name: " Green tea " }]);
    expect(segmentProducts(one, segmented, "loyal", { nameFrom: "name" }).byRevenue[0].name).toBe(
      "Green tea",
    );
  });

  it("orders equal products by their codes, numbers first", () => {
    const skus = ["b", "a", 10, 9, 8n];
    const log = transactionLog(
      skus.map((sku) => ({ customerId: "a", date: "2024-03-01", amount: 5, sku })),
      { product: "sku" },
    );
    const { byRevenue, byLift } = segmentProducts(log, [{ customerId: "a", segment: "loyal" }], "loyal", {
      minBuyers: 1,
    });
    expect(byRevenue.map(({ product }) => product)).toEqual([8n, 9, 10, "a", "b"]);
    expect(byLift.map(({ product }) => product)).toEqual([8n, 9, 10, "a", "b"]);
  });

  it("sees the days from since to asOf", () => {
    const log = logOf(
      ["01", "02", "03"].map((day) => ({ customerId: "a", sku: day, amount: 1, date: `2024-03-${day}` })),
    );
    const segmented = [{ customerId: "a", segment: "loyal" }];
    const { byRevenue } = segmentProducts(log, segmented, "loyal", {
      since: "2024-03-02",
      asOf: "2024-03-02",
    });
    expect(byRevenue.map(({ product }) => product)).toEqual(["02"]);
  });

  it("has nothing to tell of a segment without customers, and of an empty log", () => {
    const nobody = segmentProducts(logOf(LINES), SEGMENTED, "none" as "loyal");
    expect(nobody).toMatchObject({ customers: 0, allCustomers: 10, revenue: 0, tested: 0 });
    expect([nobody.byRevenue, nobody.byLift, nobody.priceLevels]).toEqual([[], [], []]);
    const empty = segmentProducts(transactionLog([]), [], "loyal" as never);
    expect(empty).toMatchObject({ customers: 0, allCustomers: 0, revenue: 0, otherRevenue: 0 });
  });
});

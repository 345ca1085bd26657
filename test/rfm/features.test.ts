import { computeRfm, customerFeatures, transactionLog } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const line = (orderId: string | null, date: string, amount: number, rest: object = {}) => {
  return { customerId: "ada", orderId, date, amount, ...rest };
};

/** Three orders, ten and twenty days apart, and a return. */
const lines = [
  line("o1", "2024-01-01", 20, { product: "tea", quantity: 2 }),
  line("o1", "2024-01-01", 10, { product: "milk", quantity: 1 }),
  line("o2", "2024-01-11", 10, { product: "tea", quantity: 1 }),
  line("o3", "2024-01-31", 60, { product: "jam", quantity: 4 }),
  line("credit", "2024-02-05", -15, { product: "jam", quantity: -1 }),
];
const asOf = "2024-02-10";

describe("customerFeatures(transactions)", () => {
  it("gives every figure by its formula", () => {
    expect(customerFeatures(lines, { asOf, recentDays: 15 })).toEqual([
      {
        customerId: "ada",
        recency: 10,
        frequency: 3,
        monetary: 85,
        tenure: 40,
        averageOrderValue: 85 / 3,
        itemsPerOrder: 8 / 3,
        distinctProducts: 3,
        returnRate: 15 / 100,
        meanDaysBetweenOrders: 15,
        // Gaps of 10 and 20 are 5 away from their mean, and have one degree of freedom.
        spreadOfDaysBetweenOrders: expect.closeTo(Math.sqrt(50), 12),
        shareOfRecentSpend: 60 / 100,
      },
    ]);
  });

  it("reads rows, columns and logs alike, with fields named as in computeRfm", () => {
    const expected = customerFeatures(lines, { asOf });
    expect(customerFeatures(transactionLog(lines), { asOf })).toEqual(expected);
    const column = (key: string) => lines.map((row) => Object(row)[key]);
    const columns = {
      who: column("customerId"),
      invoice: column("orderId"),
      sku: column("product"),
      units: column("quantity"),
      at: column("date"),
      total: Float64Array.from(column("amount")),
    };
    const mapping = { customerId: "who", orderId: "invoice", product: "sku", quantity: "units" } as const;
    expect(customerFeatures(columns, { ...mapping, date: "at", amount: "total", asOf })).toEqual(expected);
    expect(customerFeatures([])).toEqual([]);
    expect(customerFeatures([line("credit", "2024-01-01", -5)])).toEqual([]);
  });

  it("lists customers as computeRfm does, those without a purchase left out", () => {
    const of = (customerId: string, date: string, amount: number) => ({ customerId, date, amount });
    const shop = [
      of("cy", "2024-01-02", -5),
      of("bob", "2024-01-09", 5),
      of("ada", "2024-01-05", 8),
      of("cy", "2024-01-20", 3),
    ];
    const ids = (options: object) => customerFeatures(shop, options).map(({ customerId }) => customerId);
    expect(ids({})).toEqual(["cy", "bob", "ada"]);
    expect(ids({ asOf: "2024-01-10" })).toEqual(["bob", "ada"]);
    expect(ids({ since: "2024-01-06" })).toEqual(["cy", "bob"]);
  });

  it("sees the window alone", () => {
    const [ada] = customerFeatures(lines, { since: "2024-01-11", asOf: "2024-02-04" });
    expect(ada).toMatchObject({ frequency: 2, itemsPerOrder: 2.5, distinctProducts: 2, returnRate: 0 });
    expect(ada).toMatchObject({ meanDaysBetweenOrders: 20, spreadOfDaysBetweenOrders: null });
  });
});

describe("baskets", () => {
  const basket = (rows: object[]) => {
    const [{ itemsPerOrder, distinctProducts }] = customerFeatures(rows as typeof lines, { asOf });
    return { itemsPerOrder, distinctProducts };
  };

  it("are unknown without the fields, or where one purchase of the customer lacks them", () => {
    expect(basket([line("o1", "2024-01-01", 1)])).toEqual({ itemsPerOrder: null, distinctProducts: null });
    const known = line("o1", "2024-01-01", 1, { product: "tea", quantity: 2 });
    expect(basket([known, line("o1", "2024-01-01", 1, { product: "tea", quantity: null })])).toEqual({
      itemsPerOrder: null,
      distinctProducts: 1,
    });
    expect(basket([known, line("o1", "2024-01-01", 1, { product: "", quantity: 1 })])).toEqual({
      itemsPerOrder: 3,
      distinctProducts: null,
    });
    const other = { ...line("o2", "2024-01-01", 1), customerId: "bob" };
    expect(basket([known, other])).toEqual({ itemsPerOrder: 2, distinctProducts: 1 });
  });

  it("leave out returns, whatever sign their quantity has", () => {
    const bought = line("o1", "2024-01-01", 9, { product: "tea", quantity: 3 });
    for (const quantity of [-1, 1, null]) {
      const returned = line("credit", "2024-01-02", -3, { product: "jam", quantity });
      expect(basket([bought, returned])).toEqual({ itemsPerOrder: 3, distinctProducts: 1 });
    }
  });

  it("count a product once for each customer, however lines interleave", () => {
    const rows = ["ada", "bob", "ada", "bob", "ada"].map((customerId, i) => {
      return { ...line(`o${i}`, "2024-01-01", 1, { product: i === 4 ? "jam" : "tea" }), customerId };
    });
    expect(customerFeatures(rows).map(({ distinctProducts }) => distinctProducts)).toEqual([2, 1]);
  });

  it("add quantities up without rounding", () => {
    const quantities = [0.1, 1e16, 0.2, -1e16];
    const rows = quantities.map((quantity) => line("o1", "2024-01-01", 1, { quantity }));
    expect(basket(rows).itemsPerOrder).toBe(0.1 + 0.2);
  });
});

describe("the gaps between orders", () => {
  const gaps = (rows: object[], options: object = {}) => {
    const [found] = customerFeatures(rows as typeof lines, { asOf, ...options });
    return [found.meanDaysBetweenOrders, found.spreadOfDaysBetweenOrders];
  };

  it("are none for one order, and have no spread for two", () => {
    expect(gaps(lines.slice(0, 2))).toEqual([null, null]);
    expect(gaps(lines.slice(0, 3))).toEqual([10, null]);
    // Evenly spaced.
    const even = ["2024-01-01", "2024-01-08", "2024-01-15"].map((date, i) => line(`o${i}`, date, 1));
    expect(gaps(even)).toEqual([7, 0]);
  });

  it("begin with the first purchase of each order, in whatever order rows come", () => {
    const rows = [
      line("o2", "2024-01-21", 1),
      line("o1", "2024-01-05", 1),
      line("o2", "2024-01-11", 1),
      line("o1", "2024-01-01", 1),
      line("o2", "2024-01-02", -1),
    ];
    expect(gaps(rows)).toEqual([10, null]);
  });

  it("take rows without an order id for orders of their own, also those of one day", () => {
    const rows = [line(null, "2024-01-01", 1), line(null, "2024-01-01", 1), line(null, "2024-01-03", 1)];
    expect(gaps(rows)).toEqual([1, Math.sqrt(2)]);
    expect(gaps(rows.map(({ orderId, ...row }) => row))).toEqual([1, Math.sqrt(2)]);
  });

  it("keep the orders of customers under one id apart", () => {
    const rows = [
      { ...line("o1", "2024-01-01", 1), customerId: "ada" },
      { ...line("o1", "2024-01-02", 1), customerId: "bob" },
      { ...line("o1", "2024-01-03", 1), customerId: "ada" },
      { ...line("o2", "2024-01-09", 1), customerId: "ada" },
    ];
    expect(customerFeatures(rows).map((customer) => customer.meanDaysBetweenOrders)).toEqual([8, null]);
  });

  it("are parts of days where recency is elapsed", () => {
    const rows = [
      line("o1", "2024-01-01 08:00", 1),
      line("o2", "2024-01-03 20:00", 1),
      line("o3", "2024-01-04 02:00", 1),
    ];
    // 2.5 days and 0.25; half of their difference is 1.125 from the mean.
    expect(gaps(rows, { recency: "elapsed" })).toEqual([1.375, expect.closeTo(1.125 * Math.SQRT2, 12)]);
    expect(gaps(rows)).toEqual([1.5, expect.closeTo(0.5 * Math.SQRT2, 12)]);
  });
});

describe("the return rate", () => {
  const rate = (options: object) => customerFeatures(lines, { asOf, ...options })[0].returnRate;
  const jamBack = line("credit", "2024-02-05", -60, { product: "jam", quantity: -4 });
  const undone = [...lines.slice(0, 4), jamBack];

  it("is the same whether returns are netted or matched, and unknown where they were dropped", () => {
    expect(rate({ returns: "net" })).toBe(0.15);
    expect(rate({ returns: "match" })).toBe(0.15);
    expect(rate({ returns: "drop" })).toBeNull();
    const [netted] = customerFeatures(undone, { asOf });
    const [matched] = customerFeatures(undone, { asOf, returns: "match" });
    expect([netted.returnRate, matched.returnRate]).toEqual([0.6, 0.6]);
    // The undone purchase is gone from all else, as it is from computeRfm.
    expect(matched).toMatchObject({ frequency: 2, monetary: 40, distinctProducts: 2, itemsPerOrder: 2 });
    expect(matched).toMatchObject({ meanDaysBetweenOrders: 10, shareOfRecentSpend: 1 });
  });

  it("undoes the larger of two purchases that differ in nothing else, in whatever order they come", () => {
    const [one, five] = [1, 5].map((quantity) => line(null, "2024-01-01", 10, { product: "tea", quantity }));
    const back = line(null, "2024-01-02", -10, { product: "tea", quantity: -1 });
    for (const rows of [
      [one, five, back],
      [five, one, back],
    ]) {
      expect(customerFeatures(rows, { returns: "match" })[0].itemsPerOrder).toBe(1);
    }
  });

  it("knows a matched return only from its day on, and not where its purchase is hidden", () => {
    const log = transactionLog(undone, { returns: "match" });
    expect(customerFeatures(log, { asOf: "2024-02-04" })[0].returnRate).toBe(0);
    expect(customerFeatures(log, { asOf: "2024-02-05" })[0].returnRate).toBe(0.6);
    const since = transactionLog([...undone, line("o5", "2024-02-06", 5, { product: "tea" })], {
      returns: "match",
    });
    expect(customerFeatures(since, { since: "2024-02-01" })[0].returnRate).toBe(0);
    expect(customerFeatures(since, { since: "2024-01-31" })[0].returnRate).toBe(60 / 65);
  });

  it("is above 1 where more came back than the window saw bought, unknown where nothing was paid", () => {
    const rows = [line("o1", "2024-01-01", 10), line("credit", "2024-01-02", -25)];
    expect(customerFeatures(rows)[0].returnRate).toBe(2.5);
    const gift = customerFeatures([line("o1", "2024-01-01", 0), line("credit", "2024-01-02", -25)]);
    expect(gift[0]).toMatchObject({ returnRate: null, shareOfRecentSpend: null, averageOrderValue: -25 });
  });
});

describe("the share of recent spend", () => {
  const share = (recentDays: number | undefined, options: object = {}) =>
    customerFeatures(lines, { asOf, recentDays, ...options })[0].shareOfRecentSpend;

  it("counts the days that end with asOf, that one included", () => {
    // The last order is 10 days before asOf, the one before it 30, the first 40.
    expect([10, 11, 30, 31, 40, 41].map((days) => share(days))).toEqual([0, 0.6, 0.6, 0.7, 0.7, 1]);
    expect(share(1, { asOf: "2024-01-31" })).toBe(0.6);
    expect(share(undefined)).toBe(1);
    expect(share(undefined, { asOf: "2024-04-15" })).toBe(0.6);
  });

  it("is of purchases alone, and of what computeRfm sees since then", () => {
    const purchases = lines.filter(({ amount }) => amount >= 0);
    const [all] = computeRfm(purchases, { asOf });
    const [recent] = computeRfm(purchases, { asOf, since: "2024-01-12" });
    expect(share(30)).toBe(recent.monetary / all.monetary);
  });
});

describe("customerFeatures refuses", () => {
  const call = (options: object, rows: unknown = lines) => customerFeatures(rows as typeof lines, options);

  it.each([0, -1, 1.5, Number.NaN, "90", null])("recentDays of %j", (recentDays) => {
    const message = 'customerFeatures: "recentDays": expected a whole number of days from 1 up, received';
    expectRefusal(() => call({ recentDays }), { code: "invalidOption", path: "recentDays", message });
  });

  it("what computeRfm refuses, in its own name", () => {
    const message = /^customerFeatures: /;
    expectRefusal(() => call({ recentDay: 3 }), { code: "unknownOption", path: "recentDay", message });
    expectRefusal(() => call({ countBy: "days" }), { code: "unknownOption", path: "countBy", message });
    expectRefusal(() => call({ timeZone: "UTC" }, transactionLog(lines)), {
      code: "unknownOption",
      path: "timeZone",
      message,
    });
    expectRefusal(() => call({ recency: "days" }), { code: "invalidOption", path: "recency", message });
    expectRefusal(() => call({ asOf: "2023-12-31" }), {
      code: "asOfBeforeFirstPurchase",
      path: "asOf",
      message,
    });
    expectRefusal(() => call({ asOf: "31/12/2024" }), { code: "invalidDate", path: "asOf", message });
    expectRefusal(() => call({}, [{ ...lines[0], quantity: "two" }]), {
      code: "invalidQuantity",
      path: "quantity",
      row: 0,
      message,
    });
  });

  it("nothing of frozen input, which it leaves as it is", () => {
    const frozen = Object.freeze(lines.map((row) => Object.freeze({ ...row })));
    expect(customerFeatures(frozen, { asOf })).toEqual(customerFeatures(lines, { asOf }));
    expect(frozen).toEqual(lines);
  });
});

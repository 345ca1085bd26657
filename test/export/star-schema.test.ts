import { defineScheme, transactionLog } from "rfm-kit";
import { starSchema } from "rfm-kit/export";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const ORDERS = [
  { customerId: "bob", date: "2024-12-28", amount: 30, orderId: "o1", product: 7n, quantity: 3 },
  { customerId: "ada", date: "2024-12-30", amount: 20.1, orderId: "o2", product: "tea", quantity: 1 },
  { customerId: "ada", date: "no day", amount: 99, orderId: "o3", product: "lost", quantity: 1 },
  { customerId: "bob", date: "2025-01-02", amount: -10, orderId: null, product: 7n, quantity: -1 },
  { customerId: "cy", date: "2025-01-01", amount: -5, orderId: "o4", product: null, quantity: null },
];
const log = transactionLog(
  ORDERS.map((order, i) => ({
    ...order,
    country: i === 1 ? null : "IT",
    title: [" Pot", "Tea", "?", "Jug", "?"][i],
  })),
  { invalid: "drop", attributes: { country: "country", title: "title" } },
);
const SEGMENTED = [
  { customerId: "ada", segment: "small", monetary: 20.1, recency: 3 },
  { customerId: "bob", segment: "big", monetary: 20, recency: 6 },
  { customerId: "eve", segment: "big", monetary: 40.1, city: "Rome" },
];

describe("starSchema", () => {
  const star = starSchema(log, SEGMENTED, { attributes: ["country"], nameFrom: "title" });

  it("numbers customers as the log has them, then those without a sale", () => {
    const missing = { monetary: null, recency: null, city: null };
    expect(star.customers).toEqual([
      {
        customerKey: 1,
        customerId: "bob",
        segmentKey: 1,
        segment: "big",
        monetary: 20,
        recency: 6,
        city: null,
      },
      {
        customerKey: 2,
        customerId: "ada",
        segmentKey: 2,
        segment: "small",
        monetary: 20.1,
        recency: 3,
        city: null,
      },
      { customerKey: 3, customerId: "cy", segmentKey: 0, segment: "(none)", ...missing },
      {
        customerKey: 4,
        customerId: "eve",
        segmentKey: 1,
        segment: "big",
        monetary: 40.1,
        recency: null,
        city: "Rome",
      },
    ]);
  });

  it("names products by what most of their rows say, the first by alphabet where that is equal", () => {
    expect(star.products).toEqual([
      { productKey: 0, product: null, name: "(none)" },
      { productKey: 1, product: 7n, name: "Jug" },
      { productKey: 2, product: "tea", name: "Tea" },
    ]);
    const days = ["a ", " a", "B", "B ", "B", "", "c"].map((title, i) => ({
      ...{ customerId: 1, date: "2024-01-01", amount: i, product: i === 6 ? "y" : "x", title },
    }));
    const more = transactionLog(days, { attributes: { title: "title" } });
    const names = starSchema(more, [], { nameFrom: "title" }).products.map(({ name }) => name);
    expect(names).toEqual(["(none)", "B", "c"]);
    expect(starSchema(more, []).products.map(({ name }) => name)).toEqual(["(none)", null, null]);
  });

  it("has every calendar day between the first sale and the last", () => {
    expect(star.dates.map(({ date }) => date)).toEqual([
      ...["2024-12-28", "2024-12-29", "2024-12-30", "2024-12-31", "2025-01-01", "2025-01-02"],
    ]);
    // 30 December 2024 is the Monday of the first week of 2025.
    expect(star.dates[2]).toEqual({
      ...{ dateKey: 20241230, date: "2024-12-30", year: 2024, quarter: 4, month: 12, day: 30 },
      ...{ isoYear: 2025, isoWeek: 1, weekday: 1 },
    });
    expect(star.dates.map(({ weekday }) => weekday)).toEqual([6, 7, 1, 2, 3, 4]);
    const years = starSchema(log, SEGMENTED, { dates: "years" });
    expect([years.dates.length, years.dates[0].date, years.dates.at(-1)?.date]).toEqual([
      ...[366 + 365, "2024-01-01", "2025-12-31"],
    ]);
    expect(years.sales.map(({ dateKey }) => dateKey)).toEqual(star.sales.map(({ dateKey }) => dateKey));
  });

  it("lists segments by falling revenue, with the customers that have none", () => {
    // 80.2 in all: 60.1 of bob and eve, 20.1 of ada.
    expect(star.segments).toEqual([
      {
        ...{ segmentKey: 0, segment: "(none)", sortOrder: 3, customers: 1 },
        ...{ share: null, revenue: null, revenueShare: null },
      },
      {
        ...{ segmentKey: 1, segment: "big", sortOrder: 1, customers: 2 },
        ...{ share: 2 / 3, revenue: 60.1, revenueShare: 60.1 / 80.2 },
      },
      {
        ...{ segmentKey: 2, segment: "small", sortOrder: 2, customers: 1 },
        ...{ share: 1 / 3, revenue: 20.1, revenueShare: 20.1 / 80.2 },
      },
    ]);
  });

  it("lists the segments of a scheme in its order, empty ones too", () => {
    const scheme = defineScheme({
      ...{ name: "sizes", bins: { m: 3 }, otherwise: "small" },
      rules: [
        { segment: "huge", m: 3 },
        { segment: "big", m: 2 },
      ],
    });
    const rows = SEGMENTED as { customerId: string; segment: "big" | "small"; monetary: number }[];
    const { segments, customers } = starSchema(log, rows, { scheme, none: "sin segmento" });
    expect(segments.map(({ segment, sortOrder, customers }) => [segment, sortOrder, customers])).toEqual([
      ["sin segmento", 4, 1],
      ["huge", 1, 0],
      ["big", 2, 2],
      ["small", 3, 1],
    ]);
    expect(customers.map(({ segmentKey }) => segmentKey)).toEqual([2, 3, 0, 2]);
    expect(customers[2].segment).toBe("sin segmento");
  });

  it("has a row for each kept row of the log", () => {
    expect(star.sales).toEqual([
      {
        ...{ sale: 0, customerKey: 1, productKey: 1, dateKey: 20241228, segmentKey: 1 },
        ...{ orderId: "o1", quantity: 3, amount: 30, isReturn: false, country: "IT" },
      },
      {
        ...{ sale: 1, customerKey: 2, productKey: 2, dateKey: 20241230, segmentKey: 2 },
        ...{ orderId: "o2", quantity: 1, amount: 20.1, isReturn: false, country: null },
      },
      {
        ...{ sale: 3, customerKey: 1, productKey: 1, dateKey: 20250102, segmentKey: 1 },
        ...{ orderId: null, quantity: -1, amount: -10, isReturn: true, country: "IT" },
      },
      {
        ...{ sale: 4, customerKey: 3, productKey: 0, dateKey: 20250101, segmentKey: 0 },
        ...{ orderId: "o4", quantity: null, amount: -5, isReturn: true, country: "IT" },
      },
    ]);
  });

  it("does without orders, products and quantities, and with nothing at all", () => {
    const plain = transactionLog([{ customerId: 1, date: "2024-01-01", amount: 2 }]);
    const { sales, products } = starSchema(plain, []);
    expect(products).toEqual([{ productKey: 0, product: null, name: "(none)" }]);
    expect(sales[0]).toMatchObject({
      customerKey: 1,
      productKey: 0,
      segmentKey: 0,
      orderId: null,
      quantity: null,
    });
    const empty = starSchema(transactionLog([] as typeof ORDERS), []);
    expect([empty.customers, empty.dates, empty.sales]).toEqual([[], [], []]);
    expect([empty.products.length, empty.segments.length]).toEqual([1, 1]);
    const unsold = starSchema(transactionLog([] as typeof ORDERS), SEGMENTED);
    expect(unsold.customers.map(({ customerKey }) => customerKey)).toEqual([1, 2, 3]);
  });

  it("has no revenue share where revenue is less than nothing, and 0 where it is nothing", () => {
    const of = (monetary: number) =>
      starSchema(log, [{ customerId: "ada", segment: "a", monetary }]).segments[1].revenueShare;
    expect([of(-1), of(0), of(2)]).toEqual([null, 0, 1]);
  });

  it("refuses customers that cannot be", () => {
    const call = (rows: unknown) => () => starSchema(log, rows as typeof SEGMENTED);
    const [ada, bob] = SEGMENTED;
    expectRefusal(call([ada, bob, ada]), { code: "invalidCustomer", path: "customerId", row: 2 });
    expectRefusal(call([{ ...ada, customerId: null }]), {
      code: "missingCustomer",
      path: "customerId",
      row: 0,
    });
    expectRefusal(call([{ ...ada, customerId: {} }]), {
      code: "invalidCustomer",
      path: "customerId",
      row: 0,
    });
    expectRefusal(call([{ ...ada, customerId: 7 }]), {
      ...{ code: "invalidCustomer", path: "customerId" },
      message: "these ids are numbers, those of the log strings",
    } as const);
    expectRefusal(call([{ ...ada, customerId: "zoe" }]), { code: "invalidCustomer", path: "customerId" });
    expectRefusal(call([{ ...ada, segment: 1 }]), { code: "unknownSegment", path: "segment", row: 0 });
    expectRefusal(call([ada, { ...bob, monetary: Number.NaN }]), {
      code: "invalidValue",
      path: "monetary",
      row: 1,
    });
    expectRefusal(call([{ customerId: "ada", segment: "a" }]), {
      code: "unknownColumn",
      path: "monetary",
      row: 0,
    });
    expectRefusal(call([null]), { code: "invalidInput", path: "customers", row: 0 });
    expectRefusal(call({ customerId: ["ada"] }), {
      ...{ code: "invalidInput", path: "customers" },
      message: "these are columns",
    } as const);
  });

  it("refuses options that cannot be, and what is no log", () => {
    const call = (options: object) => () => starSchema(log, SEGMENTED, options);
    expectRefusal(call({ attributes: ["contry"] }), {
      ...{ code: "unknownColumn", path: "attributes[0]" },
      message: 'did you mean "country"?',
    } as const);
    expectRefusal(call({ attributes: "country" }), { code: "invalidOption", path: "attributes" });
    expectRefusal(call({ attributes: ["country", "country"] }), {
      code: "invalidOption",
      path: "attributes[1]",
    });
    expectRefusal(call({ nameFrom: "name" }), { code: "unknownColumn", path: "nameFrom" });
    expectRefusal(call({ none: "big" }), { code: "invalidOption", path: "none" });
    expectRefusal(call({ none: "" }), { code: "invalidOption", path: "none" });
    expectRefusal(call({ dates: "year" }), { code: "invalidOption", path: "dates" });
    expectRefusal(call({ scheme: {} }), { code: "modelKind", path: "scheme.kind" });
    const scheme = defineScheme({ name: "one", bins: { m: 2 }, rules: [], otherwise: "small" });
    expectRefusal(call({ scheme }), { code: "unknownSegment", path: "segment", row: 1 });
    expectRefusal(() => starSchema([] as never, []), { code: "invalidInput", path: "log" });
    const taken = [{ customerId: 1, date: "2024-01-01", amount: 1, amounts: "x" }];
    const clash = transactionLog(taken, { attributes: { isReturn: "amounts" } });
    expectRefusal(() => starSchema(clash, [], { attributes: ["isReturn"] }), {
      ...{ code: "invalidOption", path: "attributes[0]" },
      message: "call it otherwise",
    } as const);
    const far = ["0203-01-01", "2024-01-01"].map((date) => ({ customerId: 1, date, amount: 1 }));
    expectRefusal(() => starSchema(transactionLog(far), []), { code: "invalidDate", path: "date" });
  });
});

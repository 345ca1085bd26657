import { Bool, Dictionary, Int32, makeVector, Utf8, vectorFromArray } from "apache-arrow";
import { computeRfm, transactionLog, type Vector } from "rfm-kit";
import { Temporal } from "temporal-polyfill/full";
import { describe, expect, it } from "vitest";

const rows = [
  { customerId: "ada", orderId: "o1", date: "2024-03-01", amount: 20, country: "PT" },
  { customerId: "bob", orderId: "o2", date: "2024-03-04", amount: 5, country: "BR" },
  { customerId: "ada", orderId: "o1", date: "2024-03-01", amount: 2.5, country: "PT" },
  { customerId: "ada", orderId: "o3", date: "2024-03-07", amount: 10, country: "BR" },
];
const answer = [
  { customerId: "ada", recency: 1, frequency: 2, monetary: 32.5, tenure: 7 },
  { customerId: "bob", recency: 4, frequency: 1, monetary: 5, tenure: 4 },
];
const column = <K extends keyof (typeof rows)[number]>(key: K) => rows.map((row) => row[key]);

describe("transactionLog(rows | columns)", () => {
  it("reads rows with the library's own names without options", () => {
    expect(computeRfm(rows)).toEqual(answer);
    expect(computeRfm(transactionLog(rows))).toEqual(answer);
  });

  it("reads fields by key and by function", () => {
    const lines = rows.map((row) => ({
      who: row.customerId,
      when: row.date,
      q: 2,
      p: row.amount / 2,
      no: row.orderId,
    }));
    const mapping = { customerId: "who", date: "when", orderId: "no" } as const;
    expect(computeRfm(lines, { ...mapping, amount: (line) => line.q * line.p })).toEqual(answer);
    expect(
      computeRfm(lines, {
        customerId: (line) => line.who,
        date: (line) => new Date(line.when),
        amount: (line) => line.q * line.p,
        orderId: (line) => line.no,
      }),
    ).toEqual(answer);
  });

  it("keeps ids apart that are alike as numbers", () => {
    const ids = [
      "7",
      "07",
      7,
      7n,
      "７",
      "+7",
      " 7",
      "7.0",
      "-7",
      -7,
      "0",
      "00",
      0,
      "7".repeat(9),
      "7".repeat(10),
    ];
    const found = computeRfm(ids.map((customerId) => ({ customerId, date: "2024-03-01", amount: 1 })));
    expect(found.map((customer) => customer.customerId)).toEqual(ids);
  });

  it("makes the report once", () => {
    const log = transactionLog(rows);
    expect(log.report).toBe(log.report);
    expect(structuredClone(log).report).toEqual(log.report);
  });

  it("asks a function once a row", () => {
    let calls = 0;
    const ids = ["ada", "bob", "ada"];
    const customers = computeRfm(rows.slice(0, 3), { customerId: () => ids[calls++] });
    expect(calls).toBe(3);
    expect(customers.map((customer) => customer.customerId)).toEqual(["ada", "bob"]);
  });

  it("reads columns of arrays and typed arrays", () => {
    const columns = {
      customerId: column("customerId"),
      orderId: column("orderId"),
      date: Float64Array.from(rows, (row) => Date.parse(row.date)),
      amount: Float32Array.from(rows, (row) => row.amount),
    };
    expect(computeRfm(columns)).toEqual(answer);
  });

  it("reads dictionary columns, and leaves their codes where they are", () => {
    const codes = Uint16Array.of(1, 0, 1, 1);
    const columns = {
      customerId: { codes, values: ["bob", "ada"] },
      orderId: { codes: [0, 1, 0, 2], values: ["o1", "o2", "o3"] },
      date: { codes: [2, 0, 2, 1], values: ["2024-03-04", "2024-03-07", "2024-03-01"] },
      amount: { codes: [0, 1, 2, 3], values: [20, 5, 2.5, 10] },
    };
    const log = transactionLog(columns);
    expect(computeRfm(log)).toEqual(answer);
    expect(log.customers.codes).toBe(codes);
  });

  it("reads dictionary values that repeat as one, and codes without a value as missing", () => {
    const columns = {
      customerId: { codes: [0, 1, 2, 2, null, 7, -1], values: ["ada", "bob", "ada"] },
      orderId: { codes: [0, 1, 0, 2, 0, 0, 0], values: ["o1", "o2", "o3"] },
      date: [...column("date"), "2024-03-08", "2024-03-08", "2024-03-08"],
      amount: [...column("amount"), 1, 1, 1],
    };
    const log = transactionLog(columns, { invalid: "drop" });
    expect(log.report.dropped).toEqual({ missingCustomer: 3 });
    expect(computeRfm(log)).toEqual(answer);
  });

  it("reads Arrow vectors: dictionaries, numbers and dates", () => {
    const date = vectorFromArray(rows.map((row) => new Date(row.date)));
    const customerId = vectorFromArray(column("customerId"), new Dictionary(new Utf8(), new Int32()));
    const orderId = vectorFromArray(column("orderId"), new Utf8());
    const amount = makeVector(Float64Array.from(column("amount")));
    expect(computeRfm({ customerId, orderId, date, amount })).toEqual(answer);
  });

  it("reads dictionaries whose parts are Arrow vectors, as Arrow hands them over", () => {
    const { data } = vectorFromArray(column("customerId"), new Dictionary(new Utf8(), new Int32()));
    const customerId = { codes: data[0].values.subarray(0, 4), values: data[0].dictionary as Vector<string> };
    const orderId = { codes: vectorFromArray([0, 1, 0, 2], new Int32()), values: ["o1", "o2", "o3"] };
    expect(computeRfm({ customerId, orderId, date: column("date"), amount: column("amount") })).toEqual(
      answer,
    );
  });

  it("takes masks in every shape a column has", () => {
    const columns = { customerId: column("customerId"), date: column("date"), amount: column("amount") };
    const masks = [
      [false, false, true, false],
      Uint8Array.of(0, 0, 1, 0),
      vectorFromArray([false, false, true, false], new Bool()),
      { codes: [1, 1, 0, 1], values: [true, false] },
    ];
    for (const small of masks) {
      expect(transactionLog(columns, { exclude: { small } }).report.dropped).toEqual({ small: 1 });
    }
  });

  it("lets functions and rules see a row of the columns, and takes masks", () => {
    const columns = { customerId: column("customerId"), date: column("date"), amount: column("amount") };
    const byRule = transactionLog(columns, { exclude: { small: (row) => row.amount < 4 } });
    const byMask = transactionLog(columns, { exclude: { small: [false, false, true, false] } });
    expect(byRule.report.dropped).toEqual({ small: 1 });
    expect(computeRfm(byMask)).toEqual(computeRfm(byRule));
    const doubled = transactionLog(columns, { amount: (row) => 2 * row.amount });
    expect(doubled.report.amount).toBe(75);
  });

  it.each([
    ["strings", (text: string) => text],
    ["strings with T", (text: string) => `${text}T09:30:00`],
    ["strings with a space", (text: string) => `${text} 09:30`],
    ["strings with an offset", (text: string) => `${text}T09:30:00Z`],
    ["Dates", (text: string) => new Date(text)],
    ["epoch milliseconds", (text: string) => Date.parse(text)],
    ["Temporal.PlainDate", (text: string) => Temporal.PlainDate.from(text)],
    [
      "Temporal.PlainDate of another calendar",
      (text: string) => Temporal.PlainDate.from(text).withCalendar("hebrew"),
    ],
    ["Temporal.PlainDateTime", (text: string) => Temporal.PlainDateTime.from(`${text}T23:59`)],
    ["Temporal.Instant", (text: string) => Temporal.Instant.from(`${text}T12:00Z`)],
    ["Temporal.ZonedDateTime", (text: string) => Temporal.ZonedDateTime.from(`${text}T12:00[Asia/Kolkata]`)],
  ])("reads dates as %s", (_, read) => {
    expect(computeRfm(rows.map((row) => ({ ...row, date: read(row.date) })))).toEqual(answer);
  });

  it('keeps 1 and "1" and 1n apart, and takes ids that are names of Object\'s own', () => {
    const ids = ["1", 1, 1n, "__proto__", "constructor", "toString", "hasOwnProperty"];
    const customers = computeRfm(ids.map((customerId) => ({ customerId, date: "2024-01-01", amount: 1 })));
    expect(customers.map((customer) => customer.customerId)).toEqual(ids);
    const orders = ids.map((orderId) => ({ customerId: "ada", orderId, date: "2024-01-01", amount: 1 }));
    expect(computeRfm([...orders, ...orders])[0].frequency).toBe(ids.length);
    const countries = transactionLog(
      ids.map((country) => ({ customerId: "ada", date: "2024-01-01", amount: 1, country })),
      { attributes: { country: "country" } },
    );
    expect(countries.report.attributes.country.distinct).toBe(ids.length);
  });

  it("profiles attributes, products and quantities", () => {
    const lines = rows.map((row, i) => ({ ...row, product: i % 2 ? "tea" : "milk", quantity: i }));
    const { report, quantities } = transactionLog(lines, { attributes: { land: "country" } });
    expect(report.products).toBe(2);
    expect(Array.from(quantities ?? [])).toEqual([0, 1, 2, 3]);
    expect(report.attributes.land).toEqual({
      distinct: 2,
      totals: [
        { value: "PT", rows: 2, amount: 22.5 },
        { value: "BR", rows: 2, amount: 15 },
      ],
    });
  });

  it("puts attribute values of equal totals in one order, whatever the order of the rows", () => {
    const lines = [1, "1", "b", "a", "a"].map((land, i) => ({
      customerId: i,
      date: "2024-01-01",
      amount: land === "a" ? 0.5 : 1,
      land,
    }));
    const totals = (of: typeof lines) =>
      transactionLog(of, { attributes: { land: "land" } }).report.attributes.land.totals;
    expect(totals(lines).map(({ value }) => value)).toEqual(["a", 1, "1", "b"]);
    expect(totals([...lines].reverse())).toEqual(totals(lines));
  });

  it("reads an accessor that hands out one Date again and again", () => {
    const clock = new Date(0);
    const days = [1, 3];
    const customers = computeRfm(
      days.map((day) => ({ customerId: day, day, amount: 1 })),
      {
        date: ({ day }) => {
          clock.setTime(day * 86_400_000);
          return clock;
        },
      },
    );
    expect(customers.map((customer) => customer.recency)).toEqual([3, 1]);
  });

  it("counts a line without an order id as an order of its own, and says how many there are", () => {
    const lines = [
      { customerId: 1, orderId: "o1", date: "2024-01-01", amount: 1 },
      { customerId: 1, orderId: "o1", date: "2024-01-01", amount: 1 },
      { customerId: 1, orderId: null, date: "2024-01-01", amount: 1 },
      { customerId: 1, orderId: null, date: "2024-01-01", amount: 1 },
    ];
    const log = transactionLog(lines);
    expect(log.report).toMatchObject({ orders: 3, rowsWithoutOrder: 2 });
    expect(computeRfm(log)[0].frequency).toBe(3);
    expect(transactionLog(rows.map(({ orderId, ...row }) => row)).report).toMatchObject({
      orders: 4,
      rowsWithoutOrder: null,
    });
  });

  it("leaves frozen input as it is", () => {
    const frozen = Object.freeze(rows.map((row) => Object.freeze({ ...row })));
    expect(computeRfm(frozen, Object.freeze({ asOf: "2024-03-08" }))).toEqual(answer);
  });

  it("gives empty answers for empty input", () => {
    const nothing: typeof rows = [];
    expect(computeRfm(nothing)).toEqual([]);
    expect(computeRfm({ customerId: [], date: [], amount: [] })).toEqual([]);
    expect(computeRfm(nothing, { asOf: "2024-01-01", recency: "elapsed" })).toEqual([]);
    expect(transactionLog(nothing).report).toMatchObject({
      rowsRead: 0,
      rowsKept: 0,
      firstDay: null,
      amount: 0,
    });
  });
});

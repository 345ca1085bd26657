import { computeRfm, transactionLog } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const good = { customerId: "ada", date: "2024-01-01", amount: 1 };
// What arrives is not always of the declared type: these tests hand over what JavaScript callers do.
const read = (rows: unknown, options: object = {}) => transactionLog(rows as (typeof good)[], options);

describe("a bad row", () => {
  it.each([undefined, null, Number.NaN, ""])("is refused for the missing customer %s", (customerId) => {
    expectRefusal(() => read([good, { ...good, customerId }]), {
      code: "missingCustomer",
      path: "customerId",
      row: 1,
      message: "expected a non-empty string, a number or a bigint",
    });
  });

  it("is refused where the customer's column is not there at all", () => {
    expectRefusal(() => read([{ date: "2024-01-01", amount: 1 }]), {
      code: "missingCustomer",
      path: "customerId",
      row: 0,
      message: 'there are "date", "amount"; name one: customerId: "…"',
    });
  });

  it.each([[{}], [[]], [true], [Symbol("ada")]])(
    "is refused for a customer that identifies nothing",
    (customerId) => {
      expectRefusal(() => read([good, good, { ...good, customerId }]), {
        code: "invalidCustomer",
        path: "customerId",
        row: 2,
      });
    },
  );

  it.each([
    "2024-02-30",
    "2023-02-29",
    "31/12/2024",
    "2024-1-5",
    "yesterday",
    "",
    null,
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    8.65e15,
    new Date(Number.NaN),
    {},
    { year: 2024, month: 1 },
    20240101n,
    true,
  ])("is refused for the date %s", (date) => {
    expectRefusal(() => read([good, { ...good, date }]), { code: "invalidDate", path: "date", row: 1 });
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null, undefined, true])(
    "is refused for the amount %s",
    (amount) => {
      expectRefusal(() => read([good, { ...good, amount }]), {
        code: "invalidAmount",
        path: "amount",
        row: 1,
      });
    },
  );

  it("is refused for an amount that is text, with the mapping that mends it", () => {
    const rows = [{ ...good, total: "12.50", "unit price": "3" }];
    expectRefusal(() => read(rows, { amount: "total" }), {
      code: "invalidAmount",
      path: "amount",
      row: 0,
      message: 'received "12.50" (map it: amount: (row) => Number(row.total))',
    });
    expectRefusal(() => read(rows, { amount: "unit price" }), {
      code: "invalidAmount",
      path: "amount",
      row: 0,
      message: 'amount: (row) => Number(row["unit price"])',
    });
    expect(read(rows, { amount: (row: { total: string }) => Number(row.total) }).report.amount).toBe(12.5);
    expectRefusal(() => read([{ ...good, amount: 12n }]), {
      code: "invalidAmount",
      path: "amount",
      row: 0,
      message: "Number(row.amount)",
    });
  });

  it("is refused for a quantity that is no number, unless there is none", () => {
    expectRefusal(() => read([{ ...good, quantity: "2" }]), {
      code: "invalidQuantity",
      path: "quantity",
      row: 0,
    });
    expect(read([{ ...good, quantity: null }]).report.rowsKept).toBe(1);
  });

  it("is refused for an order or product that identifies nothing, whatever happens to bad rows", () => {
    expectRefusal(() => read([good, { ...good, orderId: {} }], { invalid: "drop" }), {
      code: "invalidValue",
      path: "orderId",
      row: 1,
    });
    expectRefusal(() => read([{ ...good, product: ["tea"] }]), {
      code: "invalidValue",
      path: "product",
      row: 0,
    });
  });

  it("names the column it came from, and the function that was called", () => {
    expectRefusal(
      () => computeRfm([{ CustomerID: "", date: "2024-01-01", amount: 1 }], { customerId: "CustomerID" }),
      {
        code: "missingCustomer",
        path: "customerId",
        row: 0,
        message: /^computeRfm: "customerId" of row 0: .* \(column "CustomerID"\)$/,
      },
    );
  });

  it("is refused where it is no row", () => {
    expectRefusal(() => read([good, null]), { code: "invalidInput", path: "transactions", row: 1 });
    expectRefusal(() => read([good, 7]), { code: "invalidInput", path: "transactions", row: 1 });
    expectRefusal(() => read("rows"), { code: "invalidInput", path: "transactions" });
    expectRefusal(() => read(undefined), { code: "invalidInput", path: "transactions" });
  });

  it("is refused where the input is not there yet, or no array", () => {
    const refuses = (input: unknown, message: string) =>
      expectRefusal(() => computeRfm(input as (typeof good)[]), {
        code: "invalidInput",
        path: "transactions",
        message,
      });
    refuses(Promise.resolve([good]), "(await it)");
    refuses(JSON.stringify([good]), "(JSON.parse it)");
    refuses(new Set([good]), "(spread it into an array)");
    refuses([good].values(), "(spread it into an array)");
    refuses(new Date(), "expected an array of rows");
    refuses({}, "expected at least one column");
    refuses(JSON.parse(JSON.stringify(transactionLog([good]))), "a log does not survive JSON");
    expectRefusal(() => read(transactionLog([good])), {
      code: "invalidInput",
      path: "transactions",
      message: "it is a log already",
    });
    expectRefusal(() => computeRfm([good], new Date() as object), { code: "invalidOption", path: "options" });
  });

  it("is not dropped where a column is missing from all rows: that is a mapping forgotten", () => {
    expectRefusal(() => read([{ customer_id: 1, date: "2024-01-01", amount: 1 }], { invalid: "drop" }), {
      code: "unknownColumn",
      path: "customerId",
      message: "customer_id",
    });
  });

  it("is dropped on request, counted under its first fault, with the first hundred issues", () => {
    const bad = { customerId: "", date: "nonsense", amount: Number.NaN };
    const { report } = read(
      [
        good,
        bad,
        { ...good, date: "?" },
        { ...bad, customerId: 1, date: "2024-01-01" },
        { ...good, amount: 7, customerId: null },
      ],
      { invalid: "drop" },
    );
    expect(report.dropped).toEqual({ missingCustomer: 2, invalidDate: 1, invalidAmount: 1 });
    expect(report.droppedAmounts).toEqual({ missingCustomer: 7, invalidDate: 1, invalidAmount: 0 });
    expect(report.issues.map(({ row, path, code }) => [row, path, code])).toEqual([
      [1, "customerId", "missingCustomer"],
      [2, "date", "invalidDate"],
      [3, "amount", "invalidAmount"],
      [4, "customerId", "missingCustomer"],
    ]);
    expect(report.issues[1].message).toContain('received "?"');
    const many = read(new Array(250).fill(bad), { invalid: "drop" }).report;
    expect([many.issues.length, many.issues[99].row, many.dropped.missingCustomer]).toEqual([100, 99, 250]);
  });
});

describe("bad columns and options", () => {
  it("are refused for unequal lengths, by the name of the column", () => {
    const columns = { customerId: ["a", "b"], date: ["2024-01-01"], amount: [1, 2] };
    expectRefusal(() => transactionLog(columns), {
      code: "unequalLengths",
      path: "date",
      message: 'expected 2 values, as in "customerId", received 1',
    });
    const sound = { ...columns, date: ["2024-01-01", "2024-01-01"] };
    expectRefusal(() => transactionLog(sound, { exclude: { test: [true] } }), {
      code: "unequalLengths",
      path: "exclude.test",
    });
  });

  it("are refused where a column is none", () => {
    expectRefusal(() => read({ customerId: 5, date: [], amount: [] }), {
      code: "invalidInput",
      path: "customerId",
    });
  });

  it("are refused for a misspelt option, with the suggestion", () => {
    expectRefusal(() => read([good], { timezone: "UTC" }), {
      code: "unknownOption",
      path: "timezone",
      message: 'did you mean "timeZone"?',
    });
    expectRefusal(() => computeRfm([good], { asof: "2024-01-01" } as object), {
      code: "unknownOption",
      path: "asof",
      message: 'did you mean "asOf"?',
    });
    expectRefusal(() => read([good], { duplicates: "dorp" }), {
      code: "invalidOption",
      path: "duplicates",
      message: 'did you mean "drop"?',
    });
  });

  it("are refused for a misspelt column, with the suggestion", () => {
    expectRefusal(() => read([{ ...good, InvoiceNo: 1 }], { orderId: "InvoiceNr" }), {
      code: "unknownColumn",
      path: "orderId",
      message: 'received "InvoiceNr" (did you mean "InvoiceNo"?)',
    });
    expectRefusal(() => read([good], { attributes: { land: "country" } }), {
      code: "unknownColumn",
      path: "attributes.land",
    });
  });

  it("are refused for a field, a rule or attributes of the wrong kind", () => {
    expectRefusal(() => read([good], { amount: 5 }), { code: "invalidOption", path: "amount" });
    expectRefusal(() => read([good], { exclude: { test: [true] } }), {
      code: "invalidOption",
      path: "exclude.test",
    });
    expectRefusal(() => read([good], { exclude: [] }), { code: "invalidOption", path: "exclude" });
    expectRefusal(() => read([good], { exclude: { duplicate: () => true } }), {
      code: "invalidOption",
      path: "exclude.duplicate",
    });
    const columns = { customerId: ["a"], date: ["2024-01-01"], amount: [1] };
    expectRefusal(() => read(columns, { exclude: { test: ["false"] } }), {
      code: "invalidOption",
      path: "exclude.test",
      row: 0,
    });
    for (const entry of [null, undefined, Number.NaN, "", 2]) {
      expectRefusal(() => read(columns, { exclude: { test: [entry] } }), {
        code: "invalidOption",
        path: "exclude.test",
        row: 0,
      });
    }
    expectRefusal(() => read([good], { exclude: new Map([["test", () => true]]) }), {
      code: "invalidOption",
      path: "exclude",
    });
    expectRefusal(() => read([good], { attributes: new Map() }), {
      code: "invalidOption",
      path: "attributes",
    });
    expectRefusal(() => read([good], { exclude: { test: async () => false } }), {
      code: "invalidOption",
      path: "exclude.test",
      row: 0,
    });
    expectRefusal(() => read([{ ...good, land: {} }], { attributes: { country: "land" } }), {
      code: "invalidValue",
      path: "attributes.country",
      row: 0,
    });
    expectRefusal(() => read([good], { attributes: ["country"] }), {
      code: "invalidOption",
      path: "attributes",
    });
  });

  it("are refused for an impossible time zone", () => {
    expectRefusal(() => read([good], { timeZone: "Europe/Lodnon" }), {
      code: "invalidTimeZone",
      path: "timeZone",
      message: 'received "Europe/Lodnon"',
    });
  });
});

import { computeRfm, computeRfmFromSummary, type TransactionLog, transactionLog } from "rfm-kit";
import { describe, expectTypeOf, it } from "vitest";

interface Line {
  InvoiceNo: string;
  StockCode: string;
  Quantity: number;
  InvoiceDate: string;
  UnitPrice: number;
  CustomerID: string | null;
  Country: string;
}
declare const lines: Line[];
type CustomerId = number & { readonly brand: "CustomerId" };
declare const branded: { customerId: CustomerId; date: Date; amount: number }[];

const mapping = { customerId: "CustomerID", date: "InvoiceDate" } as const;
const amount = (line: Line) => line.Quantity * line.UnitPrice;

describe("transactionLog", () => {
  it("takes the type of ids from the column, without what is missing", () => {
    expectTypeOf(transactionLog(lines, { ...mapping, amount })).toEqualTypeOf<TransactionLog<string>>();
    expectTypeOf(transactionLog(branded)).toEqualTypeOf<TransactionLog<CustomerId>>();
  });

  it("takes the type of ids from a function's result, and infers its parameter", () => {
    const log = transactionLog(lines, {
      customerId: (line) => {
        expectTypeOf(line).toEqualTypeOf<Line>();
        return line.CustomerID === null ? null : Number(line.CustomerID);
      },
      date: "InvoiceDate",
      amount: (line) => {
        expectTypeOf(line).toEqualTypeOf<Line>();
        return line.UnitPrice;
      },
      exclude: { returned: (line) => line.Quantity <= 0 },
    });
    expectTypeOf(log).toEqualTypeOf<TransactionLog<number>>();
  });

  it("takes rows of differing types, and infers parameters beside a key", () => {
    const mixed = [
      { who: "ada", when: "2024-01-01", price: 2, quantity: 1 },
      { who: null, when: "2024-01-01", price: 2, quantity: 1 },
    ];
    const log = transactionLog(mixed, {
      customerId: "who",
      date: "when",
      amount: (line) => line.price * line.quantity,
      exclude: { returned: (line) => line.quantity <= 0 },
    });
    expectTypeOf(log).toEqualTypeOf<TransactionLog<string>>();
  });

  it("takes rows with optional fields", () => {
    interface Order {
      customerId?: string;
      date?: string;
      amount?: number;
      note?: string;
    }
    const orders: Order[] = [];
    expectTypeOf(transactionLog(orders, { invalid: "drop" })).toEqualTypeOf<TransactionLog<string>>();
    expectTypeOf(computeRfm(orders)[0].customerId).toEqualTypeOf<string>();
  });

  it("takes rows of any type, and options that may be undefined", () => {
    const parsed = JSON.parse("[]");
    transactionLog(parsed);
    computeRfm(parsed);
    const maybe = undefined as string | undefined;
    computeRfm(branded, { asOf: maybe, timeZone: maybe, exclude: undefined });
  });

  it("takes rows of a generic type", () => {
    const wrap = <R extends { customerId: string; date: Date; amount: number }>(rows: readonly R[]) =>
      computeRfm(transactionLog(rows, { timeZone: "UTC" })).length + computeRfm(rows, { decimals: 2 }).length;
    expectTypeOf(wrap([])).toEqualTypeOf<number>();
  });

  it("takes columns that an interface describes", () => {
    interface Table {
      customerId: string[];
      date: Float64Array;
      amount: Float64Array;
    }
    const table: Table = { customerId: [], date: new Float64Array(), amount: new Float64Array() };
    expectTypeOf(transactionLog(table)).toEqualTypeOf<TransactionLog<string>>();
  });

  it("takes columns of every kind", () => {
    const columns = {
      customerId: { codes: new Int32Array(2), values: ["a", "b"] },
      date: new Float64Array(2),
      amount: [1, 2],
      country: { length: 2, get: (_: number): string | null => null },
    };
    const log = transactionLog(columns, {
      attributes: { country: "country" },
      exclude: { test: [true, false] },
    });
    expectTypeOf(log).toEqualTypeOf<TransactionLog<string>>();
    expectTypeOf(transactionLog(columns, { customerId: (row) => row.amount })).toEqualTypeOf<
      TransactionLog<number>
    >();
  });

  it("refuses a misspelt column", () => {
    // @ts-expect-error
    transactionLog(lines, { ...mapping, customerId: "CustomerId", amount });
    // @ts-expect-error
    transactionLog(lines, { ...mapping, amount: "UnitPrize" });
  });

  it("refuses a column that is not a number as the amount", () => {
    // @ts-expect-error
    transactionLog(lines, { ...mapping, amount: "Country" });
    // @ts-expect-error
    transactionLog(lines, { ...mapping, amount, quantity: "Country" });
    // @ts-expect-error
    transactionLog(lines, { ...mapping, amount: (line: Line) => line.Country });
  });

  it("refuses to leave out a field that has no column of its name", () => {
    // @ts-expect-error
    transactionLog(lines, { customerId: "CustomerID", amount });
    // @ts-expect-error
    transactionLog(lines);
  });

  it("refuses a misspelt option and a choice that does not exist", () => {
    // @ts-expect-error
    transactionLog(branded, { timezone: "Europe/London" });
    // @ts-expect-error
    transactionLog(branded, { duplicates: "remove" });
  });

  it("refuses a mask beside rows", () => {
    // @ts-expect-error
    transactionLog(branded, { exclude: { test: [true] } });
  });
});

describe("computeRfmFromSummary", () => {
  const rows = [{ id: 1, since: new Date(), orders: 2, revenue: 3, name: "x" }];
  const mapping = { lastPurchase: "since", frequency: "orders", monetary: "revenue" } as const;

  it("keeps every column and takes the type of ids", () => {
    const [row] = computeRfmFromSummary(rows, { ...mapping, customerId: "id" });
    expectTypeOf(row.customerId).toEqualTypeOf<number>();
    expectTypeOf(row.name).toEqualTypeOf<string>();
  });

  it("refuses a figure that is not named, or no number, and a date as an id", () => {
    // @ts-expect-error
    computeRfmFromSummary(rows, { customerId: "id", lastPurchase: "since", monetary: "revenue" });
    // @ts-expect-error
    computeRfmFromSummary(rows, { ...mapping, customerId: "id", frequency: "name" });
    // @ts-expect-error
    computeRfmFromSummary(rows, { ...mapping, customerId: "since" });
  });
});

describe("computeRfm", () => {
  it("keeps the type of ids, branded ones too", () => {
    expectTypeOf(computeRfm(branded)[0].customerId).toEqualTypeOf<CustomerId>();
    expectTypeOf(computeRfm(transactionLog(branded))[0].customerId).toEqualTypeOf<CustomerId>();
    expectTypeOf(computeRfm(lines, { ...mapping, amount })[0].customerId).toEqualTypeOf<string>();
  });

  it("takes options of both kinds beside rows", () => {
    computeRfm(lines, { ...mapping, amount, asOf: "2011-12-10", decimals: 2, timeZone: "Europe/London" });
  });

  it("refuses a reader's options beside a log, and options that do not exist", () => {
    // @ts-expect-error
    computeRfm(transactionLog(branded), { timeZone: "UTC" });
    // @ts-expect-error
    computeRfm(branded, { asof: "2011-12-10" });
    // @ts-expect-error
    computeRfm(branded, { recency: "calender" });
  });
});

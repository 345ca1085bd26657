import { describe, expect, it } from "vitest";
import { findColumns } from "../../demo/export/columns.js";
import { Failure } from "../../demo/failure.js";

const retail = [
  "InvoiceNo",
  "StockCode",
  "Description",
  "Quantity",
  "InvoiceDate",
  "UnitPrice",
  "CustomerID",
  "Country",
];

function failureOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
  return "no failure";
}

describe("findColumns", () => {
  it("finds the columns of the first Online Retail file", () => {
    expect(findColumns(retail)).toEqual({
      customer: 6,
      order: 0,
      description: 2,
      date: 4,
      quantity: 3,
      product: 1,
      country: 7,
      factors: [3, 5],
    });
  });

  it.each([
    [
      ["Customer ID", "Invoice", "Price", "Quantity", "InvoiceDate"],
      { customer: 0, order: 1, date: 4, quantity: 3 },
      [3, 2],
    ],
    [["customer_id", "date", "cds", "dollars"], { customer: 0, date: 1, quantity: 2 }, [3]],
    [["customer_id", "order_date", "revenue"], { customer: 0, date: 1 }, [2]],
    [
      ["user_id", "transaction-id", "Created_At", "TOTAL", "SKU"],
      { customer: 0, order: 1, date: 2, product: 4 },
      [3],
    ],
    [
      ["timestamp", "CLIENT_ID", "Order Number", "sales", "Item"],
      { customer: 1, order: 2, date: 0, product: 4 },
      [3],
    ],
    [["cust_id", "Date", "Qty", "unit price"], { customer: 0, date: 1, quantity: 2 }, [2, 3]],
  ])("knows %j", (header, places, factors) => {
    const none = { order: undefined, quantity: undefined, product: undefined, country: undefined };
    expect(findColumns(header)).toEqual({ ...none, ...places, factors });
  });

  it("takes a column of amounts rather than quantity × price, unless the price alone is named", () => {
    const header = ["customer", "date", "amount", "quantity", "price"];
    expect(findColumns(header).factors).toEqual([2]);
    expect(findColumns(header, { price: "price" }).factors).toEqual([3, 4]);
    expect(findColumns(header, { price: "price", amount: "amount" }).factors).toEqual([2]);
  });

  it("takes a name as it is given, and does not look further", () => {
    const header = ["id", "customer", "when", "date", "worth"];
    const places = findColumns(header, { customer: "id", date: "when", amount: "worth" });
    expect([places.customer, places.date, places.factors]).toEqual([0, 2, [4]]);
  });

  it("refuses to choose between two columns, unless one is named", () => {
    const header = ["customer_id", "user_id", "date", "amount"];
    expect(failureOf(() => findColumns(header))).toBe(
      'Columns "customer_id", "user_id" may all be the customer: name the one with --customer.',
    );
    expect(findColumns(header, { customer: "user_id" }).customer).toBe(1);
    const dates = ["customer", "order_date", "Order Date", "amount"];
    expect(failureOf(() => findColumns(dates))).toMatch(/"order_date", "Order Date".*--date\.$/);
  });

  it("says which column is missing, which flag names it, and which columns there are", () => {
    expect(failureOf(() => findColumns(["who", "date", "amount"]))).toBe(
      'No column looks like the customer: name it with --customer; the columns are "who", "date", "amount".',
    );
    expect(failureOf(() => findColumns(["customer", "when", "amount"]))).toMatch(/the date.*--date;.*"when"/);
    expect(failureOf(() => findColumns(["customer", "date", "price"]))).toMatch(
      /the amount.*--amount, or --quantity and --price;.*"price"/,
    );
    expect(failureOf(() => findColumns(retail, { customer: "customerid" }))).toMatch(
      /no column "customerid" for --customer;.*"CustomerID"/,
    );
  });
});

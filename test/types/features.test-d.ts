import { type CustomerFeatures, customerFeatures, paretoShare, transactionLog } from "rfm-kit";
import { describe, expectTypeOf, it } from "vitest";

interface Order {
  readonly customerId: number;
  readonly date: string;
  readonly amount: number;
}
type CustomerId = string & { readonly brand: "CustomerId" };
declare const orders: Order[];
declare const branded: { customerId: CustomerId | null; date: Date; amount: number }[];

describe("customerFeatures", () => {
  it("keeps the type of ids, from rows, columns and logs", () => {
    expectTypeOf(customerFeatures(orders)).toEqualTypeOf<CustomerFeatures<number>[]>();
    expectTypeOf(customerFeatures(branded)).toEqualTypeOf<CustomerFeatures<CustomerId>[]>();
    const log = transactionLog(branded);
    expectTypeOf(customerFeatures(log, { recentDays: 30 })).toEqualTypeOf<CustomerFeatures<CustomerId>[]>();
    const columns = { who: ["ada"], at: ["2024-01-01"], sum: Float64Array.of(1) };
    const named = customerFeatures(columns, { customerId: "who", date: "at", amount: "sum", since: 0 });
    expectTypeOf(named).toEqualTypeOf<CustomerFeatures<string>[]>();
    const computed = customerFeatures(orders, { customerId: (order) => String(order.customerId) });
    expectTypeOf(computed).toEqualTypeOf<CustomerFeatures<string>[]>();
  });

  it("says which figures may be unknown", () => {
    const [customer] = customerFeatures(orders);
    expectTypeOf(customer.averageOrderValue).toEqualTypeOf<number>();
    expectTypeOf(customer.returnRate).toEqualTypeOf<number | null>();
    expectTypeOf(customer.meanDaysBetweenOrders).toEqualTypeOf<number | null>();
    paretoShare(customerFeatures(orders), { top: 0.2, value: "averageOrderValue" });
    // @ts-expect-error
    paretoShare(customerFeatures(orders), { top: 0.2, value: "itemsPerOrder" });
  });

  it("refuses missing fields, and options that are not its own", () => {
    // @ts-expect-error
    customerFeatures([{ who: "ada", date: "2024-01-01", amount: 1 }]);
    // @ts-expect-error
    customerFeatures(orders, { recentDay: 30 });
    // @ts-expect-error
    customerFeatures(orders, { recentDays: "30" });
    // @ts-expect-error
    customerFeatures(orders, { countBy: "days" });
    // @ts-expect-error
    customerFeatures(transactionLog(orders), { timeZone: "UTC" });
  });
});

import {
  type CustomerFeatures,
  customerFeatures,
  describeFeatures,
  type FeatureFinding,
  type FeatureReport,
  type FeatureSummary,
  paretoShare,
  transactionLog,
} from "rfm-kit";
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

describe("describeFeatures", () => {
  const features = customerFeatures(orders);

  it("names features as the rows do, but for the customer's id", () => {
    const report = describeFeatures(features);
    type Feature = Exclude<keyof CustomerFeatures, "customerId">;
    expectTypeOf(report).toEqualTypeOf<FeatureReport<Feature>>();
    expectTypeOf(report.summaries[0]).toEqualTypeOf<FeatureSummary<Feature>>();
    expectTypeOf(report.correlations.recency.returnRate).toEqualTypeOf<number | null>();
    expectTypeOf(report.findings[0]).toEqualTypeOf<FeatureFinding<Feature>>();
    // @ts-expect-error
    report.correlations.customerId;
  });

  it("takes the features that are named", () => {
    const report = describeFeatures(features, { features: ["recency", "itemsPerOrder"], redundantAt: 0.8 });
    expectTypeOf(report.summaries[0].feature).toEqualTypeOf<"recency" | "itemsPerOrder">();
    // @ts-expect-error
    report.correlations.monetary;
    // @ts-expect-error
    describeFeatures(features, { features: ["recensy"] });
    // @ts-expect-error
    describeFeatures([{ recency: 1, segment: "new" }], { features: ["segment"] });
    // @ts-expect-error
    describeFeatures(features, { redundant: 0.8 });
  });

  it("tells findings apart", () => {
    const [finding] = describeFeatures(features).findings;
    if (finding.finding === "skewed") {
      expectTypeOf(finding.transform).toEqualTypeOf<"log" | "yeo-johnson">();
    } else if (finding.finding === "redundant") {
      expectTypeOf(finding.features[1]).toEqualTypeOf<Exclude<keyof CustomerFeatures, "customerId">>();
    } else {
      // @ts-expect-error
      finding.correlation;
    }
  });
});

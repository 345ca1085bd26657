import { transactionLog } from "rfm-kit";
import {
  basketRules,
  customerProducts,
  gatewayProducts,
  productBuyers,
  productSegments,
  segmentProducts,
} from "rfm-kit/products";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const rows = [
  { customerId: "a", date: "2024-03-01", amount: 5, sku: "tea", orderId: "1", kind: "x" },
  { customerId: "b", date: "2024-03-02", amount: 5, sku: "pot", orderId: "2", kind: "x" },
];
const log = transactionLog(rows, { product: "sku", attributes: { kind: "kind" } });
const bare = transactionLog([{ customerId: "a", date: "2024-03-01", amount: 5 }]);
const placed = [{ customerId: "a", segment: "loyal" }];
const any = (value: unknown) => value as never;

describe("products refuse", () => {
  it.each([
    ["segmentProducts", (given: never) => segmentProducts(given, placed, "loyal")],
    ["gatewayProducts", (given: never) => gatewayProducts(given)],
    ["basketRules", (given: never) => basketRules(given)],
    ["productBuyers", (given: never) => productBuyers(given, "tea")],
    ["productSegments", (given: never) => productSegments(given, placed, "tea")],
    ["customerProducts", (given: never) => customerProducts(given, any("a"))],
  ])("%s: what is no log, and a log without products", (caller, call) => {
    const refused = { code: "invalidInput", path: "log" } as const;
    expectRefusal(() => call(any(rows)), { ...refused, message: `${caller}: "log": expected a log` });
    expectRefusal(() => call(any(bare)), {
      ...refused,
      message: `${caller}: "log": expected a log with products`,
    });
  });

  it("customers who are not in the log, who come twice, or who have no segment", () => {
    const refused = { code: "invalidCustomer", path: "segmented.customerId" } as const;
    const call = (segmented: unknown) => () => segmentProducts(log, any(segmented), any("loyal"));
    expectRefusal(call([...placed, { customerId: "z", segment: "loyal" }]), { ...refused, row: 1 });
    expectRefusal(call([...placed, ...placed]), { ...refused, row: 1, message: "each customer once" });
    expectRefusal(call([null]), { code: "invalidInput", path: "segmented", row: 0 });
    expectRefusal(call(["ada"]), { code: "invalidInput", path: "segmented", row: 0, message: "customerId" });
    expectRefusal(call("a"), { code: "invalidInput", path: "segmented" });
    expectRefusal(call([{ customerId: "a" }]), { code: "unknownSegment", path: "segmented.segment", row: 0 });
    const numbers = transactionLog([{ ...rows[0], customerId: 7 }], { product: "sku" });
    expectRefusal(() => gatewayProducts(numbers, { customers: any([{ customerId: "7" }]) }), {
      code: "invalidCustomer",
      path: "customers.customerId",
      row: 0,
      message: "the log has the number 7: write the ids of both alike",
    });
  });

  it("a name that is nearly a segment's, and what is no name", () => {
    const refused = { code: "unknownSegment", path: "segment" } as const;
    const call = (segment: unknown) => () => segmentProducts(log, placed, any(segment));
    expectRefusal(call("Loyal"), { ...refused, message: 'did you mean "loyal"?' });
    expectRefusal(call("loyall"), refused);
    expectRefusal(call(undefined), refused);
    expect(call("hibernating")().customers).toBe(0);
  });

  it("names from a log without attributes, with what would give it some", () => {
    expectRefusal(() => gatewayProducts(transactionLog(rows, { product: "sku" }), { nameFrom: "kind" }), {
      code: "unknownColumn",
      path: "nameFrom",
      message: "which has none",
    });
  });

  it("a product that is not in the log", () => {
    const refused = { code: "invalidValue", path: "product" } as const;
    expectRefusal(() => productBuyers(log, "jar"), { ...refused, message: '"jar"' });
    const numbers = transactionLog([{ ...rows[0], sku: 7 }], { product: "sku" });
    expectRefusal(() => productSegments(numbers, placed, "7"), {
      ...refused,
      message: "the log has the number 7",
    });
    expectRefusal(() => customerProducts(log, any("z")), {
      code: "invalidCustomer",
      path: "customerId",
    });
  });

  it("options that are none, or cannot be", () => {
    const refused = { code: "invalidOption" } as const;
    const products = (options: unknown) => () => segmentProducts(log, placed, "loyal", any(options));
    expectRefusal(products({ minBuyer: 5 }), {
      code: "unknownOption",
      path: "minBuyer",
      message: '"minBuyers"',
    });
    expectRefusal(products({ minBuyers: 0 }), { ...refused, path: "minBuyers" });
    expectRefusal(products({ level: 95 }), { ...refused, path: "level", message: "did you mean 0.95?" });
    expectRefusal(products({ exclude: "POST" }), { ...refused, path: "exclude" });
    expectRefusal(products({ exclude: () => 1 }), {
      ...refused,
      path: "exclude",
      message: 'the product "tea"',
    });
    expectRefusal(products({ nameFrom: "kinds" }), {
      code: "unknownColumn",
      path: "nameFrom",
      message: 'did you mean "kind"?',
    });
    expectRefusal(products({ nameFrom: 3 }), { code: "unknownColumn", path: "nameFrom" });
    expectRefusal(products({ asOf: "2024-02-01" }), { code: "asOfBeforeFirstPurchase", path: "asOf" });
    expectRefusal(products({ since: "2024-03-03", asOf: "2024-03-02" }), { ...refused, path: "since" });
    expectRefusal(() => gatewayProducts(log, { days: 0 }), { ...refused, path: "days" });
    expectRefusal(() => gatewayProducts(log, { days: 1.5 }), { ...refused, path: "days" });
    expectRefusal(() => gatewayProducts(log, any({ since: "2024-03-01" })), {
      code: "unknownOption",
      path: "since",
    });
    expectRefusal(() => basketRules(log, { minSupport: 0 }), { ...refused, path: "minSupport" });
    expectRefusal(() => basketRules(log, { minSupport: 5 }), {
      ...refused,
      path: "minSupport",
      message: "0.05",
    });
    expectRefusal(() => basketRules(log, { maxItems: 6 }), { ...refused, path: "maxItems" });
    expectRefusal(() => basketRules(log, any({ within: "orders" })), { ...refused, path: "within" });
  });

  it("baskets of orders where there are no order ids", () => {
    const noOrders = transactionLog([{ customerId: "a", date: "2024-03-01", amount: 5, sku: "tea" }], {
      product: "sku",
    });
    const refused = { code: "invalidInput", path: "log" } as const;
    expectRefusal(() => basketRules(noOrders), { ...refused, message: 'within: "customer"' });
    expect(basketRules(noOrders, { within: "customer" }).baskets).toBe(1);
  });
});

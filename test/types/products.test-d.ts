import type { TenSegment, TransactionLog } from "rfm-kit";
import { customerProducts, gatewayProducts, productBuyers, segmentProducts } from "rfm-kit/products";
import { describe, expectTypeOf, it } from "vitest";

declare const log: TransactionLog<number>;
declare const segmented: { customerId: number; segment: TenSegment }[];

describe("products", () => {
  it("know the segments, and refuse a misspelt one", () => {
    const products = segmentProducts(log, segmented, "champions");
    expectTypeOf(products.segment).toEqualTypeOf<TenSegment>();
    // @ts-expect-error
    segmentProducts(log, segmented, "champion");
  });

  it("keep the type of ids", () => {
    expectTypeOf(productBuyers(log, "tea")[0].customerId).toEqualTypeOf<number>();
    customerProducts(log, 7);
    // @ts-expect-error
    customerProducts(log, "7");
    // @ts-expect-error
    gatewayProducts(log, { customers: [{ customerId: "7" }] });
    // @ts-expect-error
    segmentProducts(log, [{ customerId: "7", segment: "loyal" }], "loyal");
  });
});

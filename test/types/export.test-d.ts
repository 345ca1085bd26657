import {
  computeRfm,
  type SegmentSummary,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  type TenSegment,
  type TransactionLog,
  tenSegments,
  transactionLog,
  valueTiers,
} from "rfm-kit";
import {
  type AnonymisedGroup,
  anonymise,
  type CustomerSegmentationRow,
  customerSegmentationRows,
  starSchema,
  toCsv,
} from "rfm-kit/export";
import { describe, expectTypeOf, it } from "vitest";

type CustomerId = string & { readonly brand: "CustomerId" };
declare const log: TransactionLog<CustomerId>;
declare const customers: { customerId: CustomerId; segment: TenSegment; monetary: number; city: string }[];

describe("starSchema", () => {
  it("keeps the columns of customers, the type of ids and the names of segments", () => {
    const star = starSchema(log, customers, { scheme: tenSegments, attributes: ["country"] });
    expectTypeOf(star.customers[0].customerId).toEqualTypeOf<CustomerId>();
    expectTypeOf(star.customers[0].city).toEqualTypeOf<string | null>();
    expectTypeOf(star.customers[0].segment).toEqualTypeOf<TenSegment | "(none)">();
    expectTypeOf(star.segments[0].segment).toEqualTypeOf<TenSegment | "(none)">();
    expectTypeOf(star.sales[0].country).toEqualTypeOf<string | number | bigint | boolean | null>();
    expectTypeOf(star.sales[0].dateKey).toEqualTypeOf<number>();
    const spanish = starSchema(log, customers, { none: "sin segmento" });
    expectTypeOf(spanish.segments[0].segment).toEqualTypeOf<TenSegment | "sin segmento">();
    // @ts-expect-error
    spanish.sales[0].country;
  });

  it("takes what the flow gives", () => {
    const orders = transactionLog([{ customerId: 1, date: 0, amount: 2 }]);
    const segmented = segmentCustomers(scoreCustomers(computeRfm(orders)));
    const star = starSchema(orders, segmented);
    expectTypeOf(star.customers[0].customerId).toEqualTypeOf<number>();
    expectTypeOf(star.customers[0].rfm).toEqualTypeOf<string | null>();
    expectTypeOf(star.customers[0]).not.toHaveProperty("~bins");
    expectTypeOf(customerSegmentationRows(segmented)).toEqualTypeOf<
      CustomerSegmentationRow<number, TenSegment>[]
    >();
  });

  it("refuses another scheme's segments, ids of another type and rows without a segment", () => {
    // @ts-expect-error
    starSchema(log, customers, { scheme: valueTiers });
    // @ts-expect-error
    starSchema(log, [{ customerId: 1, segment: "new", monetary: 1 }]);
    // @ts-expect-error
    starSchema(log, [{ customerId: "a" as CustomerId, monetary: 1 }]);
  });
});

describe("toCsv", () => {
  it("takes the columns that rows have", () => {
    toCsv(customers, { columns: ["city", "segment"] });
    toCsv(customers, { columns: { city: "Stadt" } });
    // @ts-expect-error
    toCsv(customers, { columns: ["town"] });
    // @ts-expect-error
    toCsv(customers, { columns: { town: "Stadt" } });
    // @ts-expect-error
    toCsv([1]);
  });
});

describe("anonymise", () => {
  it("says by withheld whether figures are told", () => {
    const [group] = anonymise([{ segment: "a" as const, customers: 3, top: true }], { k: 5 });
    if (group.withheld) {
      expectTypeOf(group.customers).toEqualTypeOf<null>();
      expectTypeOf(group.top).toEqualTypeOf<null>();
      expectTypeOf(group.segment).toEqualTypeOf<"a">();
    } else expectTypeOf(group.customers).toEqualTypeOf<number>();
  });

  it("adds the name of what was merged", () => {
    const summary = summarizeSegments(customers.map((row) => ({ ...row, recency: 1, frequency: 1 })));
    const merged = anonymise(summary, { k: 5, how: "merge" });
    expectTypeOf(merged).toEqualTypeOf<AnonymisedGroup<SegmentSummary<TenSegment | "others">>[]>();
    const named = anonymise(summary, { k: 5, how: "merge", name: "resto" });
    expectTypeOf(named[0].segment).toEqualTypeOf<TenSegment | "resto">();
    // @ts-expect-error
    anonymise([{ segment: "a", customers: 3 }], { k: 5, how: "merge" });
    // @ts-expect-error
    anonymise(summary, {});
  });
});

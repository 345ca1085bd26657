import {
  abcClasses,
  computeRfm,
  giniCoefficient,
  paretoShare,
  type RfmAccumulator,
  type RfmCustomer,
  rfmAccumulator,
  type SegmentSummary,
  scoreCustomers,
  segmentCustomers,
  summarizePareto,
  summarizeSegments,
  type TenSegment,
} from "rfm-kit";
import { describe, expectTypeOf, it } from "vitest";

interface Order {
  readonly customerId: number;
  readonly date: string;
  readonly amount: number;
}
declare const orders: Order[];

describe("output", () => {
  it("is rows unless columns are asked for, whatever the input", () => {
    expectTypeOf(computeRfm(orders)).toEqualTypeOf<RfmCustomer<number>[]>();
    const columns = computeRfm(orders, { output: "columns", asOf: "2024-01-01" });
    expectTypeOf(columns.customerId).toEqualTypeOf<readonly number[]>();
    expectTypeOf(columns.tenure).toEqualTypeOf<Float64Array>();
    const named = computeRfm([{ who: "ada", at: "2024-01-01", sum: 1 }], {
      customerId: "who",
      date: "at",
      amount: "sum",
      output: "columns",
    });
    expectTypeOf(named.customerId).toEqualTypeOf<readonly string[]>();
  });

  it("goes through scores and segments with its bins", () => {
    const columns = computeRfm(orders, { output: "columns" });
    const scored = scoreCustomers(columns);
    expectTypeOf(scored.r).toEqualTypeOf<Uint16Array>();
    expectTypeOf(segmentCustomers(scored).segment).toEqualTypeOf<readonly TenSegment[]>();
    const four = scoreCustomers(columns, { bins: 4 });
    // @ts-expect-error
    segmentCustomers(four);
  });
});

describe("customers as columns", () => {
  const columns = computeRfm(orders, { output: "columns" });
  it("are summarised by the names of their columns", () => {
    const segmented = segmentCustomers(scoreCustomers(columns));
    expectTypeOf(summarizeSegments(segmented)).toEqualTypeOf<SegmentSummary<TenSegment>[]>();
    summarizeSegments({ ...segmented, spend: columns.monetary }, { value: "spend" });
    // @ts-expect-error
    summarizeSegments(segmented, { value: "spend" });
    // @ts-expect-error
    summarizeSegments(segmented, { value: "customerId" });
    // @ts-expect-error
    summarizeSegments(columns);
  });

  it("are measured by the names of their columns", () => {
    expectTypeOf(giniCoefficient(columns)).toEqualTypeOf<number>();
    expectTypeOf(
      paretoShare({ spend: columns.monetary }, { value: "spend", top: 0.2 }),
    ).toEqualTypeOf<number>();
    expectTypeOf(abcClasses(columns).customerId).toEqualTypeOf<readonly number[]>();
    expectTypeOf(abcClasses(columns).cumulativeShare).toEqualTypeOf<Float64Array>();
    // @ts-expect-error
    giniCoefficient(columns, { value: "customerId" });
    // @ts-expect-error
    summarizePareto({ spend: columns.monetary });
    // @ts-expect-error
    paretoShare(columns, { value: "spend", top: 0.2 });
  });
});

describe("rfmAccumulator", () => {
  it("knows its rows, its customers and its answer", () => {
    expectTypeOf(rfmAccumulator<Order>()).toEqualTypeOf<RfmAccumulator<Order, number, "rows">>();
    expectTypeOf(rfmAccumulator<Order>().result()).toEqualTypeOf<RfmCustomer<number>[]>();
    rfmAccumulator<Order>().add({ customerId: [1], date: ["2024-01-01"], amount: Float64Array.of(1) });
    // @ts-expect-error
    rfmAccumulator<Order>().add([{ customerId: 1, date: "2024-01-01" }]);
    // @ts-expect-error
    rfmAccumulator<Order>({ since: "2024-01-01" });
    // @ts-expect-error
    rfmAccumulator<{ who: string; date: string; amount: number }>();
    rfmAccumulator<{ who: string; date: string; amount: number }>({ customerId: "who" });
  });
});

import {
  computeRfm,
  type RfmAccumulator,
  type RfmCustomer,
  rfmAccumulator,
  scoreCustomers,
  segmentCustomers,
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

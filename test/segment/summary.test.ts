import { summarizeSegments, tenSegments } from "rfm-kit";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const customer = (segment: string, recency: number, frequency: number, monetary: number) => ({
  segment,
  recency,
  frequency,
  monetary,
});
const customers = [
  customer("new", 1, 1, 20),
  customer("loyal", 10, 4, 100),
  customer("new", 4, 2, 40),
  customer("new", 7, 1, 90),
];

describe("summarizeSegments(segmented, options)", () => {
  it("gives each segment in figures, by falling revenue", () => {
    expect(summarizeSegments(customers)).toEqual([
      {
        segment: "new",
        customers: 3,
        share: 0.75,
        revenue: 150,
        revenueShare: 0.6,
        meanRecency: 4,
        medianRecency: 4,
        meanFrequency: 4 / 3,
        medianFrequency: 1,
        meanMonetary: 50,
        medianMonetary: 40,
        averageOrderValue: 37.5,
      },
      {
        segment: "loyal",
        customers: 1,
        share: 0.25,
        revenue: 100,
        revenueShare: 0.4,
        meanRecency: 10,
        medianRecency: 10,
        meanFrequency: 4,
        medianFrequency: 4,
        meanMonetary: 100,
        medianMonetary: 100,
        averageOrderValue: 25,
      },
    ]);
  });

  it("takes the median of an even number as the mean of the middle two", () => {
    const [summary] = summarizeSegments(customers.map((row) => ({ ...row, segment: "all" })));
    expect([summary.medianRecency, summary.medianFrequency, summary.medianMonetary]).toEqual([5.5, 1.5, 65]);
  });

  it("lists every segment of a scheme in its order, empty ones too", () => {
    const summaries = summarizeSegments(
      customers as ((typeof customers)[number] & { segment: "new" | "loyal" })[],
      { scheme: tenSegments },
    );
    expect(summaries.map((summary) => summary.segment)).toEqual(tenSegments.segments);
    expect(summaries[0]).toEqual({
      segment: "champions",
      customers: 0,
      share: 0,
      revenue: 0,
      revenueShare: 0,
      meanRecency: null,
      medianRecency: null,
      meanFrequency: null,
      medianFrequency: null,
      meanMonetary: null,
      medianMonetary: null,
      averageOrderValue: null,
    });
    expect(summarizeSegments([], { scheme: tenSegments }).length).toBe(10);
    expect(summarizeSegments([])).toEqual([]);
  });

  it("adds up another value, by column or function", () => {
    expect(summarizeSegments(customers, { value: "frequency" })[0]).toMatchObject({
      revenue: 4,
      revenueShare: 0.5,
    });
    const [summary] = summarizeSegments(customers, { value: (row) => row.monetary * row.frequency });
    expect(summary).toMatchObject({ segment: "loyal", revenue: 400, averageOrderValue: 100 });
  });

  it("gives no average of no purchase, and refuses a total below 0", () => {
    expect(summarizeSegments([customer("new", 1, 0, 10)])[0].averageOrderValue).toBeNull();
    expectRefusal(() => summarizeSegments([customer("a", 1, 1, 10), customer("b", 1, 1, -60)]), {
      code: "negativeValue",
      path: "value",
    });
  });

  it("checks the scheme it is given", () => {
    for (const scheme of [null, {}, "ten"]) {
      expectRefusal(() => summarizeSegments(customers, { scheme } as never), {
        code: "modelKind",
        path: "scheme.kind",
      });
    }
    expectRefusal(() => summarizeSegments(customers, { scheme: { ...tenSegments, version: 9 } } as never), {
      code: "modelVersion",
      path: "scheme.version",
    });
  });

  it("gives no share of no revenue", () => {
    expect(summarizeSegments([customer("new", 1, 1, 0)])[0]).toMatchObject({ revenue: 0, revenueShare: 0 });
  });

  it("refuses a segment the scheme does not have, and values that are no numbers", () => {
    expectRefusal(
      () => summarizeSegments([customer("champion", 1, 1, 1)], { scheme: tenSegments as never }),
      {
        code: "unknownSegment",
        path: "segment",
        row: 0,
        message: 'received "champion" (did you mean "champions"?)',
      },
    );
    expectRefusal(() => summarizeSegments([{ ...customer("a", 1, 1, 1), segment: null }] as never), {
      code: "unknownSegment",
      path: "segment",
      row: 0,
    });
    expectRefusal(() => summarizeSegments([customer("a", 1, 1, Number.NaN)]), {
      code: "invalidValue",
      path: "monetary",
      row: 0,
    });
    expectRefusal(() => summarizeSegments(customers, { value: "money" } as never), {
      code: "unknownColumn",
      path: "money",
    });
    expectRefusal(() => summarizeSegments(customers, { values: "money" } as never), {
      code: "unknownOption",
      path: "values",
    });
  });
});

describe("summarizeSegments(columns)", () => {
  const columns = {
    segment: ["new", "loyal", "new"],
    recency: Float64Array.of(1, 9, 4),
    frequency: Float64Array.of(1, 4, 1),
    monetary: Float64Array.of(20, 140, 40),
    profit: Float64Array.of(5, 0, 5),
  };

  it("adds up the column that is named", () => {
    const [first, second] = summarizeSegments(columns, { value: "profit" });
    expect(first).toMatchObject({ segment: "new", revenueShare: 1, meanMonetary: 30, medianRecency: 2.5 });
    expect(second).toMatchObject({ segment: "loyal", revenueShare: 0, averageOrderValue: 0 });
  });

  it("refuses columns of other lengths, and what is no segment", () => {
    const short = { ...columns, segment: ["new"] };
    expectRefusal(() => summarizeSegments(short), { code: "unequalLengths", path: "segment" });
    const value = { ...columns, profit: Float64Array.of(1) };
    expectRefusal(() => summarizeSegments(value, { value: "profit" }), {
      code: "unequalLengths",
      path: "profit",
    });
    const nameless = { ...columns, segment: ["new", 3 as unknown as string, "new"] };
    expectRefusal(() => summarizeSegments(nameless), { code: "unknownSegment", path: "segment", row: 1 });
  });
});

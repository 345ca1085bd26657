import {
  checkScheme,
  crosswalk,
  defineScheme,
  explainSegment,
  fitScores,
  type PublishedSchemeId,
  publishedSchemes,
  scoreCustomers,
  segmentCustomers,
  type TenSegment,
  tenSegments,
} from "rfm-kit";
import { describe, expectTypeOf, it } from "vitest";

declare const customers: { id: string; recency: number; frequency: number; monetary: number }[];
const pair = defineScheme({
  name: "pair",
  bins: { r: 2 },
  rules: [{ segment: "up", r: 2 }],
  otherwise: "down",
});

describe("checkScheme", () => {
  it("names the scheme's own segments", () => {
    expectTypeOf(checkScheme(pair).deadSegments).toEqualTypeOf<readonly ("up" | "down")[]>();
    expectTypeOf(checkScheme(tenSegments).dominance[0].belowSegment).toEqualTypeOf<TenSegment>();
    // @ts-expect-error
    checkScheme(customers);
  });
});

describe("explainSegment", () => {
  it("names the scheme's own segments", () => {
    const explained = explainSegment(customers[0], tenSegments, fitScores(customers));
    expectTypeOf(explained.segment).toEqualTypeOf<TenSegment>();
    expectTypeOf(explained.moves[0].to).toEqualTypeOf<TenSegment>();
    expectTypeOf(explained.rule).toEqualTypeOf<number | null>();
  });

  it("takes a ruler of the scheme's bins only", () => {
    // @ts-expect-error
    explainSegment(customers[0], tenSegments, fitScores(customers, { bins: 4 }));
    // @ts-expect-error
    explainSegment({ recency: 1, frequency: 1 }, tenSegments, fitScores(customers));
    // @ts-expect-error
    explainSegment(customers[0], tenSegments, fitScores(customers), { step: { days: 1 } });
  });
});

describe("publishedSchemes", () => {
  it("keep their segments' published names", () => {
    const { scheme } = publishedSchemes["klaviyo-6"];
    const [segmented] = segmentCustomers(scoreCustomers(customers, { bins: 3 }), scheme);
    expectTypeOf(segmented.segment).toEqualTypeOf<
      "Champions" | "Loyal" | "Recent" | "Needs Attention" | "At Risk" | "Inactive"
    >();
    // @ts-expect-error
    segmentCustomers(scoreCustomers(customers), scheme);
  });

  it("are known by name", () => {
    expectTypeOf<"putler-11">().toExtend<PublishedSchemeId>();
    // @ts-expect-error
    publishedSchemes["putler-12"];
    // @ts-expect-error
    publishedSchemes["putler-11"].date = "2017";
  });
});

describe("crosswalk", () => {
  it("goes from the segments of one scheme to those of the other", () => {
    const [flow] = crosswalk(pair, tenSegments).flows;
    expectTypeOf(flow.from).toEqualTypeOf<"up" | "down">();
    expectTypeOf(flow.to).toEqualTypeOf<TenSegment>();
  });
});

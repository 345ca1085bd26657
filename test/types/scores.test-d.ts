import {
  defineScheme,
  fitScores,
  giniCoefficient,
  lorenzCurve,
  paretoShare,
  type Ruler,
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  type TenSegment,
  tenSegments,
} from "rfm-kit";
import { ntile, pandasQcut, pymcSegments, reconcile, rRfm } from "rfm-kit/compat";
import { describe, expectTypeOf, it } from "vitest";

interface Customer {
  id: string;
  recency: number;
  frequency: number;
  monetary: number;
  country: string;
}
declare const customers: Customer[];
declare const someBins: number;
declare const chosen: Ruler;
declare const values: { recency: number; frequency: number; monetary: number };

const three = defineScheme({
  name: "three",
  bins: 3,
  rules: [{ segment: "gold", r: [2, 3], f: 3 }],
  otherwise: "bronze",
});

describe("scoreCustomers", () => {
  it("adds scores as unions of the bins and keeps every column", () => {
    const [scored] = scoreCustomers(customers);
    expectTypeOf(scored.r).toEqualTypeOf<1 | 2 | 3 | 4 | 5>();
    expectTypeOf(scored.country).toEqualTypeOf<string>();
    expectTypeOf(scored.rfm).toEqualTypeOf<string>();
    expectTypeOf(scoreCustomers(customers, { bins: 4 })[0].m).toEqualTypeOf<1 | 2 | 3 | 4>();
  });

  it("takes bins that differ, from a model as well", () => {
    const model = fitScores(customers, { bins: { r: 3, f: 2 } });
    expectTypeOf(model.bins).toEqualTypeOf<{ readonly r: 3; readonly f: 2; readonly m: 5 }>();
    expectTypeOf(scoreCustomers(customers, model)[0].f).toEqualTypeOf<1 | 2>();
  });

  it("takes bins from custom cut points, one more than they are", () => {
    const model = fitScores(customers, { bins: { m: 4 }, cuts: { recency: [30, 90] } });
    expectTypeOf(model.bins).toEqualTypeOf<{ readonly r: 3; readonly f: 5; readonly m: 4 }>();
    const cuts: number[] = [1, 2];
    expectTypeOf(scoreCustomers(customers, { cuts: { monetary: cuts } })[0].m).toEqualTypeOf<number>();
    // @ts-expect-error
    segmentCustomers(scoreCustomers(customers, { cuts: { frequency: [1, 2] } }));
  });

  it("takes bins known at run time only", () => {
    expectTypeOf(scoreCustomers(customers, { bins: someBins })[0].r).toEqualTypeOf<number>();
  });

  it("replaces a column of its own name", () => {
    const labelled = customers.map((customer) => ({ ...customer, r: "old" }));
    expectTypeOf(scoreCustomers(labelled, { bins: 2 })[0].r).toEqualTypeOf<1 | 2>();
  });

  it("keeps the columns of unions and of rows with an index signature", () => {
    const mixed: ({ kind: "a"; x: 1 } & typeof values)[] | ({ kind: "b"; y: 2 } & typeof values)[] = [];
    const [row] = scoreCustomers<(typeof mixed)[number], { r: 5; f: 5; m: 5 }>(mixed, {} as never);
    if (row.kind === "a") expectTypeOf(row.x).toEqualTypeOf<1>();
    const loose: { recency: number; frequency: number; monetary: number; [key: string]: unknown }[] = [];
    expectTypeOf(scoreCustomers(loose)[0].recency).toEqualTypeOf<number>();
    summarizeSegments(segmentCustomers(scoreCustomers(loose)));
  });

  it("refuses rows without the three values, and what is no number", () => {
    // @ts-expect-error
    scoreCustomers([{ recency: 1, frequency: 2 }]);
    // @ts-expect-error
    scoreCustomers([{ recency: "1", frequency: 2, monetary: 3 }]);
    // @ts-expect-error
    scoreCustomers(customers, { bin: 5 });
    // @ts-expect-error
    fitScores(customers, { cuts: { recent: [1] } });
  });
});

describe("segmentCustomers", () => {
  it("names segments as a union", () => {
    const [segmented] = segmentCustomers(scoreCustomers(customers));
    expectTypeOf(segmented.segment).toEqualTypeOf<TenSegment>();
    expectTypeOf<TenSegment>().toEqualTypeOf<
      | "champions"
      | "loyal"
      | "potential-loyalists"
      | "new"
      | "promising"
      | "need-attention"
      | "about-to-sleep"
      | "at-risk"
      | "cant-lose"
      | "hibernating"
    >();
    const [tiered] = segmentCustomers(scoreCustomers(customers, { bins: 3 }), three);
    expectTypeOf(tiered.segment).toEqualTypeOf<"gold" | "bronze">();
    expectTypeOf(tiered.country).toEqualTypeOf<string>();
  });

  it("takes scores of a filtered, a plain and a dynamic kind", () => {
    segmentCustomers(scoreCustomers(customers).filter((customer) => customer.r > 2));
    segmentCustomers([{ r: 1, f: 2, m: 3 }]);
    segmentCustomers(scoreCustomers(customers, { bins: someBins }), three);
    segmentCustomers(scoreCustomers(customers, { bins: { r: 5, f: 5, m: 3 } }));
  });

  it("refuses scores of other bins", () => {
    // @ts-expect-error
    segmentCustomers(scoreCustomers(customers, { bins: 4 }));
    // @ts-expect-error
    segmentCustomers(scoreCustomers(customers), three);
    // @ts-expect-error
    segmentCustomers(scoreCustomers(customers, { bins: { r: 5, f: 4 } }), tenSegments);
    // @ts-expect-error
    segmentCustomers(customers);
  });
});

describe("defineScheme", () => {
  it("refuses actions for a segment that does not exist", () => {
    defineScheme({
      name: "two",
      bins: 2,
      rules: [{ segment: "a", r: 2 }],
      otherwise: "b",
      // @ts-expect-error
      actions: { c: "never" },
    });
  });

  it("refuses a misspelt axis", () => {
    // @ts-expect-error
    defineScheme({ name: "two", bins: 2, rules: [{ segment: "a", R: 2 }], otherwise: "b" });
  });
});

describe("summarizeSegments", () => {
  it("names segments as the rows do", () => {
    const [summary] = summarizeSegments(segmentCustomers(scoreCustomers(customers)), { scheme: tenSegments });
    expectTypeOf(summary.segment).toEqualTypeOf<TenSegment>();
  });

  it("refuses a misspelt or non-numeric value, and a scheme of other segments", () => {
    const segmented = segmentCustomers(scoreCustomers(customers));
    summarizeSegments(segmented, { value: "frequency" });
    summarizeSegments(segmented, { value: (customer) => customer.country.length });
    // @ts-expect-error
    summarizeSegments(segmented, { value: "monetry" });
    // @ts-expect-error
    summarizeSegments(segmented, { value: "country" });
    // @ts-expect-error
    summarizeSegments(segmented, { scheme: three });
  });
});

describe("the Pareto measures", () => {
  it("serve any rows with a number", () => {
    paretoShare(customers, { top: 0.2 });
    paretoShare([{ product: "tea", sales: 3 }], { top: 0.2, value: "sales" });
    giniCoefficient([1, 2, 3], { value: (x) => x });
    lorenzCurve(customers);
  });

  it("serve rows of a generic type", () => {
    const wrap = <R extends { monetary: number }>(rows: readonly R[]) => paretoShare(rows, { top: 0.2 });
    expectTypeOf(wrap([])).toEqualTypeOf<number>();
  });

  it("refuse a misspelt or non-numeric column, and rows without a value", () => {
    // @ts-expect-error
    paretoShare(customers, { top: 0.2, value: "monetry" });
    // @ts-expect-error
    paretoShare(customers, { top: 0.2, value: "country" });
    // @ts-expect-error
    paretoShare([{ product: "tea", sales: 3 }], { top: 0.2 });
    // @ts-expect-error
    giniCoefficient([{ product: "tea", sales: 3 }]);
    // @ts-expect-error
    paretoShare(customers, {});
  });
});

describe("other tools' scorers", () => {
  it("carry their bins into the scores, and to the scheme", () => {
    expectTypeOf(scoreCustomers(customers, pandasQcut({ bins: 3 }))[0].f).toEqualTypeOf<1 | 2 | 3>();
    expectTypeOf(scoreCustomers(customers, ntile())[0].r).toEqualTypeOf<1 | 2 | 3 | 4 | 5>();
    expectTypeOf(scoreCustomers(customers, pymcSegments())[0].m).toEqualTypeOf<1 | 2 | 3 | 4>();
    const custom = rRfm({ cuts: { recency: [30, 90] } });
    expectTypeOf(scoreCustomers(customers, custom)[0].r).toEqualTypeOf<1 | 2 | 3>();
    expectTypeOf(segmentCustomers(scoreCustomers(customers, ntile()))[0].segment).toEqualTypeOf<TenSegment>();
    // @ts-expect-error
    segmentCustomers(scoreCustomers(customers, ntile({ bins: 4 })));
  });

  it("may be chosen at run time, and then have any bins", () => {
    expectTypeOf(scoreCustomers(customers, chosen)[0].r).toEqualTypeOf<number>();
    expectTypeOf(scoreCustomers(customers, chosen)[0].country).toEqualTypeOf<string>();
  });

  it("take only what the tool has", () => {
    // @ts-expect-error
    pandasQcut({ ties: "last" });
    // @ts-expect-error
    ntile({ ties: "first" });
  });

  it("reconcile customers with their own columns", () => {
    const { differences } = reconcile(customers, { bins: 4 }, ntile({ bins: 4 }));
    expectTypeOf(differences[0].customer).toEqualTypeOf<Customer>();
    expectTypeOf(differences[0].dimension).toEqualTypeOf<"recency" | "frequency" | "monetary">();
  });
});

import { defineScheme, fitScores, type ScoreModel, type TenSegment, valueTiers } from "rfm-kit";
import { pandasQcut } from "rfm-kit/compat";
import { type Migration, migrateSegments } from "rfm-kit/migration";
import { describe, expectTypeOf, it } from "vitest";

type CustomerId = string & { readonly brand: "CustomerId" };
interface Customer {
  customerId: CustomerId;
  recency: number;
  frequency: number;
  monetary: number;
}
declare const before: Customer[];
declare const after: readonly Customer[];
declare const someBins: number;
declare const stored: ScoreModel;

const byMoney = defineScheme({
  name: "money",
  bins: { m: 2 },
  rules: [{ segment: "big", m: 2 }],
  otherwise: "small",
});

describe("migrateSegments", () => {
  it("names segments as the scheme does, and keeps the type of ids", () => {
    const ten = migrateSegments({ before, after });
    expectTypeOf(ten).toEqualTypeOf<Migration<TenSegment, CustomerId>>();
    expectTypeOf(ten.segments[0].drift).toEqualTypeOf<number>();
    expectTypeOf(ten.flows[0].to).toEqualTypeOf<TenSegment | null>();
    expectTypeOf(ten.customers[0].customerId).toEqualTypeOf<CustomerId>();
    const two = migrateSegments({ before, after, scheme: byMoney, ruler: { bins: { m: 2 } } });
    expectTypeOf(two.segments[0].segment).toEqualTypeOf<"big" | "small">();
    const frozen = migrateSegments({ before, after, ruler: fitScores(before), scheme: valueTiers });
    expectTypeOf(frozen.totals.moved).toEqualTypeOf<number>();
  });

  it("says what a scorer cannot tell", () => {
    const notebook = migrateSegments({ before, after, ruler: pandasQcut() });
    expectTypeOf(notebook).toEqualTypeOf<Migration<TenSegment, CustomerId, null>>();
    expectTypeOf(notebook.segments[0].drift).toEqualTypeOf<null>();
    expectTypeOf(notebook.segments[0].after).toEqualTypeOf<number>();
    // @ts-expect-error
    notebook.totals.moved + 1;
  });

  it("refuses rulers of other bins than the scheme's, where they are known", () => {
    migrateSegments({ before, after, ruler: { bins: someBins } });
    migrateSegments({ before, after, ruler: stored });
    migrateSegments({ before, after, ruler: fitScores(before, { bins: { m: 3 } }) });
    // @ts-expect-error
    migrateSegments({ before, after, ruler: { bins: 4 } });
    // @ts-expect-error
    migrateSegments({ before, after, ruler: fitScores(before, { bins: 4 }) });
    // @ts-expect-error
    migrateSegments({ before, after, ruler: pandasQcut({ bins: 4 }) });
    // @ts-expect-error
    migrateSegments({ before, after, ruler: { cuts: { recency: [30] } } });
    // @ts-expect-error
    migrateSegments({ before, after, scheme: byMoney });
  });

  it("refuses misspelt options, and rows that are no customers", () => {
    // @ts-expect-error
    migrateSegments({ before });
    // @ts-expect-error
    migrateSegments({ before, after, rulers: {} });
    // @ts-expect-error
    migrateSegments({ before: [{ customerId: 1, recency: 1 }], after: [] });
    // @ts-expect-error
    migrateSegments({ before: [{ customerId: null, recency: 1, frequency: 1, monetary: 1 }], after: [] });
  });
});

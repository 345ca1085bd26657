import {
  computeRfm,
  defineScheme,
  fitScores,
  type ScoreModel,
  type TenSegment,
  transactionLog,
  valueTiers,
} from "rfm-kit";
import { pandasQcut } from "rfm-kit/compat";
import {
  type CohortPeriod,
  cohortRetention,
  type EarlyWarning,
  earlyWarnings,
  type Migration,
  migrateSegments,
  overdueRule,
  type WarningName,
} from "rfm-kit/migration";
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
    migrateSegments({ before, after: computeRfm(orders) });
    // @ts-expect-error
    migrateSegments({ before, after: computeRfm(orders, { output: "columns" }) });
  });
});

declare const orders: { customerId: CustomerId | null; date: Date; amount: number }[];
declare const exported: { who: number; at: string; cents: number }[];

describe("cohortRetention", () => {
  it("takes rows, columns and logs", () => {
    expectTypeOf(cohortRetention(orders, { by: "month" })).toEqualTypeOf<CohortPeriod[]>();
    cohortRetention(transactionLog(orders), { by: "week", asOf: "2024-03-01" });
    const amount = (row: { cents: number }) => row.cents / 100;
    cohortRetention(exported, { by: "month", customerId: "who", date: "at", amount });
    cohortRetention(exported, {
      by: "week",
      customerId: (row) => {
        expectTypeOf(row).toEqualTypeOf<{ who: number; at: string; cents: number }>();
        return row.who;
      },
      date: "at",
      amount: "cents",
    });
    const columns = { who: ["ada"], at: ["2024-01-01"], sum: Float64Array.of(1) };
    cohortRetention(columns, { by: "month", customerId: "who", date: "at", amount: "sum" });
  });

  it("refuses missing fields and options that are not its own", () => {
    // @ts-expect-error
    cohortRetention(orders);
    // @ts-expect-error
    cohortRetention(orders, { by: "year" });
    // @ts-expect-error
    cohortRetention(exported, { by: "month", customerId: "who", date: "at" });
    // @ts-expect-error
    cohortRetention(exported, { by: "month", customerId: "whom", date: "at", amount: "cents" });
    // @ts-expect-error
    cohortRetention(orders, { by: "month", since: "2024-01-01" });
    // @ts-expect-error
    cohortRetention(transactionLog(orders), { by: "month", timeZone: "UTC" });
  });
});

describe("earlyWarnings", () => {
  it("keeps the type of ids and the names of the rules", () => {
    expectTypeOf(earlyWarnings(orders)).toEqualTypeOf<EarlyWarning<CustomerId, WarningName>[]>();
    const own = earlyWarnings(orders, { rules: [overdueRule, { name: "quiet", silentAtLeast: 30 }] });
    expectTypeOf(own[0].warnings[0]).toEqualTypeOf<"overdue" | "quiet">();
    expectTypeOf(earlyWarnings(transactionLog(orders))[0].customerId).toEqualTypeOf<CustomerId>();
    const named = earlyWarnings(exported, {
      customerId: "who",
      date: "at",
      amount: "cents",
      horizonDays: 30,
    });
    expectTypeOf(named[0].customerId).toEqualTypeOf<number>();
    const computed = earlyWarnings(orders, { customerId: (order) => String(order.customerId) });
    expectTypeOf(computed[0].customerId).toEqualTypeOf<string>();
    const columns = { who: ["ada"], at: ["2024-01-01"], sum: Float64Array.of(1) };
    const found = earlyWarnings(columns, { customerId: "who", date: "at", amount: "sum" });
    expectTypeOf(found[0].customerId).toEqualTypeOf<string>();
    expectTypeOf(found[0].probability).toEqualTypeOf<number | null>();
  });

  it("refuses rules that are none, and options that are not its own", () => {
    // @ts-expect-error
    earlyWarnings(orders, { rules: [{ silentAtLeast: 3 }] });
    // @ts-expect-error
    earlyWarnings(orders, { rules: [{ name: "quiet", silent: 3 }] });
    // @ts-expect-error
    earlyWarnings(orders, { rules: overdueRule });
    // @ts-expect-error
    earlyWarnings(orders, { horizonDays: "90" });
    // @ts-expect-error
    earlyWarnings(exported);
    // @ts-expect-error
    overdueRule.purchasesAtLeast = 3;
  });
});

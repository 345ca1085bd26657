import {
  computeRfm,
  customerFeatures,
  defineScheme,
  type ScoreModel,
  transactionLog,
  valueTiers,
} from "rfm-kit";
import { type ClusterModel, fitClusters } from "rfm-kit/cluster";
import { ntile } from "rfm-kit/compat";
import {
  defineProgramme,
  evaluateProgramme,
  type LoyaltyProgramme,
  type MemberFigures,
  type ProgrammeConditions,
  testHypothesis,
} from "rfm-kit/loyalty";
import { describe, expectTypeOf, it } from "vitest";

type CustomerId = string & { readonly brand: "CustomerId" };
declare const orders: { customerId: CustomerId | null; date: Date; amount: number }[];
declare const customers: readonly (MemberFigures & { readonly customerId: CustomerId })[];
declare const stored: ScoreModel;
declare const clustered: ClusterModel;
declare const someNames: string[];

const byMoney = defineScheme({
  name: "money",
  bins: { m: 2 },
  rules: [{ segment: "big", m: 2 }],
  otherwise: "small",
});

describe("defineProgramme", () => {
  it("takes each way to choose, and customers of several kinds", () => {
    const programme = defineProgramme(customers, { topShare: 0.2 });
    expectTypeOf(programme).toEqualTypeOf<LoyaltyProgramme>();
    expectTypeOf(programme.entry).toEqualTypeOf<ProgrammeConditions>();
    expectTypeOf(programme.precision).toEqualTypeOf<number | null>();
    defineProgramme(computeRfm(orders), { conditions: { recencyAtMost: 45 }, stay: { recencyAtMost: 90 } });
    defineProgramme(customers, { budget: 100, costPerMember: 5, graceDays: 0 });
    defineProgramme(customers, { members: ["ada", 1], windowDays: 365 });
    defineProgramme([], { conditions: { monetaryAtLeast: 100, frequencyAtLeast: undefined } });
    const features = customerFeatures(orders);
    defineProgramme(features, { clusters: [0], model: fitClusters(features, { k: 3 }) });
    defineProgramme(customers, { clusters: [0, 1], model: clustered });
  });

  it("knows the segments of tenSegments, and of a scheme that is given", () => {
    defineProgramme(customers, { segments: ["champions", "at-risk"], model: stored });
    // @ts-expect-error
    defineProgramme(customers, { segments: ["champion"] });
    // @ts-expect-error
    defineProgramme(customers, { segments: someNames });
    defineProgramme(customers, { segments: ["big"], scheme: byMoney });
    defineProgramme(customers, { segments: ["gold"], scheme: valueTiers });
    // @ts-expect-error
    defineProgramme(customers, { segments: ["bigger"], scheme: byMoney });
    // @ts-expect-error
    defineProgramme(customers, { segments: ["champions"], scheme: valueTiers });
  });

  it("refuses a way without what it needs, and misspelt options", () => {
    // @ts-expect-error
    defineProgramme(customers, {});
    // @ts-expect-error
    defineProgramme(customers);
    // @ts-expect-error
    defineProgramme(customers, { clusters: [0] });
    // @ts-expect-error
    defineProgramme(customers, { clusters: [0], model: stored });
    // @ts-expect-error
    defineProgramme(customers, { budget: 100 });
    // @ts-expect-error
    defineProgramme(customers, { segments: ["champions"], model: ntile() });
    // @ts-expect-error
    defineProgramme(customers, { topshare: 0.2 });
    // @ts-expect-error
    defineProgramme(customers, { conditions: { recencyAtLeast: 3 } });
    // @ts-expect-error
    defineProgramme(customers, { members: [1n] });
    // @ts-expect-error
    defineProgramme(customers, { topShare: 0.2, graceDays: "30" });
    // @ts-expect-error
    defineProgramme([{ customerId: 1, recency: 1, frequency: 1 }], { topShare: 0.2 });
    // @ts-expect-error
    defineProgramme(computeRfm(orders, { output: "columns" }), { topShare: 0.2 });
  });

  it("gives what cannot be changed", () => {
    const programme = defineProgramme(customers, { topShare: 0.2 });
    // @ts-expect-error
    programme.graceDays = 3;
    // @ts-expect-error
    programme.entry.recencyAtMost = 3;
  });
});

declare const programme: LoyaltyProgramme;

describe("evaluateProgramme", () => {
  it("keeps the type of ids, and says what may be unknown", () => {
    const found = evaluateProgramme(transactionLog(orders), programme, { seed: 1 });
    expectTypeOf(found.eligible[0].customerId).toEqualTypeOf<CustomerId>();
    expectTypeOf(found.eligible[0].daysToSpare).toEqualTypeOf<number | null>();
    expectTypeOf(found.actions[0].customerIds).toEqualTypeOf<readonly CustomerId[]>();
    expectTypeOf(found.entry.recall).toEqualTypeOf<number | null>();
    expectTypeOf(found.forecast.horizons[0].lastPeriod).toEqualTypeOf<number | null>();
    expectTypeOf(found.forecast.horizons[0].actual).toEqualTypeOf<number | null>();
    // @ts-expect-error
    found.revenue.later.net;
    // @ts-expect-error
    found.evidence.later.spend;
    // @ts-expect-error
    found.profile.products.first;
  });

  it("takes a log, a programme and a seed", () => {
    const log = transactionLog(orders);
    const options = { seed: 1, asOf: "2024-03-31", until: new Date(), level: 0.9, replicates: 199 };
    evaluateProgramme(log, programme, { ...options, horizons: [30] as const });
    // @ts-expect-error
    evaluateProgramme(log, programme);
    // @ts-expect-error
    evaluateProgramme(log, programme, {});
    // @ts-expect-error
    evaluateProgramme(orders, programme, { seed: 1 });
    // @ts-expect-error
    evaluateProgramme(log, { conditions: { recencyAtMost: 3 } }, { seed: 1 });
    // @ts-expect-error
    evaluateProgramme(log, programme, { seed: 1, since: "2024-01-01" });
    // @ts-expect-error
    evaluateProgramme(log, programme, { seed: 1, horizons: 30 });
  });
});

describe("testHypothesis", () => {
  it("takes a share beside one claim alone, and gives a verdict", () => {
    const log = transactionLog(orders);
    const found = testHypothesis(log, programme, { claim: "share-at-least", share: 0.1, seed: 1 });
    expectTypeOf(found.verdict).toEqualTypeOf<"supported" | "contradicted" | "undecided">();
    testHypothesis(log, programme, { claim: "return-less", seed: 1, claims: 4 });
    // @ts-expect-error
    testHypothesis(log, programme, { claim: "share-at-least", seed: 1 });
    // @ts-expect-error
    testHypothesis(log, programme, { claim: "return-less", share: 0.1, seed: 1 });
    // @ts-expect-error
    testHypothesis(log, programme, { claim: "return-more", seed: 1 });
    // @ts-expect-error
    testHypothesis(log, programme, { claim: "return-less" });
  });
});

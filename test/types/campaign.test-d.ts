import {
  scoreCustomers,
  segmentCustomers,
  summarizeSegments,
  type TenSegment,
  type ValueTier,
  valueTiers,
} from "rfm-kit";
import {
  type CampaignPlan,
  type CustomerAnswer,
  campaignPlan,
  customersWorthReactivating,
  mostProfitableCustomers,
  type Offer,
  slippingLoyalCustomers,
  targetingPolicies,
} from "rfm-kit/campaign";
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
declare const rates: Record<ValueTier, number>;
declare const tenPolicies: Record<TenSegment, Offer>;

const scored = scoreCustomers(customers);
const tiers = summarizeSegments(segmentCustomers(scored, valueTiers), { scheme: valueTiers });
const ten = summarizeSegments(segmentCustomers(scored));
const usual = { contactCost: 1, responseRate: 0.05, margin: 0.4 };

describe("valueTiers", () => {
  it("name the tiers, and take scores of five bins", () => {
    expectTypeOf<ValueTier>().toEqualTypeOf<
      "platinum-elite" | "gold" | "loyal" | "silver" | "bronze" | "at-risk" | "inactive"
    >();
    // @ts-expect-error
    segmentCustomers(scoreCustomers(customers, { bins: 4 }), valueTiers);
  });
});

describe("campaignPlan", () => {
  it("names segments as the summary does", () => {
    const plan = campaignPlan(tiers, usual);
    expectTypeOf(plan).toEqualTypeOf<CampaignPlan<ValueTier>>();
    expectTypeOf(plan.segments[0].segment).toEqualTypeOf<ValueTier>();
    expectTypeOf(plan.segments[0].offer).toEqualTypeOf<Offer>();
    expectTypeOf(plan.segments[0].breakEvenResponseRate).toEqualTypeOf<number | null>();
    expectTypeOf(targetingPolicies.gold).toEqualTypeOf<Offer>();
  });

  it("takes segments that are no value tiers with policies for each", () => {
    const plan = campaignPlan(ten, { ...usual, policies: tenPolicies });
    expectTypeOf(plan.segments[0].segment).toEqualTypeOf<TenSegment>();
    // @ts-expect-error
    campaignPlan(ten, usual);
    // @ts-expect-error
    campaignPlan(ten, { ...usual, policies: { champions: "discount" } });
    // @ts-expect-error
    campaignPlan(tiers, { ...usual, policies: { ...targetingPolicies, gold: "gift" } });
  });

  it("takes numbers by segment, and refuses those of other segments", () => {
    const responseRate = { ...rates, gold: 0.1 };
    campaignPlan(tiers, { ...usual, responseRate, discount: { silver: 0.1 }, orderValue: { gold: 80 } });
    // @ts-expect-error
    campaignPlan(tiers, { ...usual, responseRate: { gold: 0.1 } });
    // @ts-expect-error
    campaignPlan(tiers, { ...usual, discount: { sliver: 0.1 } });
    // @ts-expect-error
    campaignPlan(tiers, { ...usual, baselineRate: { gold: "0.1" } });
  });

  it("refuses missing and misspelt options, and rows that are no summary", () => {
    // @ts-expect-error
    campaignPlan(tiers, { contactCost: 1, margin: 0.4 });
    // @ts-expect-error
    campaignPlan(tiers, { ...usual, respondRate: 0.1 });
    // @ts-expect-error
    campaignPlan([{ segment: "gold", customers: 3 }], usual);
  });
});

describe("the questions", () => {
  it("keep the columns of the rows", () => {
    const best = mostProfitableCustomers(customers);
    expectTypeOf(best).toEqualTypeOf<CustomerAnswer<Customer>>();
    const [slipping] = slippingLoyalCustomers(scored).customers;
    expectTypeOf(slipping.country).toEqualTypeOf<string>();
    expectTypeOf(slipping.r).toEqualTypeOf<1 | 2 | 3 | 4 | 5>();
    const [asleep] = customersWorthReactivating(scored, { where: { r: 1 } }).customers;
    expectTypeOf(asleep.id).toEqualTypeOf<string>();
  });

  it("take any value of any rows, and refuse rows without one", () => {
    mostProfitableCustomers([{ product: "tea", sales: 3 }], { value: "sales" });
    slippingLoyalCustomers([{ r: 1, f: 2, m: 3, margin: 2 }], { value: "margin" });
    slippingLoyalCustomers(scored, { value: (customer) => customer.country.length });
    // @ts-expect-error
    mostProfitableCustomers([{ product: "tea", sales: 3 }]);
    // @ts-expect-error
    mostProfitableCustomers(customers, { value: "country" });
    // @ts-expect-error
    slippingLoyalCustomers([{ r: 1, f: 2, m: 3 }]);
    // @ts-expect-error
    slippingLoyalCustomers(customers);
  });

  it("refuse scores of other bins, and take them where bins and ranges are given", () => {
    const ofFour = scoreCustomers(customers, { bins: 4 });
    slippingLoyalCustomers(ofFour, { bins: 4, where: { r: [1, 2], f: [3, 4] } });
    slippingLoyalCustomers(scoreCustomers(customers, { bins: { r: 5, f: 5, m: 3 } }));
    customersWorthReactivating(scoreCustomers(customers, { bins: someBins }));
    slippingLoyalCustomers(scored.filter((customer) => customer.m > 2));
    // @ts-expect-error
    slippingLoyalCustomers(ofFour);
    // @ts-expect-error
    customersWorthReactivating(scoreCustomers(customers, { bins: { r: 5, f: 5, m: 3 } }));
    // @ts-expect-error
    slippingLoyalCustomers(scored, { bins: 4, where: { r: 1 } });
    // @ts-expect-error
    slippingLoyalCustomers(scored, { where: { R: 1 } });
  });
});

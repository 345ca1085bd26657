import { campaignPlan, type Offer, targetingPolicies } from "rfm-kit/campaign";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";

const tier = <Name extends string>(segment: Name, customers: number, averageOrderValue: number | null) => ({
  segment,
  customers,
  averageOrderValue,
});
const shop = [
  tier("gold", 100, 80),
  tier("silver", 200, 50),
  tier("at-risk", 300, 40),
  tier("inactive", 400, 20),
];
const given = {
  contactCost: 0.5,
  responseRate: { gold: 0.1, silver: 0.05, "at-risk": 0.02, inactive: 0.01 },
  margin: 0.5,
  discount: 0.1,
};

describe("campaignPlan(summary, options)", () => {
  const plan = campaignPlan(shop, given);
  const [gold, silver, atRisk, inactive] = plan.segments;

  it("contacts a segment that is expected to pay, and says what it brings", () => {
    // 100 · 0.1 = 10 orders of 80 = 800; half of it is margin; 100 contacts of 0.5 cost 50.
    expect(gold).toEqual({
      segment: "gold",
      offer: "early-access",
      contact: true,
      reason: "10.0 % respond, more than the 1.3 % that break even.",
      customers: 100,
      contacts: 100,
      cost: 50,
      responses: 10,
      revenue: expect.closeTo(800, 9),
      profit: expect.closeTo(800 * 0.5 - 50, 9),
      returnOnAdSpend: expect.closeTo(16, 9),
      ifContacted: {
        contacts: 100,
        cost: 50,
        responses: 10,
        revenue: expect.closeTo(800, 9),
        profit: expect.closeTo(350, 9),
        returnOnAdSpend: expect.closeTo(16, 9),
      },
      breakEvenResponseRate: expect.closeTo(0.5 / (80 * 0.5), 12),
    });
  });

  it("takes the discount off the price and off the margin, where the offer is one", () => {
    // 200 · 0.05 = 10 orders of 50, paid at 45; the margin of 25 shrinks to 20; 200 contacts cost 100.
    expect(silver.revenue).toBeCloseTo(10 * 45, 9);
    expect(silver.profit).toBeCloseTo(10 * 20 - 100, 9);
    expect(silver.breakEvenResponseRate).toBeCloseTo(0.5 / 20, 12);
  });

  it("leaves out a segment whose contacts would not pay, and one without an offer", () => {
    // 300 · 0.02 = 6 orders, each with 40 · (0.5 − 0.1) = 16 left: 96, less than the 150 of 300 contacts.
    expect(atRisk).toEqual({
      segment: "at-risk",
      offer: "win-back",
      contact: false,
      reason: "2.0 % respond, 3.1 % are needed to break even.",
      customers: 300,
      contacts: 0,
      cost: 0,
      responses: 0,
      revenue: 0,
      profit: 0,
      returnOnAdSpend: null,
      // The 6 orders are paid at 36.
      ifContacted: {
        contacts: 300,
        cost: 150,
        responses: 6,
        revenue: expect.closeTo(216, 9),
        profit: expect.closeTo(96 - 150, 9),
        returnOnAdSpend: expect.closeTo(216 / 150, 9),
      },
      breakEvenResponseRate: expect.closeTo(0.5 / 16, 12),
    });
    expect(inactive).toMatchObject({ offer: "none", contact: false, cost: 0 });
    expect(inactive.reason).toBe("The policy leaves this segment out.");
    expect(inactive.breakEvenResponseRate).toBeCloseTo(0.5 / 10, 12);
  });

  it("adds the segments up", () => {
    expect(plan).toMatchObject({ contacts: 300, cost: 150 });
    expect(plan.responses).toBeCloseTo(20, 9);
    expect(plan.revenue).toBeCloseTo(800 + 450, 9);
    expect(plan.profit).toBeCloseTo(350 + 100, 9);
    expect(plan.returnOnAdSpend).toBeCloseTo(1250 / 150, 9);
  });

  it("compares with one message and one discount for everybody", () => {
    // Orders: 10 of 80, 10 of 50, 6 of 40 and 4 of 20 make 1,620 at full price, 90 % of it is paid, 40 % is
    // left; 1,000 contacts cost 500.
    const { everyone } = plan;
    expect(everyone).toMatchObject({ contacts: 1000, cost: 500, discount: 0.1 });
    expect(everyone.responses).toBeCloseTo(30, 9);
    expect(everyone.revenue).toBeCloseTo(1620 * 0.9, 9);
    expect(everyone.profit).toBeCloseTo(1620 * 0.4 - 500, 9);
    expect(everyone.returnOnAdSpend).toBeCloseTo((1620 * 0.9) / 500, 9);
    expect(plan.saved).toBe(350);
    // With their own offers: gold 350, silver 100, at-risk 96 − 150, inactive 4 · 10 − 200.
    expect(everyone.profitWithOwnOffers).toBeCloseTo(350 + 100 - 54 - 160, 9);
  });

  it("says where the policies leave out a segment that would pay", () => {
    // 400 · 0.2 = 80 orders of 20 with half left: 800, less the 200 of 400 contacts.
    const { segments, text } = campaignPlan([tier("inactive", 400, 20)], { ...given, responseRate: 0.2 });
    expect(segments[0].reason).toBe("The policy leaves this segment out, though a contact would earn 600.");
    expect(text).toBe(
      "Contact nobody: no segment with an offer is expected to pay for its contacts. The policies leave out " +
        "inactive, which would earn 600. Mailing everyone the same would cost 200, and earn 600.",
    );
  });

  it("does not take the rounding of doubles for a profit", () => {
    // 70 · 0.1 · 0.1 is 0.7000000000000001.
    const plan = campaignPlan([tier("gold", 100, 70)], { contactCost: 0.7, responseRate: 0.1, margin: 0.1 });
    expect(plan.segments[0]).toMatchObject({
      contact: false,
      reason: "10.0 % respond, which just breaks even.",
    });
  });

  it("says where a segment just breaks even, and where everybody does", () => {
    // 40 · 0.5 · 0.05 = 1 is what a contact costs.
    const even = campaignPlan([tier("gold", 10, 40)], { contactCost: 1, responseRate: 0.05, margin: 0.5 });
    expect(even.segments[0]).toMatchObject({
      contact: false,
      reason: "5.0 % respond, which just breaks even.",
    });
    expect(even.text).toContain("would cost 10, and break even.");
  });

  it("says it in a paragraph", () => {
    expect(plan.text).toBe(
      "Contact 300 of 1,000 customers, in 2 of 4 segments: 150 spent should bring 1,250 of revenue and 450 of " +
        "profit. Do not mail inactive (400 customers), which would lose 160; at-risk (300 customers), which would " +
        "lose 54. Mailing everyone the same at 10.0 % off would cost 500, 350 more, and earn 148; with the offers " +
        "of their segments, earn 236.",
    );
  });

  it("counts only what would not have come anyway", () => {
    // Of 100, 10 order at 90 instead of 4 at 100: 900 − 400 of revenue. Goods cost 60 an order, so that
    // 10 · 30 − 4 · 40 = 140 is left, and 100 contacts cost 100.
    const { segments } = campaignPlan([tier("bronze", 100, 100)], {
      contactCost: 1,
      responseRate: 0.1,
      baselineRate: 0.04,
      margin: 0.4,
      discount: 0.1,
    });
    expect(segments[0].responses).toBeCloseTo(10, 9);
    expect(segments[0].revenue).toBeCloseTo(500, 9);
    expect(segments[0].profit).toBeCloseTo(40, 9);
    // p · 30 − 0.04 · 40 = 1 at p = 2.6 / 30.
    expect(segments[0].breakEvenResponseRate).toBeCloseTo(2.6 / 30, 12);
  });

  it("does not pay for orders that would come anyway", () => {
    const everybodyBuys = { contactCost: 0.1, responseRate: 0.2, baselineRate: 0.2, margin: 0.5 };
    const { segments } = campaignPlan([tier("gold", 100, 80)], everybodyBuys);
    expect(segments[0]).toMatchObject({ contact: false, revenue: 0, profit: 0 });
    // (0.1 + 0.2 · 0.5 · 80) / (80 · 0.5) = 0.2025
    expect(segments[0].reason).toBe("20.0 % respond, 20.3 % are needed to break even.");
  });

  it("takes order values, discounts and baselines by segment, and the usual for those left out", () => {
    const { segments, everyone } = campaignPlan(shop.slice(0, 3), {
      ...given,
      orderValue: { gold: 200, silver: undefined },
      discount: { silver: 0.3 },
      baselineRate: { silver: 0.01 },
    });
    // gold's offer is no discount, and at-risk has none of its own; silver: 0.05 · 0.7 − 0.01 = 0.025 of 50, 200 times; nothing for at-risk.
    expect(segments[0].revenue).toBeCloseTo(10 * 200, 9);
    expect(segments[0].breakEvenResponseRate).toBeCloseTo(0.5 / 100, 12);
    expect(segments[1].contact).toBe(false);
    // (0.5 + 0.01 · 0.5 · 50) / (50 · 0.2)
    expect(segments[1].breakEvenResponseRate).toBeCloseTo(0.75 / 10, 12);
    expect(segments[2].breakEvenResponseRate).toBeCloseTo(0.5 / 20, 12);
    expect(everyone.discount).toBe(0.3);
    expect(campaignPlan(shop, { ...given, orderValue: 80 }).everyone.revenue).toBeCloseTo(30 * 80 * 0.9, 9);
  });

  it("gives one discount to everybody even where the plan grants it to nobody, but for empty segments", () => {
    const discount = { silver: 0.2, "at-risk": 0.45 };
    const plans = campaignPlan(shop, { ...given, discount });
    expect(plans.segments[2].contact).toBe(false);
    expect(plans.everyone.discount).toBe(0.45);
    const empty = [...shop.slice(0, 2), tier("at-risk", 0, null)];
    expect(campaignPlan(empty, { ...given, discount }).everyone.discount).toBe(0.2);
  });

  it.each([
    [{ averageOrderValue: null }, {}, "An order brings nothing here, so no contact can pay."],
    [{ averageOrderValue: -5 }, {}, "An order brings nothing here, so no contact can pay."],
    [{ customers: 0 }, {}, "Nobody is in this segment."],
    [{ customers: 0, averageOrderValue: null }, {}, "Nobody is in this segment."],
    [{}, { discount: 0.5 }, "A margin of 50.0 % less a discount of 50.0 % leaves nothing to earn."],
    [{}, { margin: 0 }, "A margin of 0.0 % less a discount of 0.0 % leaves nothing to earn."],
    [{}, { contactCost: 30 }, "No contact would pay, even if everybody responded."],
    [{}, { responseRate: 0.0499 }, "4.99 % respond, 5.00 % are needed to break even."],
    [{}, { responseRate: 0 }, "0.0 % respond, 5.0 % are needed to break even."],
  ])("gives the reason why nobody is contacted: %j %j", (row, options, reason) => {
    // With 1 a contact, an order value of 40 and half of it left, 5 % break even.
    const usual = { contactCost: 1, responseRate: 0.1, margin: 0.5 };
    const { segments } = campaignPlan([{ ...tier("silver", 10, 40), ...row }], { ...usual, ...options });
    expect(segments[0]).toMatchObject({ contact: false, reason, contacts: 0, profit: 0 });
  });

  it("knows no break-even rate where none can be", () => {
    const rate = (averageOrderValue: number | null, options: object = {}) =>
      campaignPlan([tier("silver", 10, averageOrderValue)], {
        contactCost: 10,
        responseRate: 0.1,
        margin: 0.5,
        ...options,
      }).segments[0].breakEvenResponseRate;
    expect(rate(null)).toBeNull();
    expect(rate(0)).toBeNull();
    expect(rate(40, { discount: 0.5 })).toBeNull();
    expect(rate(19)).toBeNull();
    expect(rate(20)).toBe(1);
    expect(rate(1e-300, { contactCost: 1e280 })).toBeNull();
    expect(rate(40, { contactCost: 0 })).toBe(0);
  });

  it("takes other segments with policies of their own", () => {
    const policies: Record<"vip" | "rest", Offer> = { vip: "discount", rest: "none" };
    const summary = [tier("vip", 10, 100), tier("rest", 90, 10)];
    const { segments, profit } = campaignPlan(summary, {
      contactCost: 1,
      responseRate: { vip: 0.2, rest: 0.01 },
      margin: 0.5,
      discount: 0.2,
      policies,
    });
    expect(segments.map(({ contact }) => contact)).toEqual([true, false]);
    // 10 · 0.2 = 2 orders with 100 · 0.3 left each, less 10.
    expect(profit).toBeCloseTo(50, 9);
  });

  it("counts free contacts, whose return has no denominator", () => {
    const free = campaignPlan([tier("gold", 10, 50)], { contactCost: 0, responseRate: 0.1, margin: 0.5 });
    expect(free).toMatchObject({ contacts: 10, cost: 0, revenue: 50, profit: 25, returnOnAdSpend: null });
    expect(free.text).toBe(
      "Contact 10 of 10 customers, in 1 of 1 segment: 0 spent should bring 50 of revenue and 25 of profit. " +
        "Mailing everyone the same would cost the same, and earn 25.",
    );
  });

  it("gives a plan of zeros for no customers", () => {
    const zero = { contacts: 0, cost: 0, responses: 0, revenue: 0, profit: 0, returnOnAdSpend: null };
    const text = "There are no customers to contact.";
    const usual = { contactCost: 1, responseRate: 0.1, margin: 0.5 };
    expect(campaignPlan([], usual)).toStrictEqual({
      segments: [],
      ...zero,
      everyone: { ...zero, discount: 0, profitWithOwnOffers: 0 },
      saved: 0,
      text,
    });
    const empty = campaignPlan([tier("gold", 0, null), tier("inactive", 0, null)], usual);
    expect(empty).toMatchObject({ ...zero, everyone: { ...zero, discount: 0 }, saved: 0, text });
    expect(JSON.stringify(empty)).not.toContain("NaN");
  });

  it("says so where nobody is worth a contact", () => {
    const { text, saved } = campaignPlan([tier("bronze", 400, 20)], {
      contactCost: 1,
      responseRate: 0.05,
      margin: 0.5,
    });
    // 20 orders of 20, half of which is left: 200, for 400 contacts of 1.
    expect(text).toBe(
      "Contact nobody: no segment with an offer is expected to pay for its contacts. Do not mail bronze (400 " +
        "customers), which would lose 200. Mailing everyone the same would cost 400, and lose 200.",
    );
    expect(saved).toBe(400);
  });

  it("leaves its input as it is, and gives plain data", () => {
    const frozen = Object.freeze(shop.map((row) => Object.freeze({ ...row })));
    const found = campaignPlan(frozen, Object.freeze({ ...given }));
    expect(found).toEqual(plan);
    expect(JSON.parse(JSON.stringify(found))).toStrictEqual(found);
  });
});

describe("campaignPlan refuses", () => {
  const plan = (options: object, summary: unknown = shop) =>
    campaignPlan(summary as typeof shop, { ...given, ...options } as never);

  it.each([
    ["responseRate", { responseRate: 5 }, "did you mean 0.05?"],
    ["responseRate.gold", { responseRate: { ...given.responseRate, gold: 5 } }, "did you mean 0.05?"],
    ["responseRate.gold", { responseRate: { silver: 0.1 } }, "a share from 0 to 1, received undefined"],
    ["responseRate", { responseRate: undefined }, "a share from 0 to 1"],
    ["margin", { margin: 40 }, "did you mean 0.4?"],
    ["margin", { margin: Number.NaN }, "a share from 0 to 1"],
    ["discount", { discount: -0.1 }, "a share from 0 to 1"],
    ["discount.silver", { discount: { silver: 10 } }, "did you mean 0.1?"],
    ["baselineRate", { baselineRate: "0.1" }, "a share from 0 to 1"],
    ["contactCost", { contactCost: -1 }, "a number from 0 up"],
    ["contactCost", { contactCost: undefined }, "a number from 0 up"],
    ["contactCost", { contactCost: Number.POSITIVE_INFINITY }, "a number from 0 up"],
    ["orderValue", { orderValue: -1 }, "a number from 0 up"],
    ["orderValue.gold", { orderValue: { gold: "80" } }, "a number from 0 up"],
    ["policies", { policies: ["discount"] }, "an offer for each segment"],
    ["policies.gold", { policies: { ...targetingPolicies, gold: "discont" } }, 'did you mean "discount"?'],
  ])("%s of %j", (path, options, message) => {
    expectRefusal(() => plan(options), { code: "invalidOption", path, message });
  });

  it("unknown options, and numbers for segments that no policy knows", () => {
    expectRefusal(() => plan({ respondRate: 1 }), {
      code: "unknownOption",
      path: "respondRate",
      message: 'did you mean "responseRate"?',
    });
    expectRefusal(() => plan({ discount: { sliver: 0.1 } }), {
      code: "unknownSegment",
      path: "discount.sliver",
      message: 'did you mean "silver"?',
    });
    expect(() => plan({ discount: { bronze: 0.1, gold: 0 } })).not.toThrow();
    expectRefusal(() => plan({ discount: { gold: 0.1 } }), {
      code: "invalidOption",
      path: "discount.gold",
      message: 'expected no discount, as the offer of "gold" is "early-access", received 0.1',
    });
  });

  it("a segment without a policy, and says what to give", () => {
    expectRefusal(() => plan({}, [tier("gold", 1, 1), tier("champions", 1, 1), tier("new", 1, 1)]), {
      code: "unknownSegment",
      path: "policies",
      message:
        'expected an offer for "champions", "new" beside those for "platinum-elite", "gold", "loyal", "silver", ' +
        '"bronze", "at-risk", "inactive" (such as policies: { "champions": "early-access", "new": "early-access" })',
    });
    expectRefusal(() => plan({}, [tier("constructor", 1, 1)]), { code: "unknownSegment", path: "policies" });
  });

  it("a segment that stands in the summary twice", () => {
    expectRefusal(() => plan({}, [tier("gold", 1, 1), tier("gold", 2, 1)]), {
      code: "unknownSegment",
      path: "segment",
      row: 1,
      message: "expected one row a segment",
    });
  });

  it("what is no summary", () => {
    expectRefusal(() => plan({}, { gold: 1 }), { code: "invalidInput", path: "summary" });
    expectRefusal(() => plan({}, [null]), { code: "invalidInput", path: "summary", row: 0 });
    expectRefusal(() => plan({}, [tier(7 as never, 1, 1)]), {
      code: "unknownSegment",
      path: "segment",
      row: 0,
    });
    for (const customers of [-1, 1.5, "3", undefined]) {
      expectRefusal(() => plan({}, [{ ...shop[0], customers }]), {
        code: "invalidValue",
        path: "customers",
        row: 0,
      });
    }
    for (const averageOrderValue of [Number.NaN, "80", undefined]) {
      expectRefusal(() => plan({}, [shop[0], { ...shop[1], averageOrderValue }]), {
        code: "invalidValue",
        path: "averageOrderValue",
        row: 1,
      });
    }
  });
});

describe("targetingPolicies", () => {
  it("are frozen, one for each value tier", () => {
    expect(targetingPolicies).toEqual({
      "platinum-elite": "exclusive-offer",
      gold: "early-access",
      loyal: "early-access",
      silver: "discount",
      bronze: "discount",
      "at-risk": "win-back",
      inactive: "none",
    });
    expect(Object.isFrozen(targetingPolicies)).toBe(true);
  });
});

import type { ValueTier } from "../segment/value-tiers.js";
import { addUp, breakEvenRate, expectedOutcome } from "./economics.js";
import type { CampaignOptions, CampaignSegment, NamedPolicyOptions } from "./options.js";
import {
  type CampaignPlan,
  describePlan,
  giveReason,
  type MailEveryone,
  type PlannedSegment,
} from "./planned.js";
import { readCampaign, type Target } from "./read-campaign.js";

/**
 * Whom to contact: a segment is contacted where its policy has an offer for it and the expected profit is
 * above 0.
 *
 * Of n customers contacted, with response rate p, baseline b (those who would order anyway), order value V at
 * full price, margin g, discount d and c a contact:
 *
 * - cost = n c
 * - revenue = n V (p (1 − d) − b), the revenue that would not have come without the contact
 * - profit = n V (p (g − d) − b g) − n c: the discount also goes to those who would have paid the full price
 * - break-even response rate = (c + b g V) / (V (g − d)), the p of which the profit is 0
 *
 * `everyone` is one message for all segments, at the same cost and with the same response rates, and with one
 * discount for all: the largest that any segment with customers would get. No plan costs more than that; and
 * where no policy is "none", none earns less.
 *
 * Money is in the unit of the amounts; shares are from 0 to 1. Cost: O(segments).
 *
 * @param summary segments in figures, as `summarizeSegments` gives them; an average order value of `null` or
 * below 0 counts as 0.
 * @param options `contactCost`, `responseRate` and `margin`; `policies` where the segments are not the value
 * tiers.
 * @returns a plain object; one of zeros for no segments.
 * @throws RfmError on a share outside of 0 to 1, on a segment without a policy or without a response rate.
 * @see Blattberg, Kim and Neslin (2008), "Database Marketing", for the break-even response rate.
 * @example
 * ```ts
 * import { campaignPlan } from "rfm-kit";
 *
 * const summary = [
 *   { segment: "gold", customers: 100, averageOrderValue: 80 },
 *   { segment: "bronze", customers: 400, averageOrderValue: 20 },
 * ] as const;
 * const plan = campaignPlan(summary, { contactCost: 1, responseRate: 0.05, margin: 0.5 });
 * plan.segments.map(({ contact }) => contact); // => [true, false]
 * plan.segments[1].reason; // => "5.0 % respond, 10.0 % are needed to break even."
 * [plan.cost, plan.revenue, plan.profit, plan.saved]; // => [100, 400, 100, 400]
 * ```
 */
export function campaignPlan<Name extends ValueTier>(
  summary: readonly CampaignSegment<Name>[],
  options: CampaignOptions<NoInfer<Name>>,
): CampaignPlan<Name>;
export function campaignPlan<Name extends string>(
  summary: readonly CampaignSegment<Name>[],
  options: NamedPolicyOptions<NoInfer<Name>>,
): CampaignPlan<Name>;
export function campaignPlan<Name extends string>(
  summary: readonly CampaignSegment<Name>[],
  options: CampaignOptions<Name>,
): CampaignPlan<Name> {
  const targets = readCampaign("campaignPlan", summary, options);
  const segments = targets.map(planSegment);
  const totals = addUp(segments);
  const everyone = mailEveryone(targets);
  const plan = { segments, ...totals, everyone, saved: everyone.cost - totals.cost };
  return { ...plan, text: describePlan(plan) };
}

function planSegment<Name extends string>(target: Target<Name>): PlannedSegment<Name> {
  const { segment, offer, customers, terms } = target;
  const expected = expectedOutcome(customers, terms);
  // A profit within the rounding of its cost is none.
  const contact = offer !== "none" && expected.profit > 1e-9 * expected.cost;
  const breakEvenResponseRate = breakEvenRate(terms);
  const reason = giveReason(target, contact, breakEvenResponseRate, expected.profit);
  const totals = addUp(contact ? [expected] : []);
  const row = { segment, offer, contact, reason, customers, ...totals };
  return { ...row, ifContacted: expected, breakEvenResponseRate };
}

function mailEveryone(targets: readonly Target<string>[]): MailEveryone {
  const inhabited = targets.filter(({ customers }) => customers > 0);
  const discount = Math.max(0, ...inhabited.map(({ terms }) => terms.discount));
  const parts = inhabited.map(({ customers, terms }) => expectedOutcome(customers, { ...terms, discount }));
  const own = inhabited.map(({ customers, terms }) => expectedOutcome(customers, terms));
  return { ...addUp(parts), discount, profitWithOwnOffers: addUp(own).profit };
}

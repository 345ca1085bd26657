import type { CampaignTotals, Terms } from "./economics.js";
import { showAmount, showBoth, showCount, showMany, showShare } from "./format.js";
import type { MailEveryone, PlannedSegment } from "./plan.js";
import type { Offer } from "./policy.js";

interface Planned extends CampaignTotals {
  readonly segments: readonly PlannedSegment[];
  readonly everyone: MailEveryone;
  readonly saved: number;
}

/** The plan in one paragraph. */
export function describePlan(plan: Planned): string {
  if (plan.everyone.contacts === 0) return "There are no customers to contact.";
  return `${describeChoice(plan)} ${describeEveryone(plan)}`;
}

function describeChoice({ segments, everyone, contacts, cost, revenue, profit }: Planned): string {
  const chosen = segments.filter(({ contact }) => contact).length;
  if (chosen === 0) return "Contact nobody: no segment is expected to pay for its contacts.";
  const whom = `${showCount(contacts)} of ${showMany(everyone.contacts, "customer")}`;
  const where = `${showCount(chosen)} of ${showMany(segments.length, "segment")}`;
  const brings = `${showAmount(revenue)} of revenue and ${showAmount(profit)} of profit`;
  return `Contact ${whom}, in ${where}: ${showAmount(cost)} spent should bring ${brings}.`;
}

function describeEveryone({ everyone, cost, saved }: Planned): string {
  const offer = everyone.discount === 0 ? "" : ` at ${showShare(everyone.discount)} off`;
  const more = cost === 0 || saved === 0 ? "" : `, ${showAmount(saved)} more`;
  const price = saved === 0 ? "cost the same" : `cost ${showAmount(everyone.cost)}${more}`;
  const amount = showAmount(Math.abs(everyone.profit));
  const result = amount === "0" ? "break even" : `${everyone.profit < 0 ? "lose" : "earn"} ${amount}`;
  return `Mailing everyone the same${offer} would ${price}, and ${result}.`;
}

/** Why a segment is contacted, or is not, in one sentence. */
export function giveReason(
  { customers, offer, terms }: { customers: number; offer: Offer; terms: Terms },
  contact: boolean,
  needed: number | null,
): string {
  if (offer === "none") return "The policy leaves this segment out.";
  if (customers === 0) return "Nobody is in this segment.";
  const { responseRate, orderValue, margin, discount } = terms;
  if (orderValue === 0) return "An order brings nothing here, so no contact can pay.";
  if (margin <= discount) {
    return `A margin of ${showShare(margin)} less a discount of ${showShare(discount)} leaves nothing to earn.`;
  }
  if (needed === null) return "No contact would pay, even if everybody responded.";
  const [found, wanted] = showBoth(responseRate, needed);
  if (found === wanted) return `${showShare(responseRate)} respond, which just breaks even.`;
  return contact
    ? `${found} respond, more than the ${wanted} that break even.`
    : `${found} respond, ${wanted} are needed to break even.`;
}

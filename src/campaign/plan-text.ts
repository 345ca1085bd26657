import type { CampaignTotals } from "./economics.js";
import { showAmount, showCount, showMany, showShare } from "./format.js";
import type { MailEveryone, PlannedSegment } from "./plan.js";

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
  const result = `${everyone.profit < 0 ? "lose" : "earn"} ${showAmount(Math.abs(everyone.profit))}`;
  return `Mailing everyone the same${offer} would ${price}, and ${result}.`;
}

import { fsum } from "d3-array";
import { showAmount, showBoth, showCount, showMany, showShare } from "../core/format.js";
import type { CampaignTotals, Terms } from "./economics.js";
import type { Offer } from "./policy.js";

/** What a plan does with one segment. Figures are 0 where it is not contacted. */
export interface PlannedSegment<Name extends string = string> extends CampaignTotals {
  readonly segment: Name;
  readonly offer: Offer;
  readonly contact: boolean;
  /** One sentence. */
  readonly reason: string;
  readonly customers: number;
  /** What contacting it costs and brings, or would: the same as its totals where it is contacted. */
  readonly ifContacted: CampaignTotals;
  /** The response rate at which the profit is 0; `null` where none from 0 to 1 is, or all are. */
  readonly breakEvenResponseRate: number | null;
}

/** One message with one discount for everybody. */
export interface MailEveryone extends CampaignTotals {
  /** The largest discount that a segment with customers would get. */
  readonly discount: number;
  /** The profit were everybody contacted with the offer of the own segment instead. */
  readonly profitWithOwnOffers: number;
}

/** Whom to contact, what it costs and what it can bring. */
export interface CampaignPlan<Name extends string = string> extends CampaignTotals {
  /** In the order of the summary. */
  readonly segments: PlannedSegment<Name>[];
  /** What it would cost and bring to send the same to every segment, those left out included. */
  readonly everyone: MailEveryone;
  /** `everyone.cost` − `cost`. */
  readonly saved: number;
  /** The plan in a few sentences. */
  readonly text: string;
}

interface Planned extends CampaignTotals {
  readonly segments: readonly PlannedSegment[];
  readonly everyone: MailEveryone;
  readonly saved: number;
}

/** The plan in one paragraph. */
export function describePlan(plan: Planned): string {
  if (plan.everyone.contacts === 0) return "There are no customers to contact.";
  return [describeChoice(plan), describeStops(plan), describePolicy(plan), describeEveryone(plan)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function describeChoice({ segments, everyone, contacts, cost, revenue, profit }: Planned): string {
  const chosen = segments.filter(({ contact }) => contact).length;
  if (chosen === 0) return "Contact nobody: no segment with an offer is expected to pay for its contacts.";
  const whom = `${showCount(contacts)} of ${showMany(everyone.contacts, "customer")}`;
  const where = `${showCount(chosen)} of ${showMany(segments.length, "segment")}`;
  const brings = `${showAmount(revenue)} of revenue and ${showAmount(profit)} of profit`;
  return `Contact ${whom}, in ${where}: ${showAmount(cost)} spent should bring ${brings}.`;
}

/** The segments that a mailing would lose money on, the greatest loss first. */
function describeStops({ segments }: Planned): string {
  const losing = segments.filter(({ ifContacted }) => showAmount(ifContacted.profit).startsWith("-"));
  if (losing.length === 0) return "";
  const stops = byProfit(losing).map(({ segment, customers, ifContacted }) => {
    return `${segment} (${showMany(customers, "customer")}), which would lose ${showAmount(-ifContacted.profit)}`;
  });
  return `Do not mail ${stops.join("; ")}.`;
}

/** The segments that would pay, but that the policies have no offer for. */
function describePolicy({ segments }: Planned): string {
  const paying = segments.filter(({ offer, ifContacted }) => offer === "none" && ifContacted.profit > 0);
  const missed = showAmount(fsum(paying.map(({ ifContacted }) => ifContacted.profit)));
  if (missed === "0") return "";
  const names = byProfit(paying).map(({ segment }) => segment);
  return `The policies leave out ${names.join(", ")}, which would earn ${missed}.`;
}

function byProfit(segments: readonly PlannedSegment[]): PlannedSegment[] {
  return [...segments].sort(
    (a, b) => a.ifContacted.profit - b.ifContacted.profit || (a.segment < b.segment ? -1 : 1),
  );
}

function describeEveryone({ everyone, cost, saved }: Planned): string {
  const offer = everyone.discount === 0 ? "" : ` at ${showShare(everyone.discount)} off`;
  const more = cost === 0 || saved === 0 ? "" : `, ${showAmount(saved)} more`;
  const price = saved === 0 ? "cost the same" : `cost ${showAmount(everyone.cost)}${more}`;
  const own =
    everyone.discount === 0
      ? ""
      : `; with the offers of their segments, ${showResult(everyone.profitWithOwnOffers)}`;
  return `Mailing everyone the same${offer} would ${price}, and ${showResult(everyone.profit)}${own}.`;
}

function showResult(profit: number): string {
  const amount = showAmount(Math.abs(profit));
  return amount === "0" ? "break even" : `${profit < 0 ? "lose" : "earn"} ${amount}`;
}

/** Why a segment is contacted, or is not, in one sentence. */
export function giveReason(
  { customers, offer, terms }: { customers: number; offer: Offer; terms: Terms },
  contact: boolean,
  needed: number | null,
  profit: number,
): string {
  if (offer === "none") {
    const amount = profit > 0 ? showAmount(profit) : "0";
    return `The policy leaves this segment out${amount === "0" ? "" : `, though a contact would earn ${amount}`}.`;
  }
  if (customers === 0) return "Nobody is in this segment.";
  const { responseRate, orderValue, margin, discount } = terms;
  if (orderValue === 0) return "An order brings nothing here, so no contact can pay.";
  if (margin <= discount) {
    return `A margin of ${showShare(margin)} less a discount of ${showShare(discount)} leaves nothing to earn.`;
  }
  if (needed === null) return "No contact would pay, even if everybody responded.";
  const [found, wanted] = showBoth(responseRate, needed);
  if (found === wanted && !contact && showAmount(Math.abs(profit)) === "0")
    return `${showShare(responseRate)} respond, which just breaks even.`;
  return contact
    ? `${found} respond, more than the ${wanted} that break even.`
    : `${found} respond, ${wanted} are needed to break even.`;
}

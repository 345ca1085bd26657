import type { Terms } from "./economics.js";
import { showBoth, showShare } from "./format.js";
import type { Offer } from "./policy.js";

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
  return contact
    ? `${found} respond, more than the ${wanted} that break even.`
    : `${found} respond, ${wanted} are needed to break even.`;
}

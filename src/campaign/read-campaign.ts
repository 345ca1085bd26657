import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { checkShare } from "../core/share.js";
import { checkAmount, readBySegment } from "./by-segment.js";
import type { Terms } from "./economics.js";
import type { CampaignOptions, CampaignSegment } from "./options.js";
import { grantsDiscount, type Offer, targetingPolicies } from "./policy.js";
import { offersFor, readPolicies } from "./read-policies.js";
import { checkSummary } from "./read-summary.js";

/** A segment with its offer, and what a contact of it costs and can bring. */
export interface Target<Name extends string> {
  readonly segment: Name;
  readonly customers: number;
  readonly offer: Offer;
  readonly terms: Terms;
}

const OPTIONS: readonly string[] = [
  "contactCost",
  "responseRate",
  "margin",
  "orderValue",
  "discount",
  "baselineRate",
  "policies",
] satisfies (keyof CampaignOptions)[];

export function readCampaign<Name extends string>(
  caller: string,
  summary: readonly CampaignSegment<Name>[],
  options: CampaignOptions<Name>,
): Target<Name>[] {
  checkOptions(caller, options, OPTIONS);
  checkSummary(caller, summary);
  const policies = readPolicies(caller, options.policies ?? targetingPolicies);
  const offers = offersFor(
    caller,
    policies,
    summary.map(({ segment }) => segment),
  );
  const known = [...policies.keys()];
  const contactCost = checkAmount(caller, "contactCost", options.contactCost);
  const responseRate = readBySegment(caller, "responseRate", options.responseRate, known, checkShare);
  const margin = checkShare(caller, "margin", options.margin);
  const orderValue = readBySegment(caller, "orderValue", options.orderValue, known, checkAmount);
  const discount = readBySegment(caller, "discount", options.discount, known, checkShare);
  const baselineRate = readBySegment(caller, "baselineRate", options.baselineRate, known, checkShare);
  return summary.map(({ segment, customers, averageOrderValue }, row) => {
    checkGranted(caller, options.discount, segment, offers[row]);
    const terms: Terms = {
      contactCost,
      responseRate: responseRate(segment),
      baselineRate: baselineRate(segment, 0),
      // Where returns outweigh the purchases, an order is worth nothing.
      orderValue: orderValue(segment, Math.max(averageOrderValue ?? 0, 0)),
      margin,
      discount: grantsDiscount(offers[row]) ? discount(segment, 0) : 0,
    };
    return { segment, customers, offer: offers[row], terms };
  });
}

/** Refuses a discount that is meant for a segment whose offer has none. */
function checkGranted(caller: string, discount: unknown, segment: string, offer: Offer): void {
  if (!isPlain(discount) || grantsDiscount(offer)) return;
  const received = discount[segment];
  if (received === undefined || received === 0) return;
  const expected = `no discount, as the offer of "${segment}" is "${offer}"`;
  const hint = `policies: { ${JSON.stringify(segment)}: "discount" } would give one`;
  throw new RfmError({
    caller,
    code: "invalidOption",
    path: `discount.${segment}`,
    expected,
    received,
    hint,
  });
}

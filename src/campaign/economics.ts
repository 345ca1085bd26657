import { fsum } from "d3-array";

/** What one contact of a segment costs and can bring. */
export interface Terms {
  readonly contactCost: number;
  readonly responseRate: number;
  readonly baselineRate: number;
  /** Of an order at full price; never negative. */
  readonly orderValue: number;
  readonly margin: number;
  readonly discount: number;
}

/** What contacts are expected to cost and to bring, beyond what would have come without them. */
export interface CampaignTotals {
  readonly contacts: number;
  /** Of the contacts alone; a discount lowers revenue and profit instead. */
  readonly cost: number;
  /** Orders expected of those contacted, theirs included who would have ordered anyway. */
  readonly responses: number;
  /** Revenue beyond that of the orders that would have come anyway. */
  readonly revenue: number;
  /** What is left of that revenue after goods and contacts. */
  readonly profit: number;
  /** revenue / cost; `null` where nothing is spent. */
  readonly returnOnAdSpend: number | null;
}

/**
 * With the contact, a share `responseRate` orders at (1 − discount) of the price; without it, `baselineRate`
 * would order at the full price. Goods cost (1 − margin) of the full price in either case.
 */
export function expectedOutcome(contacts: number, terms: Terms): CampaignTotals {
  const { contactCost, responseRate, baselineRate, orderValue, margin, discount } = terms;
  const revenueEach = orderValue * (responseRate * (1 - discount) - baselineRate);
  const earnedEach = orderValue * (responseRate * (margin - discount) - baselineRate * margin);
  return withReturn({
    contacts,
    cost: contacts * contactCost,
    responses: contacts * responseRate,
    revenue: contacts * revenueEach,
    profit: contacts * (earnedEach - contactCost),
  });
}

/** The response rate at which the profit is 0; `null` where none from 0 to 1 is. */
export function breakEvenRate(terms: Terms): number | null {
  const { contactCost, baselineRate, orderValue, margin, discount } = terms;
  if (orderValue === 0 || margin <= discount) return null;
  const rate = (contactCost + baselineRate * orderValue * margin) / (orderValue * (margin - discount));
  return rate <= 1 ? rate : null;
}

export function addUp(parts: readonly CampaignTotals[]): CampaignTotals {
  const sum = (of: (part: CampaignTotals) => number): number => fsum(parts.map(of)) + 0;
  return withReturn({
    contacts: sum((part) => part.contacts),
    cost: sum((part) => part.cost),
    responses: sum((part) => part.responses),
    revenue: sum((part) => part.revenue),
    profit: sum((part) => part.profit),
  });
}

function withReturn(totals: Omit<CampaignTotals, "returnOnAdSpend">): CampaignTotals {
  return { ...totals, returnOnAdSpend: totals.cost === 0 ? null : totals.revenue / totals.cost };
}

import type { Policies } from "./policy.js";

/** The columns of a segment's summary that a plan needs; rows of `summarizeSegments` have them. */
export interface CampaignSegment<Name extends string = string> {
  readonly segment: Name;
  readonly customers: number;
  /** `null` where there is none. */
  readonly averageOrderValue: number | null;
}

/** One number for all segments, or one for each; a segment that is left out has the default. */
export type BySegment<Name extends string = string> = number | { readonly [N in Name]?: number | undefined };

/** What `campaignPlan` has to know, and what it may be told. Money is in the unit of the amounts. */
export interface CampaignOptions<Name extends string = string> {
  /** Price of one contact: postage, or the share of a mailing tool. */
  readonly contactCost: number;
  /** Share of those contacted who then order, 0 to 1: one for all segments, or one for each. */
  readonly responseRate: number | { readonly [N in Name]: number };
  /** Share of the full price that is left after the cost of goods, 0 to 1. */
  readonly margin: number;
  /** Value of an order at full price. Default: the segment's `averageOrderValue`. */
  readonly orderValue?: BySegment<Name> | undefined;
  /** Share of the price given away, 0 to 1, where the offer is "discount" or "win-back". Default: 0. */
  readonly discount?: BySegment<Name> | undefined;
  /** Share who would order without any contact, 0 to 1; a holdout group tells. Default: 0. */
  readonly baselineRate?: BySegment<Name> | undefined;
  /** The offer of each segment. Default: `targetingPolicies`, for the value tiers. */
  readonly policies?: Policies<Name> | undefined;
}

/** The same for segments of other names than the value tiers', which need policies of their own. */
export interface NamedPolicyOptions<Name extends string = string> extends CampaignOptions<Name> {
  readonly policies: Policies<Name>;
}

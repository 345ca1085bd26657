export type { CustomerAnswer } from "./answer.js";
export type { CampaignTotals } from "./economics.js";
export { mostProfitableCustomers, type NamedTopOptions, type TopOptions } from "./most-profitable.js";
export type { BySegment, CampaignOptions, CampaignSegment, NamedPolicyOptions } from "./options.js";
export { type CampaignPlan, campaignPlan, type MailEveryone, type PlannedSegment } from "./plan.js";
export { type Offer, type Policies, targetingPolicies } from "./policy.js";
export { customersWorthReactivating } from "./reactivating.js";
export { slippingLoyalCustomers } from "./slipping.js";
export type { NamedWhereOptions, ScoreWhere, WhereOptions } from "./where.js";

import type { Text } from "../shown.js";

type Price = Text<"segment" | "from" | "to" | "revenueShare" | "allRevenueShare">;
type Gateway = Text<"product" | "days" | "repeatRate" | "repeatLow" | "repeatHigh" | "othersRate">;

/** What is said of products. */
export interface ProductSentences {
  readonly nothing: Text<"segment">;
  readonly first: Text<"segment" | "product" | "revenue" | "revenueShare" | "buyers">;
  readonly found: Text<"segment" | "tested" | "found">;
  readonly lift: Text<"segment" | "product" | "share" | "lift" | "liftLow" | "liftHigh">;
  /** Found, though its interval holds no difference as well. */
  readonly liftFaint: Text<"segment" | "product" | "share" | "liftLow" | "liftHigh">;
  readonly noLift: Text<"segment" | "tested">;
  readonly untested: Text<"segment" | "minBuyers">;
  readonly priceLow: Price;
  readonly priceMiddle: Price;
  readonly priceHigh: Price;
  readonly priceEven: Text<"segment">;
  readonly gateway: Text<"product" | "customers" | "share">;
  readonly noGateway: Text;
  readonly repeat: Text<"days" | "followed" | "repeatRate">;
  readonly notFollowed: Text<"days">;
  readonly gatewayBetter: Gateway;
  readonly gatewayWorse: Gateway;
  readonly gatewayUnsure: Text<"days" | "tested">;
}

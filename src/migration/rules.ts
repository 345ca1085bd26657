import { deepFreeze } from "../core/model.js";
import type { WarningRule } from "./warning-types.js";

/**
 * Silent for longer than the own rhythm explains: at least four days with a purchase, and a silence that by chance one gap
 * in twenty is as long as.
 *
 * @example
 * ```ts
 * import { overdueRule } from "rfm-kit/migration";
 *
 * overdueRule; // => { name: "overdue", purchasesAtLeast: 4, probabilityAtMost: 0.05 }
 * ```
 */
export const overdueRule = /* @__PURE__ */ deepFreeze({
  name: "overdue",
  purchasesAtLeast: 4,
  probabilityAtMost: 0.05,
} as const satisfies WarningRule);

/**
 * Among the 40 % of customers with most days of purchases, silent for longer than three gaps in four at the own rhythm, but
 * not for longer than 180 days.
 *
 * @example
 * ```ts
 * import { slippingLoyalRule } from "rfm-kit/migration";
 *
 * slippingLoyalRule.silentAtMost; // => 180
 * ```
 */
export const slippingLoyalRule = /* @__PURE__ */ deepFreeze({
  name: "slipping-loyal",
  topFrequency: 0.4,
  probabilityAtMost: 0.25,
  silentAtMost: 180,
} as const satisfies WarningRule);

/**
 * Silent for at least 180 days, and among the 40 % of customers who spent most: worth reactivating.
 *
 * @example
 * ```ts
 * import { dormantRule } from "rfm-kit/migration";
 *
 * dormantRule; // => { name: "worth-reactivating", silentAtLeast: 180, topSpend: 0.4 }
 * ```
 */
export const dormantRule = /* @__PURE__ */ deepFreeze({
  name: "worth-reactivating",
  silentAtLeast: 180,
  topSpend: 0.4,
} as const satisfies WarningRule);

/**
 * Silent for at least 90 days, and among the 20 % of customers who spent most, whatever their rhythm.
 *
 * @example
 * ```ts
 * import { silentHighSpenderRule } from "rfm-kit/migration";
 *
 * silentHighSpenderRule.name; // => "90-days-silent-high-spend"
 * ```
 */
export const silentHighSpenderRule = /* @__PURE__ */ deepFreeze({
  name: "90-days-silent-high-spend",
  silentAtLeast: 90,
  topSpend: 0.2,
} as const satisfies WarningRule);

import type { Text } from "../shown.js";

/** What is said of how concentrated revenue is. */
export interface ParetoSentences {
  readonly none: Text;
  readonly noRevenue: Text;
  readonly top: Text<"top" | "topCustomers" | "topShare">;
  readonly holders: Text<"share" | "customersForShare" | "customerShare">;
  readonly giniLow: Text<"gini">;
  readonly giniMiddle: Text<"gini">;
  readonly giniHigh: Text<"gini">;
  readonly giniHighest: Text<"gini">;
  /** Whether 80/20 holds. */
  readonly ruleHolds: Text<"top" | "share" | "topShare">;
  readonly ruleNearly: Text<"top" | "share" | "topShare">;
  readonly ruleFails: Text<"top" | "share" | "topShare">;
}

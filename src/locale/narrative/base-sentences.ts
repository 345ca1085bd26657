import type { Text } from "../shown.js";

type Dropped = Text<"dropped" | "droppedAmounts">;

/** What is said of the rows of a log. */
export interface BaseSentences {
  readonly noRows: Text;
  readonly allRows: Text<"rowsRead">;
  readonly rows: Text<"rowsRead" | "rowsKept">;
  /** Rows left out, by reason. */
  readonly missingCustomer: Dropped;
  readonly invalidCustomer: Dropped;
  readonly invalidDate: Dropped;
  /** An amount that is none adds up to nothing. */
  readonly invalidAmount: Text<"dropped">;
  readonly invalidQuantity: Dropped;
  readonly duplicate: Dropped;
  readonly return: Dropped;
  /** By a rule of the shop's own. */
  readonly excluded: Text<"reason" | "dropped" | "droppedAmounts">;
  readonly excludedNone: Text<"reason">;
  /** Rows that repeat others and were kept. */
  readonly duplicates: Text<"duplicates">;
  readonly returns: Text<"rows" | "returned">;
  readonly matched: Text<"matched">;
  readonly noReturns: Text;
  readonly period: Text<"firstDay" | "lastDay">;
  readonly oneDay: Text<"firstDay">;
  readonly asOf: Text<"asOf">;
  readonly customers: Text<"customers" | "orders" | "amount">;
  /** The same where returns lower the amount. */
  readonly customersNet: Text<"customers" | "orders" | "amount">;
  readonly withoutPurchase: Text<"customersWithoutPurchase">;
  readonly withoutOrder: Text<"rowsWithoutOrder">;
}

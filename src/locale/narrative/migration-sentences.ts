import type { Text } from "../shown.js";

type Retention = Text<"period" | "size" | "customers" | "retained">;

/** What is said of two days, and of who comes again. */
export interface MigrationSentences {
  readonly none: Text<"before" | "after">;
  readonly totals: Text<"before" | "after" | "customersBefore" | "customersAfter">;
  readonly stayed: Text<"stayed" | "customersBefore">;
  readonly moved: Text<"moved">;
  readonly drifted: Text<"drifted">;
  readonly noDrift: Text;
  /** Where each day had a ruler of its own. */
  readonly untold: Text;
  readonly left: Text<"left">;
  readonly entered: Text<"entered">;
  readonly revenue: Text<"before" | "after" | "revenueBefore" | "revenueAfter">;
  readonly flow: Text<"from" | "to" | "customers" | "share">;
  readonly flowDrifted: Text<"from" | "to" | "customers" | "share" | "drifted">;
  readonly flowLeft: Text<"from" | "customers" | "share">;
  readonly grew: Text<"segment" | "before" | "after">;
  readonly shrank: Text<"segment" | "before" | "after">;
  readonly retentionMonth: Retention;
  readonly retentionWeek: Retention;
}

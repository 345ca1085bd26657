/**
 * Who moves between segments and why, how cohorts stay, and who is slipping away by the own rhythm.
 *
 * @module rfm-kit/migration
 */
export type { CohortOptions, CohortPeriod } from "./cohort-types.js";
export { earlyWarnings } from "./early-warnings.js";
export { type FitRuler, type Fitting, type MigrationOptions, migrateSegments } from "./migrate.js";
export type {
  MigratedCustomer,
  Migration,
  MigrationFlow,
  MigrationTotals,
  SegmentMovement,
  SnapshotCustomer,
  Told,
} from "./migration-types.js";
export { cohortRetention } from "./retention.js";
export { dormantRule, overdueRule, silentHighSpenderRule, slippingLoyalRule } from "./rules.js";
export type { EarlyWarning, WarningName, WarningOptions, WarningRule } from "./warning-types.js";

export type { PublishedScheme, SchemeSource, SchemeVerdict } from "./catalogue/entry.js";
export { type PublishedSchemeId, publishedSchemes } from "./catalogue/published.js";
export { checkScheme } from "./check.js";
export { type Crosswalk, type CrosswalkCell, type CrosswalkFlow, crosswalk } from "./crosswalk.js";
export { type ExplainOptions, explainSegment } from "./explain.js";
export type { CustomerFigures, SegmentExplanation, SegmentMove } from "./explanation.js";
export { publishedQuartileSegments, quartileSegments } from "./quartile-segments.js";
export type { DeadRule, DominanceFault, Overlap, SchemeReport } from "./report.js";
export type {
  Axis,
  CellRule,
  PatternRule,
  RangeRule,
  SchemeBins,
  ScoreRange,
  SegmentRule,
} from "./rule-types.js";
export {
  defineScheme,
  type SchemeBinsOf,
  type SchemeBinsOption,
  type SchemeDefinition,
  type SegmentOf,
  type SegmentScheme,
} from "./scheme.js";
export { type Segmented, type SegmentedColumns, segmentCustomers } from "./segment.js";
export {
  type SegmentedCustomer,
  type SegmentedCustomerColumns,
  type SegmentSummary,
  type SummarizeColumnOptions,
  type SummarizeOptions,
  summarizeSegments,
} from "./summary.js";
export { type TenSegment, tenSegments } from "./ten-segments.js";
export { type ValueTier, valueTiers } from "./value-tiers.js";

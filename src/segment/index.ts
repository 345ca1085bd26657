export { publishedQuartileSegments, quartileSegments } from "./quartile-segments.js";
export {
  type Axis,
  type CellRule,
  defineScheme,
  type PatternRule,
  type RangeRule,
  type SchemeBins,
  type SchemeBinsOf,
  type SchemeBinsOption,
  type SchemeDefinition,
  type ScoreRange,
  type SegmentOf,
  type SegmentRule,
  type SegmentScheme,
} from "./scheme.js";
export { type Segmented, segmentCustomers } from "./segment.js";
export {
  type SegmentedCustomer,
  type SegmentSummary,
  type SummarizeOptions,
  summarizeSegments,
} from "./summary.js";
export { type TenSegment, tenSegments } from "./ten-segments.js";

/**
 * What leaves for a BI tool, a spreadsheet or a report: a star schema, CSV, and summaries that tell no figures of a few.
 *
 * @module rfm-kit/export
 */
export { anonymise } from "./anonymise.js";
export type {
  AnonymisedGroup,
  AnonymiseOptions,
  CountedGroup,
  MergedSummary,
  MergeOptions,
  ToldGroup,
  WithheldGroup,
} from "./anonymise-types.js";
export type { CsvColumns, CsvOptions } from "./csv-options.js";
export {
  type CustomerSegmentationRow,
  customerSegmentationRows,
  type FinishedCustomer,
} from "./ready-rows.js";
export type { StarOptions } from "./star-options.js";
export { starSchema } from "./star-schema.js";
export type {
  DimCustomer,
  DimDate,
  DimProduct,
  DimSegment,
  FactSale,
  StarCustomer,
  StarSchema,
} from "./star-types.js";
export { toCsv } from "./to-csv.js";

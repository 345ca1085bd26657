/**
 * Scorers that give the numbers of other tools, and {@link reconcile}, which says why two of them differ.
 *
 * @module rfm-kit/compat
 */
export { type NestedOptions, nested } from "./nested.js";
export { type NtileOptions, ntile } from "./ntile.js";
export type { PerScore } from "./options.js";
export { type PandasQcutOptions, pandasQcut } from "./pandas-qcut.js";
export { type PymcSegmentsOptions, pymcSegments } from "./pymc-segments.js";
export type { PandasRelease } from "./qcut.js";
export { type RRfmOptions, rRfm } from "./r-rfm.js";
export type { Reason } from "./reason.js";
export { type Reconciliation, reconcile, type ScoreDifference } from "./reconcile.js";

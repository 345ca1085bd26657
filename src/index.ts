/**
 * All of rfm-kit. Each room is a subpath of its own too: `rfm-kit/transactions`, `rfm-kit/rfm`,
 * `rfm-kit/segment`, `rfm-kit/pareto`, `rfm-kit/campaign`. Other tools' scorers are in `rfm-kit/compat` alone.
 *
 * @module rfm-kit
 */
export * from "./campaign/index.js";
export type { Optional } from "./core/arguments.js";
export type { BinCounts } from "./core/bin-counts.js";
export type { Bins, ScoredWith, ScoreTriple } from "./core/bins.js";
export type { DateInput, InstantLike, PlainDateLike } from "./core/day.js";
export { type Refusal, RfmError, type RfmErrorCode } from "./core/error.js";
export type { Merge, Without } from "./core/extend.js";
export type { NumericKey, ValueOf } from "./core/values.js";
export * from "./pareto/index.js";
export * from "./rfm/index.js";
export * from "./segment/index.js";
export * from "./transactions/index.js";

export { type BootstrapInterval, type BootstrapOptions, bootstrap } from "../core/bootstrap.js";
export { type AbcClass, type AbcColumns, type AbcOptions, abcClasses } from "./abc.js";
export { giniCoefficient } from "./gini.js";
export { type LorenzPoint, lorenzCurve } from "./lorenz.js";
export { customersForShare, paretoShare, type ShareOptions } from "./share.js";
export { type ParetoSummary, type ParetoSummaryOptions, summarizePareto } from "./summary.js";
export type {
  MonetaryRow,
  NamedValueOptions,
  ParetoColumnOptions,
  ParetoOptions,
  ValueColumns,
} from "./values.js";

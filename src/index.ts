export { RfmError, type RfmErrorCode } from "./core/error.js";
export * from "./pareto/index.js";
export * from "./rfm/index.js";
export * from "./segment/index.js";
export * from "./transactions/index.js";

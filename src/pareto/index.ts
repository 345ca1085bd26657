export { giniCoefficient } from "./gini.js";
export { type LorenzPoint, lorenzCurve } from "./lorenz.js";
export { customersForShare, paretoShare } from "./share.js";
export type { ParetoOptions } from "./values.js";

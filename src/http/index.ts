/**
 * Clusters over HTTP: a web-standard handler that answers which group a customer is in, and its description.
 *
 * @module rfm-kit/http
 */
export type { ClusterAnswer, ClusterMetrics, ClusterRefusal, Figures, Inputs } from "./answer.js";
export { clusterHandler, type ServedModel } from "./handler.js";
export { type OpenApiDocument, type OpenApiOptions, openApi } from "./open-api.js";
export type { ClusterHandlerOptions } from "./options.js";
export type { Schema } from "./schemas.js";

/**
 * Charts of what rfm-kit finds, as specifications of Vega-Lite 6 and Vega 6: plain JSON with its data inside. They are
 * drawn by vega-embed on a page, or by vega to SVG.
 *
 * @module rfm-kit/chart
 */
export { abcChart } from "./abc.js";
export { type AliveMatrixOptions, aliveMatrixChart } from "./alive-matrix.js";
export { elbowChart, silhouetteChart } from "./cluster-counts.js";
export { clusterProfileChart } from "./cluster-profile.js";
export { type ClusterScatterOptions, clusterScatterChart } from "./cluster-scatter.js";
export type { ClusterChartOptions } from "./clusters.js";
export { cohortRetentionChart } from "./cohort-retention.js";
export { type ChartStep, type ForecastTrackingOptions, forecastTrackingChart } from "./forecast-tracking.js";
export { type GatewayChartOptions, gatewayChart } from "./gateway.js";
export { type GroupForecastOptions, groupForecastChart, type NamedForecast } from "./group-forecast.js";
export { type ChartCustomer, type RfmHistogramOptions, rfmHistogramChart } from "./histogram.js";
export { type LorenzOptions, lorenzChart } from "./lorenz.js";
export { migrationFlowChart } from "./migration-flow.js";
export { migrationMatrixChart } from "./migration-matrix.js";
export type { ChartLocale, ChartOptions } from "./options.js";
export { type OrderDistributionOptions, orderDistributionChart } from "./order-distribution.js";
export { type ProductLiftOptions, productLiftChart } from "./product-lift.js";
export { revenueShareChart } from "./revenue-share.js";
export { type RfHeatMapOptions, rfHeatMapChart } from "./rf-heat-map.js";
export { type RfmAxis, type RfmScatterOptions, rfmScatterChart } from "./scatter.js";
export { scoreBarsChart } from "./score-bars.js";
export type { ScoredCustomer } from "./scores.js";
export { type SegmentBarsOptions, type SegmentMeasure, segmentBarsChart } from "./segment-bars.js";
export { segmentTreemapChart } from "./segment-treemap.js";
export type { ChartObject, ChartSpec, ChartValue } from "./spec.js";

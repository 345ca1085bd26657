export { fitBgNbd } from "./bg-nbd.js";
export type { PurchaseFitOptions } from "./fit-purchases.js";
export {
  type CustomerForecast,
  type CustomerForecastRange,
  forecastCustomers,
  type OutlookRange,
} from "./forecast.js";
export {
  forecastGroup,
  forecastNewCustomers,
  type GroupForecast,
  type GroupForecastRange,
} from "./forecast-group.js";
export type { ForecastModels, ForecastOptions, IntervalOptions } from "./forecast-options.js";
export { type FrequencyRow, frequencyTable } from "./frequency-table.js";
export { type HistorySummaryOptions, purchaseHistoriesFromSummary } from "./from-summary.js";
export { fitGammaGamma } from "./gamma-gamma.js";
export type { ObservedPurchases, ObservedSpend } from "./histories.js";
export { purchaseHistories } from "./history.js";
export type { HistoryOptions, PurchaseHistory } from "./history-types.js";
export type { BgNbdModel, GammaGammaModel, ParetoNbdModel, PurchaseModel } from "./model.js";
export type { Outlook } from "./outlook.js";
export { fitParetoNbd } from "./pareto-nbd.js";
export type { ForecastError } from "./score-forecast.js";
export { type TrackedStep, type TrackOptions, trackForecast } from "./track.js";
export {
  type ForecastValidation,
  type ValidatedForecast,
  type ValidateOptions,
  validateForecast,
} from "./validate.js";

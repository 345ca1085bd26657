export { type HistorySummaryOptions, purchaseHistoriesFromSummary } from "./from-summary.js";
export { purchaseHistories } from "./history.js";
export type { HistoryOptions, PurchaseHistory } from "./history-types.js";

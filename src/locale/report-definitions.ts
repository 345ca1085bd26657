/** A word of a report, and what it means. */
export interface ReportDefinition {
  readonly term: string;
  readonly text: string;
}

/** The words that a report explains. */
export type ReportTerm =
  | "days"
  | "recency"
  | "frequency"
  | "monetary"
  | "score"
  | "segment"
  | "pareto"
  | "gini"
  | "cluster"
  | "silhouette"
  | "drift"
  | "retention"
  | "alive"
  | "forecast"
  | "interval"
  | "margin"
  | "cliffsDelta"
  | "lift"
  | "wilson"
  | "falseDiscovery"
  | "priceLevel";

export type ReportDefinitions = Readonly<Record<ReportTerm, ReportDefinition>>;

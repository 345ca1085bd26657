import type { ReportDefinitions } from "./report-definitions.js";
import type { ReportHeads } from "./report-heads.js";

/** The parts of a report that have a line in the contents. */
export type ReportSectionName =
  | "summary"
  | "cleaning"
  | "segments"
  | "pareto"
  | "clusters"
  | "migration"
  | "forecast"
  | "programme"
  | "products"
  | "method";

/** A table of which there is one in a report. */
export type ReportCaption =
  | "rows"
  | "kept"
  | "segments"
  | "segmentAdvice"
  | "pareto"
  | "gini"
  | "clusters"
  | "clusterAdvice"
  | "clusterCounts"
  | "movements"
  | "flows"
  | "retention"
  | "tracking"
  | "eligible"
  | "size"
  | "sensitivity"
  | "profile"
  | "memberProducts"
  | "programmeRevenue"
  | "horizons"
  | "entry"
  | "courses"
  | "actions"
  | "priceLevels";

/** Notes below tables. Numbers come as the language writes them. */
export interface ReportNotes {
  /** Of a list that is longer. */
  readonly first: (shown: string, all: string) => string;
  readonly incomplete: string;
  /** How sure an interval is, such as `95.0%`. */
  readonly interval: (level: string) => string;
  readonly withheld: (members: string) => string;
  readonly inRule: string;
  readonly lift: (level: string) => string;
}

/** Whom to do something for, and what. */
export interface ReportAction {
  readonly who: string;
  readonly action: string;
}

/** What a report says beside its figures and its sentences: titles, heads of columns, captions, notes, definitions. */
export interface ReportTexts {
  readonly title: string;
  /** `day` is written out. */
  readonly asOf: (day: string) => string;
  readonly contents: string;
  readonly skip: string;
  readonly sections: Readonly<Record<ReportSectionName, string>>;
  readonly headings: Readonly<Record<"retention" | "tracking" | "gateways", string>>;
  readonly heads: ReportHeads;
  readonly captions: Readonly<Record<ReportCaption, string>>;
  /** Captions of tables of something: an attribute by its name, a number of days, two days. */
  readonly attributeCaption: (attribute: string) => string;
  readonly memberAttributeCaption: (attribute: string) => string;
  readonly forecastCaption: (days: string) => string;
  readonly gatewayCaption: (days: string) => string;
  readonly evidenceCaption: (from: string, to: string) => string;
  readonly productsByRevenue: (segment: string) => string;
  readonly productsByLift: (segment: string) => string;
  readonly revenueOfTop: (share: string) => string;
  readonly customersForRevenue: (share: string) => string;
  readonly revenueAhead: (days: string) => string;
  readonly notes: ReportNotes;
  /** Why a row was left out; a rule of the shop's own has its own name. */
  readonly dropped: Readonly<
    Record<
      | "missingCustomer"
      | "invalidCustomer"
      | "invalidDate"
      | "invalidAmount"
      | "invalidQuantity"
      | "duplicate"
      | "return",
      string
    >
  >;
  readonly droppedBy: (rule: string) => string;
  /** The nine questions on a programme. */
  readonly questions: Readonly<
    Record<
      "eligible" | "size" | "profile" | "revenue" | "forecast" | "entry" | "exit" | "evidence" | "actions",
      string
    >
  >;
  readonly conditions: Readonly<
    Record<
      "recencyAtMost" | "frequencyAtLeast" | "monetaryAtLeast",
      (limit: string, isOne: boolean) => string
    >
  >;
  readonly actions: Readonly<
    Record<"slipping" | "at-the-border" | "secure" | "nearly-in" | "lapsed", ReportAction>
  >;
  readonly figures: Readonly<
    Record<
      | "recency"
      | "frequency"
      | "monetary"
      | "tenure"
      | "averageOrderValue"
      | "itemsPerOrder"
      | "distinctProducts"
      | "returnRate"
      | "meanDaysBetweenOrders"
      | "spreadOfDaysBetweenOrders"
      | "shareOfRecentSpend",
      string
    >
  >;
  readonly priceLevels: Readonly<Record<"low" | "middle" | "high", string>>;
  readonly yes: string;
  readonly no: string;
  /** How it was counted, before the definitions. */
  readonly method: string;
  readonly definitions: ReportDefinitions;
}

/**
 * The languages of rfm-kit: English, Spanish and Portuguese. A language is a plain object, so one of your own needs
 * nothing but the same texts.
 *
 * @module rfm-kit/locale
 */
export type { ChartMeasure, ChartSentences, ChartTexts, ChartTitle, ChartWord } from "./chart-texts.js";
export type { ClusterLabel, ClusterTexts, LabelText } from "./cluster-texts.js";
export { en } from "./en/index.js";
export { es } from "./es/index.js";
export type { Locale, LocaleOf } from "./locale.js";
export type { BaseSentences } from "./narrative/base-sentences.js";
export type { ClusterSentences } from "./narrative/cluster-sentences.js";
export type { CertaintyPhrases, ForecastSentences } from "./narrative/forecast-sentences.js";
export type { MigrationSentences } from "./narrative/migration-sentences.js";
export type { ParetoSentences } from "./narrative/pareto-sentences.js";
export type { ProductSentences } from "./narrative/product-sentences.js";
export type { ConditionPhrases, FigureNames, ProgrammeSentences } from "./narrative/programme-sentences.js";
export type { SegmentSentences } from "./narrative/segment-sentences.js";
export type { NarrativeSentences, NarrativeTexts } from "./narrative-texts.js";
export { pt } from "./pt/index.js";
export type { ReportDefinition, ReportDefinitions, ReportTerm } from "./report-definitions.js";
export type { ReportHead, ReportHeads } from "./report-heads.js";
export type {
  ReportAction,
  ReportCaption,
  ReportNotes,
  ReportSectionName,
  ReportTexts,
} from "./report-texts.js";
export type { RequestTexts } from "./request-texts.js";
export type { SegmentAdvice, SegmentTexts } from "./segment-texts.js";
export type { Shown, Text } from "./shown.js";

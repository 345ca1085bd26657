import type { ChartTexts } from "./chart-texts.js";
import type { ClusterTexts } from "./cluster-texts.js";
import type { NarrativeTexts } from "./narrative-texts.js";
import type { ReportTexts } from "./report-texts.js";
import type { RequestTexts } from "./request-texts.js";
import type { SegmentAdvice, SegmentTexts } from "./segment-texts.js";

/** One language: every text that rfm-kit gives in more than one. */
export interface Locale {
  /** Its tag, such as `"es"` or `"pt-BR"`. */
  readonly language: string;
  readonly clusters: ClusterTexts;
  readonly segments: SegmentTexts;
  readonly segmentAdvice: SegmentAdvice;
  readonly request: RequestTexts;
  readonly narrative: NarrativeTexts;
  readonly chart: ChartTexts;
  readonly report: ReportTexts;
}

/** A language with some of its parts: what a function asks for that says nothing else. */
export type LocaleOf<Part extends keyof Locale> = Pick<Locale, "language" | Part>;

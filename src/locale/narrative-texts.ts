import type { BaseSentences } from "./narrative/base-sentences.js";
import type { ClusterSentences } from "./narrative/cluster-sentences.js";
import type { CertaintyPhrases, ForecastSentences } from "./narrative/forecast-sentences.js";
import type { MigrationSentences } from "./narrative/migration-sentences.js";
import type { ParetoSentences } from "./narrative/pareto-sentences.js";
import type { ProductSentences } from "./narrative/product-sentences.js";
import type { ConditionPhrases, FigureNames, ProgrammeSentences } from "./narrative/programme-sentences.js";
import type { SegmentSentences } from "./narrative/segment-sentences.js";

/** The sentences of a language, by what they speak of. */
export interface NarrativeSentences {
  readonly base: BaseSentences;
  readonly segments: SegmentSentences;
  readonly pareto: ParetoSentences;
  readonly clusters: ClusterSentences;
  readonly migration: MigrationSentences;
  readonly forecast: ForecastSentences;
  readonly programme: ProgrammeSentences;
  readonly products: ProductSentences;
}

/** All that `rfm-kit/narrative` says in a language. */
export interface NarrativeTexts {
  /** Puts a name into the quotation marks of the language. */
  readonly quote: (name: string) => string;
  readonly sentences: NarrativeSentences;
  readonly conditions: ConditionPhrases;
  readonly certainties: CertaintyPhrases;
  readonly figures: FigureNames;
}

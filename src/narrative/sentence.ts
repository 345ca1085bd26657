import type { NarrativeSentences } from "../locale/narrative-texts.js";

/** What is spoken of. */
export type Topic = keyof NarrativeSentences;

/** Which sentence it is, whatever the language: `"pareto.top"`. */
export type SentenceId = {
  [T in Topic]: `${T}.${keyof NarrativeSentences[T] & string}`;
}[Topic];

/** What a sentence is said of, unrounded, by the names that the results of rfm-kit have. */
export type SentenceFacts = Readonly<Record<string, number | string | null>>;

/** One sentence, and what it says as figures. */
export interface Sentence {
  readonly id: SentenceId;
  /** Plain text; escape it where it becomes markup. */
  readonly text: string;
  /** Every number that the text shows, and names and days as ids and `YYYY-MM-DD`. */
  readonly facts: SentenceFacts;
}

/** All that is said of a shop, in the order of reading. Empty where the facts lack the part. */
export interface Narrative {
  /** The five to eight sentences that matter most; each stands below as well. */
  readonly summary: readonly Sentence[];
  readonly base: readonly Sentence[];
  readonly segments: readonly Sentence[];
  readonly pareto: readonly Sentence[];
  readonly clusters: readonly Sentence[];
  /** Of two days, and of cohorts. */
  readonly migration: readonly Sentence[];
  readonly forecast: readonly Sentence[];
  readonly programme: readonly Sentence[];
  readonly products: readonly Sentence[];
}

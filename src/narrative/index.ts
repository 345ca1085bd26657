/**
 * Sentences of results: what segments, shares, clusters, migrations, forecasts, programmes and products say, in the language
 * of their readers.
 *
 * @module rfm-kit/narrative
 */
export type { ClusterFacts, Facts, ForecastFacts, MigrationFacts } from "./facts.js";
export { narrate } from "./narrate.js";
export type { NarrateOptions, NarrativeLocale } from "./options.js";
export type { Narrative, Sentence, SentenceFacts, SentenceId, Topic } from "./sentence.js";

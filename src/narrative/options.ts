import { checkOptions } from "../core/options.js";
import { checkInnerShare } from "../core/share.js";
import { checkLocale } from "../locale/check-locale.js";
import { clusters } from "../locale/en/clusters.js";
import { narrative } from "../locale/en/narrative/index.js";
import { segmentAdvice } from "../locale/en/segment-advice.js";
import { segments } from "../locale/en/segments.js";
import type { LocaleOf } from "../locale/locale.js";
import { checkPart, FACT_PARTS } from "./fact-parts.js";
import type { Facts } from "./facts.js";

/** What a narrative needs of a language. */
export type NarrativeLocale = LocaleOf<"clusters" | "segments" | "segmentAdvice" | "narrative">;

/** How {@link narrate} speaks. */
export interface NarrateOptions {
  /** The language. Default: `en` of `rfm-kit/locale`. */
  readonly locale?: NarrativeLocale | undefined;
  /** The unit of the amounts, as ISO 4217 has it: `"EUR"`. Default: none is shown. */
  readonly currency?: string | undefined;
  /**
   * How sure a difference has to be to be claimed: its q-value, or p-value, is at most 1 − level. Default: 0.95. Of products,
   * the level that they were looked at with.
   */
  readonly level?: number | undefined;
}

const ENGLISH: NarrativeLocale = { language: "en", clusters, segments, segmentAdvice, narrative };

/** The options as given, with the language. */
export function readNarrateOptions(caller: string, options: NarrateOptions) {
  checkOptions(caller, options, ["locale", "currency", "level"]);
  const { locale = ENGLISH, currency, level } = options;
  checkLocale(caller, "locale", locale, ENGLISH);
  if (level !== undefined) checkInnerShare(caller, "level", level);
  return { locale, currency, level };
}

/** Refuses facts that are no plain object, a part that is not known, and one that is nothing of its kind. */
export function checkFacts(caller: string, facts: unknown): asserts facts is Facts {
  checkOptions(caller, facts, Object.keys(FACT_PARTS), "facts");
  for (const [part, shape] of Object.entries(FACT_PARTS)) {
    const received = (facts as Readonly<Record<string, unknown>>)[part];
    if (received !== undefined) checkPart(caller, `facts.${part}`, received, shape);
  }
}

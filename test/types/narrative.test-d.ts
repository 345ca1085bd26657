import { summarizePareto } from "rfm-kit";
import { en, type Locale, type NarrativeTexts } from "rfm-kit/locale";
import { type Facts, type Narrative, narrate, type Sentence, type SentenceId } from "rfm-kit/narrative";
import { describe, expectTypeOf, it } from "vitest";

describe("narrate", () => {
  it("takes results as they are returned, and gives sentences", () => {
    const pareto = summarizePareto([{ monetary: 1 }]);
    expectTypeOf(narrate({ pareto }, { locale: en, currency: "EUR", level: 0.9 })).toEqualTypeOf<Narrative>();
    expectTypeOf<Narrative["summary"]>().toEqualTypeOf<readonly Sentence[]>();
    // @ts-expect-error no part of the facts is called so
    narrate({ paretto: pareto });
    // @ts-expect-error a day is no report
    narrate({ log: "2011-12-09" });
  });

  it("takes any language with the parts that it says", () => {
    const { language, clusters, segments, segmentAdvice, narrative } = en;
    narrate({}, { locale: { language, clusters, segments, segmentAdvice, narrative } });
    // @ts-expect-error the sentences are missing
    narrate({}, { locale: { language, clusters, segments, segmentAdvice } });
  });
});

describe("a sentence", () => {
  it("has an id of a topic and a text of it", () => {
    expectTypeOf<"pareto.top">().toExtend<SentenceId>();
    expectTypeOf<"segments.asleep">().toExtend<SentenceId>();
    expectTypeOf<"pareto.asleep">().not.toExtend<SentenceId>();
  });

  it("has facts that nobody changes", () => {
    const [sentence] = narrate({} as Facts).summary;
    // @ts-expect-error facts are read-only
    sentence.facts.topShare = 1;
    // @ts-expect-error and so are texts
    sentence.text = "";
  });
});

describe("a language", () => {
  it("does not compile without a sentence, nor with one that lacks a piece's name", () => {
    const { top: _, ...rest } = en.narrative.sentences.pareto;
    const sentences = en.narrative.sentences;
    // @ts-expect-error "top" is missing
    const lacking: NarrativeTexts = { ...en.narrative, sentences: { ...sentences, pareto: rest } };
    const top = ({ gini }: { gini: { text: string; number: number } }) => gini.text;
    // @ts-expect-error "pareto.top" is given no "gini"
    const asking: NarrativeTexts = { ...en.narrative, sentences: { ...sentences, pareto: { ...rest, top } } };
    const whole: Locale = { ...en, narrative: { ...en.narrative, quote: (name) => `‘${name}’` } };
    expectTypeOf([lacking, asking, whole]).toBeArray();
  });
});

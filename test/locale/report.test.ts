import { en, es, pt } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";

const locales = [en, es, pt];

/** Every text of a report by its path, with what is said of sample values. */
function textsOf(part: unknown, path = "report"): [string, string][] {
  if (typeof part === "string") return [[path, part]];
  if (typeof part === "function") return [[path, part("77", "88")]];
  return Object.entries(part as object).flatMap(([key, value]) => textsOf(value, `${path}.${key}`));
}

/** Words that languages share. */
const SHARED =
  /\.(lift|lift\.term|from|to|customer|customers|members|interval|period|value|actual|no|calinskiHarabasz|daviesBouldin|cliffsDelta|gini|high|low|interval)$|share$/i;

describe("the texts of a report", () => {
  it("are the same ones in every language, and none is empty", () => {
    const paths = locales.map(({ report }) => textsOf(report).map(([path]) => path));
    expect(paths[0].length).toBeGreaterThan(200);
    expect(paths[1]).toEqual(paths[0]);
    expect(paths[2]).toEqual(paths[0]);
    for (const { report } of locales)
      for (const [, text] of textsOf(report)) expect(text).not.toMatch(/^$| {2}|undefined|^\s|\s$/);
  });

  it("are not those of English in another language", () => {
    const english = new Map(textsOf(en.report));
    for (const { report } of [es, pt]) {
      const equal = textsOf(report).filter(
        ([path, text]) => english.get(path) === text && !SHARED.test(path),
      );
      expect(equal).toEqual([]);
    }
  });

  it.each(locales)(
    "of $language name captions and heads differently, for who goes from region to region",
    ({ report }) => {
      const captions = Object.values(report.captions);
      expect(new Set(captions).size).toBe(captions.length);
      const sections = Object.values(report.sections);
      expect(new Set(sections).size).toBe(sections.length);
    },
  );

  it.each(locales)("of $language explain in whole sentences", ({ report }) => {
    const sentences = [
      report.method,
      ...Object.values(report.definitions).map(({ text }) => text),
      ...Object.values(report.actions).map(({ action }) => action),
    ];
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
    for (const question of Object.values(report.questions)) expect(question).toMatch(/^¿?\p{Lu}.*\?$/u);
  });

  it.each(locales)("of $language agree with one and with many", ({ report }) => {
    const { recencyAtMost, frequencyAtLeast } = report.conditions;
    expect(recencyAtMost("1", true)).toMatch(/1 (day|día|dia)$/);
    expect(recencyAtMost("2", false)).toMatch(/2 (days|días|dias)$/);
    expect(frequencyAtLeast("1", true)).toMatch(/1 (order|pedido)$/);
    expect(frequencyAtLeast("2", false)).toMatch(/2 (orders|pedidos)$/);
  });
});

import { en, es, type Locale, pt } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";

const locales = [en, es, pt];
/** 20 titles, 14 measures, 40 words, 3 titles of two parts and 12 sentences. */
const CHART_TEXTS = 20 + 14 + 40 + 3 + 12;

/** Every text of a language but its narrative, which has tests of its own, by its path, with sentences said of sample values. */
function textsOf(locale: Locale): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [label, { name, advice }] of Object.entries(locale.clusters)) {
    texts.set(`clusters.${label}.name`, name);
    texts.set(`clusters.${label}.advice`, advice);
  }
  for (const [fault, text] of Object.entries(locale.request) as [string, unknown][]) {
    texts.set(`request.${fault}`, typeof text === "function" ? text("recency", 77) : String(text));
  }
  for (const [part, words] of Object.entries(locale.chart) as [string, unknown][]) {
    if (part === "says") continue;
    if (typeof words === "function") texts.set(`chart.${part}.name`, words("Cats", "Dogs"));
    else
      for (const [key, word] of Object.entries(words as object)) texts.set(`chart.${part}.${key}.name`, word);
  }
  for (const [key, say] of Object.entries(locale.chart.says) as [string, unknown][]) {
    texts.set(`chart.says.${key}`, typeof say === "function" ? sayAny(say as Say, key) : String(say));
  }
  return texts;
}

type Say = (...figures: unknown[]) => string;

/** A sentence of a chart, of sample figures. */
function sayAny(say: Say, key: string): string {
  if (key !== "moved") return say("61", "62", "63", "64");
  return say({ before: "61", stayed: "62", moved: "63", left: "64", entered: "65" });
}

describe("the languages", () => {
  it("have tags of their own, and the same texts", () => {
    expect(locales.map(({ language }) => language)).toEqual(["en", "es", "pt"]);
    const paths = locales.map((locale) => [...textsOf(locale).keys()]);
    expect(paths[0].length).toBe(35 + CHART_TEXTS);
    expect(paths[1]).toEqual(paths[0]);
    expect(paths[2]).toEqual(paths[0]);
  });

  it.each(locales)("of $language name every label differently, in a few words", ({ clusters }) => {
    const names = Object.values(clusters).map(({ name }) => name);
    expect(new Set(names).size).toBe(10);
    for (const name of names) expect(name).toMatch(/^\p{Lu}[\p{L}' -]{2,24}$/u);
  });

  it.each(locales)("of $language speak in whole sentences", (locale) => {
    for (const [path, text] of textsOf(locale)) {
      if (path.endsWith(".name")) continue;
      expect(text).toMatch(/^[\p{Lu}"«].*\.$/u);
      expect(text).not.toMatch(/ {2}|undefined|\s$/);
    }
  });

  it.each(locales)("of $language name the field at fault, and the limit", ({ request }) => {
    const { missing, repeated, notWhole, notNumber, isText } = request;
    for (const say of [missing, repeated, notWhole, notNumber, isText])
      expect(say("recency")).toMatch(/["«]recency["»]/);
    expect(request.tooLarge("recency", 77)).toMatch(/["«]recency["»].* 77\.$/);
    expect(request.notCustomer("[3]", "a, b")).toMatch(/["«]\[3\]["»].* a, b\.$/);
    expect(request.tooLong(77)).toContain(" 77 bytes");
  });

  it("are not each other", () => {
    const [english, spanish, portuguese] = locales.map(textsOf);
    for (const [path, text] of english) {
      if (path.startsWith("chart.") && path.endsWith(".name")) {
        // Words of one or two are the same in two of these languages now and then.
        const same = [spanish, portuguese].filter((other) => other.get(path) === text);
        expect({ path, same: same.length }).toEqual({ path, same: 0 });
        continue;
      }
      expect(spanish.get(path)).not.toBe(text);
      expect(portuguese.get(path)).not.toBe(text);
      expect(portuguese.get(path)).not.toBe(spanish.get(path));
    }
  });
});

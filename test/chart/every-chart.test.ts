import { en, es, pt } from "rfm-kit/locale";
import { describe, expect, it } from "vitest";
import { THEMES } from "../../src/chart/theme.js";
import { expectRefusal } from "../refusal.js";
import { blend, contrast } from "./contrast.js";
import { render, textsOf } from "./render.js";
import { samples } from "./samples.js";

const ALL = 1000;
const languages = [en, es, pt];
const themes = ["light", "dark"] as const;

describe.each(samples)("$name", ({ draw }) => {
  it.each(languages)("is drawn in $language, light and dark, without a warning", async (locale) => {
    for (const theme of themes) {
      for (const width of [640, 340, "container"] as const) {
        const spec = draw(ALL)({ locale, theme, width, currency: "EUR" });
        expect(JSON.parse(JSON.stringify(spec))).toEqual(spec);
        expect(spec.description).toMatch(/^.{10,}\.$/s);
        expect(spec.description).not.toMatch(/undefined|NaN|null|Infinity/);
        const svg = await render(spec);
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        coloursAreOf(svg, THEMES[theme]);
        titleIsInside(svg);
      }
    }
  });

  it.each([1, 2, 3])("is drawn of %i rows", async (rows) => {
    const svg = await render(draw(rows)({}));
    expect(svg).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("says so where there is nothing to draw, in the language", async () => {
    if (draw.toString().startsWith("() =>")) return;
    for (const locale of languages) {
      const spec = draw(0)({ locale });
      const texts = textsOf(await render(spec));
      const { noData, notTold } = locale.chart.words;
      expect([noData, notTold]).toContain(texts.find((text) => text === noData || text === notTold));
    }
  });

  it("has its texts from the language, and the title that it is given", async () => {
    const [english, spanish] = [en, es].map((locale) => draw(ALL)({ locale }).description);
    expect(spanish).not.toBe(english);
    const titled = draw(ALL)({ title: '<b>Ours</b> & "theirs"' });
    expect(titled.description).toContain('<b>Ours</b> & "theirs".');
    expect(
      textsOf(await render(titled))
        .join(" ")
        .replace(/\s+/g, " "),
    ).toContain('<b>Ours</b> & "theirs"');
  });

  it.each(["constructor", "toString", "__proto__"])("is drawn with the title %s", async (title) => {
    const texts = textsOf(await render(draw(ALL)({ title })));
    expect(texts.map((text) => text.replace("\u2060", ""))).toContain(title);
  });

  it("refuses options that are none", () => {
    const options = (own: object) => () => draw(ALL)(own);
    expectRefusal(options({ titel: "x" }), {
      code: "unknownOption",
      path: "titel",
      message: /did you mean "title"/,
    });
    expectRefusal(options({ theme: "blue" }), { code: "invalidOption", path: "theme" });
    expectRefusal(options({ width: 20 }), { code: "invalidOption", path: "width" });
    expectRefusal(options({ height: "tall" }), { code: "invalidOption", path: "height" });
    expectRefusal(options({ title: ["a"] }), { code: "invalidOption", path: "title" });
    expectRefusal(options({ currency: "euros" }), { code: "invalidOption", path: "currency" });
    expectRefusal(options({ locale: { ...en, chart: {} } }), {
      code: "invalidOption",
      path: "locale.chart.titles",
    });
  });
});

/** The title stands below the upper edge and right of the left one; the chart's origin is where the first translation puts it. */
function titleIsInside(svg: string): void {
  const [, left, top] = svg.match(/<g fill="none"[^>]* transform="translate\((-?[\d.]+),(-?[\d.]+)\)"/) ?? [];
  const [, x, y] = svg.match(/role-title"><g transform="translate\((-?[\d.]+),(-?[\d.]+)\)"/) ?? [];
  expect(Number(left) + Number(x)).toBeGreaterThanOrEqual(0);
  expect(Number(top) + Number(y)).toBeGreaterThanOrEqual(0);
}

/** Every colour of a picture is one of the theme's, whose contrasts are held below. */
function coloursAreOf(svg: string, theme: (typeof THEMES)["light"]): void {
  const known = new Set([...Object.values(theme).flat(), "none", "transparent"]);
  const used = Array.from(svg.matchAll(/(?:fill|stroke)="([^"]+)"/g), ([, colour]) => colour.toLowerCase());
  expect([...new Set(used)].filter((colour) => !known.has(colour))).toEqual([]);
}

describe.each(themes)("the %s theme", (name) => {
  const { background, text, muted, neutral, categories, steps, inks } = THEMES[name];

  it("has text at 4.5 to 1 or more, on the background and on every colour", () => {
    for (const colour of [text, muted]) expect(contrast(colour, background)).toBeGreaterThanOrEqual(4.5);
    for (const [i, step] of steps.entries()) expect(contrast(inks[i], step)).toBeGreaterThanOrEqual(4.5);
    for (const colour of [...categories, neutral]) {
      // Areas and ribbons with text on them are of at most this opacity.
      expect(contrast(text, blend(colour, 0.4, background))).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("has marks at 3 to 1 or more", () => {
    for (const colour of [neutral, ...categories, ...steps]) {
      expect(contrast(colour, background)).toBeGreaterThanOrEqual(3);
    }
  });

  it("goes from step to step in one direction of brightness", () => {
    const heights = steps.map((step) => contrast(step, background));
    expect([...heights].sort((a, b) => a - b)).toEqual(heights);
  });
});

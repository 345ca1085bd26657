import { describe, expect, it } from "vitest";
import { openFormats } from "../../src/locale/formats.js";
import { openPlural } from "../../src/locale/shown.js";
import { expectRefusal } from "../refusal.js";

const formats = (language: string, currency?: string) => openFormats("narrate", language, currency);
const [english, spanish, portuguese] = ["en", "es", "pt"].map((language) => formats(language, "EUR"));

describe("the formats of a language", () => {
  it("write counts, shares and decimals as CLDR has them", () => {
    expect([english, spanish, portuguese].map(({ count }) => count(12_345))).toEqual([
      "12,345",
      "12.345",
      "12.345",
    ]);
    expect([english, spanish, portuguese].map(({ share }) => share(0.48311))).toEqual([
      "48.3%",
      "48,3\u00A0%",
      "48,3%",
    ]);
    expect([english, spanish, portuguese].map(({ decimal }) => decimal(3.456, 2))).toEqual([
      "3.46",
      "3,46",
      "3,46",
    ]);
  });

  it("write shares that were asked for without an idle decimal", () => {
    expect([0.2, 0.125, 1].map(english.percent)).toEqual(["20%", "12.5%", "100%"]);
    expect(english.share(0.2)).toBe("20.0%");
  });

  it("write money whole from a thousand up, with cents below, and nothing below zero as zero", () => {
    expect([1234.5, 999.5, -1000.4].map(english.money)).toEqual(["€1,235", "€999.50", "-€1,000"]);
    expect(english.money(-0.001)).toBe("€0.00");
    expect(formats("pt").money(1234.5)).toBe("1.235");
    expect(spanish.money(8_911_407.9)).toBe("8.911.408\u00A0€");
  });

  it("write days and lists", () => {
    expect(english.day("2011-12-09")).toBe("December 9, 2011");
    expect(spanish.day("2011-12-09")).toBe("9 de diciembre de 2011");
    expect(portuguese.day("2011-12-09")).toBe("9 de dezembro de 2011");
    expect(spanish.list(["a", "b", "c"])).toBe("a, b y c");
  });

  it("refuse a tag and a currency that are none", () => {
    expectRefusal(() => formats("not a tag"), { code: "invalidOption", path: "locale.language" });
    expectRefusal(() => formats("en", "€"), { code: "invalidOption", path: "currency" });
  });
});

describe("plurals", () => {
  const shown = (number: number) => ({ number, text: String(number) });

  it("take one, other and, where there is one, the form of none", () => {
    const customers = openPlural("es").noun("cliente", "clientes", "ningún cliente");
    expect([0, 1, 2, 1_000_000].map((n) => customers(shown(n)))).toEqual([
      "ningún cliente",
      "1 cliente",
      "2 clientes",
      "1000000 clientes",
    ]);
    expect(openPlural("pt").noun("dia", "dias")(shown(0))).toBe("0 dias");
  });

  it("make words of none agree with one, as in no customer was", () => {
    const { word } = openPlural("en");
    expect([0, 1, 2, 1.5].map((n) => word(shown(n), "was", "were"))).toEqual(["was", "was", "were", "were"]);
  });
});

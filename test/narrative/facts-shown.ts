import type { Locale } from "rfm-kit/locale";
import type { Sentence } from "rfm-kit/narrative";

/** Every number that a text shows, as its language writes it: names in quotation marks hold none of ours. */
function numbersIn(text: string): string[] {
  const own = text.replace(/[«“][^»”]*[»”]/gu, "");
  return own.match(/\d(?:[\d.,]*\d)?/g) ?? [];
}

const STYLES: readonly Intl.NumberFormatOptions[] = [0, 1, 2, 3].flatMap((digits) => [
  { maximumFractionDigits: digits },
  { maximumFractionDigits: digits, minimumFractionDigits: Math.min(digits, 2) },
  {
    style: "percent",
    maximumFractionDigits: Math.min(digits, 1),
    minimumFractionDigits: Math.min(digits, 1),
  },
  { style: "percent", maximumFractionDigits: Math.min(digits, 1) },
]);
const WRITERS = new Map(
  ["en", "es", "pt"].map((language) => [
    language,
    STYLES.map((style) => new Intl.NumberFormat(language, style)),
  ]),
);

/** All ways in which a language may write a fact: more of them than `narrate` uses, from `Intl` alone. */
function waysToWrite({ language }: Locale, fact: number | string | null): string[] {
  if (typeof fact === "string") return daysIn(language, fact);
  if (fact === null) return [];
  return (WRITERS.get(language) ?? []).flatMap((writer) => numbersIn(writer.format(fact)));
}

function daysIn(language: string, fact: string): string[] {
  if (!/^\d{4}-\d\d-\d\d$/.test(fact)) return [];
  const [year, month, day] = fact.split("-").map(Number);
  const format = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  return numbersIn(format.format(Date.UTC(year, month - 1, day)));
}

/** Numbers of a sentence that none of its facts is. */
export function untold(locale: Locale, { text, facts }: Sentence): string[] {
  const known = new Set(Object.values(facts).flatMap((fact) => waysToWrite(locale, fact)));
  return numbersIn(text).filter((number) => !known.has(number));
}

/** What is wrong with a text as a sentence; names in quotation marks aside. */
export function faultsOf({ text }: Sentence): string[] {
  const own = text.replace(/[«“][^»”]*[»”]/gu, "«»");
  const faults: [string, boolean][] = [
    ["no capital letter first", !/^\p{Lu}/u.test(own)],
    ["no full stop last", !/[^.]\.$/u.test(own)],
    ["two spaces", / {2}/.test(own)],
    ["a space before a comma or a stop", / [.,;]/.test(own)],
    ["a value of the program", /undefined|NaN|null|Infinity|\[object|\$\{|function/.test(own)],
    ["a line break", /[\n\r]/.test(text)],
  ];
  return faults.flatMap(([fault, is]) => (is ? [`${fault}: ${text}`] : []));
}

import type { RequestLocale } from "./languages.js";

interface Range {
  readonly tag: string;
  readonly quality: number;
}

/**
 * The language that a client likes best of those there are (RFC 4647, lookup): its ranges by falling q, then as
 * they stand, each cut from its end until a language fits. `*` fits any language without a range of its own, q=0
 * none. Without a fit it is the first language that is not refused.
 */
export function chooseLocale(locales: readonly RequestLocale[], header: string | null): RequestLocale {
  const ranges = (header ?? "").split(",").flatMap(readRange);
  const refused = new Set(ranges.filter(({ quality }) => quality === 0).map(({ tag }) => tag));
  const named = new Set(ranges.map(({ tag }) => lookUp(locales, tag)));
  const open = locales.filter(({ language }) => !refused.has(language.toLowerCase()));
  const liked = ranges.filter(({ quality }) => quality > 0).sort((a, b) => b.quality - a.quality);
  for (const { tag } of liked) {
    const fit = tag === "*" ? open.find((locale) => !named.has(locale)) : lookUp(open, tag);
    if (fit !== undefined) return fit;
  }
  return open[0] ?? locales[0];
}

/** The language of a tag, or of the tag cut short: `es-419` is served by `es`. */
function lookUp(locales: readonly RequestLocale[], tag: string): RequestLocale | undefined {
  for (let range = tag; range !== ""; range = range.slice(0, Math.max(0, range.lastIndexOf("-")))) {
    const fit = locales.find(({ language }) => language.toLowerCase() === range);
    if (fit !== undefined) return fit;
  }
  return undefined;
}

/** A range of the header with its q; none where it is not written as RFC 9110 has it. */
function readRange(text: string): Range[] {
  const match =
    /^\s*([a-z0-9]{1,8}(?:-[a-z0-9]{1,8})*|\*)\s*(?:;\s*q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?))?\s*$/i.exec(text);
  return match === null ? [] : [{ tag: match[1].toLowerCase(), quality: Number(match[2] ?? 1) }];
}

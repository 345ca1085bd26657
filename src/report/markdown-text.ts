import { plainName } from "../narrative/name.js";
import { readable } from "./markup.js";

declare const SYNTAX: unique symbol;

/** Text that is Markdown. Only the template {@link md} and the doors below make it, as with {@link Markup}. */
export type Markdown = string & { readonly [SYNTAX]: true };

/** Markdown from a template. */
export function md(strings: TemplateStringsArray, ...parts: readonly Markdown[]): Markdown {
  return strings.reduce((text, string, i) => text + parts[i - 1] + string) as Markdown;
}

/** Fragments one after another. */
export const joinedMd = (parts: readonly Markdown[], separator: "" | "\n" | "\n\n" | " | "): Markdown =>
  parts.join(separator) as Markdown;

/** Text in bold; at its ends there may be no space. */
export const strong = (text: Markdown): Markdown => `**${text.trim()}**` as Markdown;

/** What means something in a line of GitHub's Markdown wherever it stands, and what makes a link of an address. */
const SYNTAX_CHARACTERS = /[\\`*_[\]<>|~&#$@]|:(?=\/\/)|(?<=mailto|xmpp):|(?<=www)\./gi;
/** What begins a list, a rule or a line under a heading. */
const OPENINGS = /^(?:[-+](?!\d)|=|\d+(?=[.)](?:\s|$)))/;

/** The door for text: one line that is shown as it is, at the begin of a line too. */
export function escapedMd(text: string): Markdown {
  const line = readable(text).replace(/\s+/g, " ");
  const escaped = line.replace(SYNTAX_CHARACTERS, "\\$&");
  return escaped.replace(OPENINGS, (opening) =>
    /\d/.test(opening) ? `${opening}\\` : `\\${opening}`,
  ) as Markdown;
}

/** The door for a name: one that could reorder the text around it is kept apart. */
export const escapedName = (text: string): Markdown => escapedMd(plainName(readable(text)));

/** The anchor that GitHub gives a heading. */
export function anchorOf(heading: string): Markdown {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-") as Markdown;
}

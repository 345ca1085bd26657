declare const SYNTAX: unique symbol;

/**
 * Text that is HTML. Only the template {@link html} and the doors below make it, and the template takes nothing else: the
 * compiler refuses a name of the data that has not gone through a door.
 */
export type Markup = string & { readonly [SYNTAX]: true };

/** HTML from a template. */
export function html(strings: TemplateStringsArray, ...parts: readonly (Markup | number)[]): Markup {
  return strings.reduce((text, string, i) => text + written(parts[i - 1]) + string) as Markup;
}

/** Fragments one after another. */
export const joined = (parts: readonly Markup[], separator: "" | " " | "\n" = "\n"): Markup =>
  parts.join(separator) as Markup;

/** The door for text: it means the same between tags and between the quotes of an attribute. */
export function escaped(text: string): Markup {
  return readable(text).replace(/[&<>"'`=]/g, (character) => `&#${character.charCodeAt(0)};`) as Markup;
}

/** The door for an image: SVG as an address that holds it, of which nothing can run and nothing can leave. */
export function imageAddress(svg: string): Markup {
  // A space would end the address in a list of sources.
  const address = encodeURIComponent(readable(svg)).replace(/%(?:2C|2F|3A|3B)/g, decodeURIComponent);
  return escaped(`data:image/svg+xml,${address}`);
}

/** What no document can hold becomes the sign for what cannot be shown: control characters, and halves of a character. */
export function readable(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, "\ufffd");
}

/** A number of a template is a whole one. */
function written(part: Markup | number): string {
  if (typeof part === "string" || Number.isSafeInteger(part)) return String(part);
  throw new TypeError(`not a whole number: ${part}`);
}

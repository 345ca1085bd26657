declare const SYNTAX: unique symbol;

/**
 * Text that is SQL. Only the template {@link sql} and the doors of `doors.ts` make it, and the template takes nothing
 * else: the compiler refuses a name or a value of a caller that has not gone through a door.
 */
export type Sql = string & { readonly [SYNTAX]: true };

/** Stands for a line break of a name or a value, which no indentation may touch; doors let no such character in. */
const BREAK = "\0";

/** Text as a fragment that is kept as it is. */
export function atom(text: string): Sql {
  return text.replaceAll("\n", BREAK) as Sql;
}

/** A finished fragment as text. */
export function textOf(fragment: Sql): string {
  return fragment.replaceAll(BREAK, "\n");
}

/** What may stand between fragments that are joined. */
type Separator =
  | "."
  | ", "
  | ",\n"
  | " AND "
  | " OR "
  | " + "
  | " * "
  | " || "
  | "\n"
  | "\nAND "
  | "\nUNION ALL\n";

/**
 * SQL from a template. The template's own indentation is taken away, and a fragment of several lines is indented to the
 * line it is put into.
 */
export function sql(strings: TemplateStringsArray, ...parts: readonly (Sql | number)[]): Sql {
  const [first, ...rest] = dedent(strings.raw);
  let text = first;
  for (const [i, string] of rest.entries()) {
    const indent = /(?:^|\n)([ ]*)[^\n]*$/.exec(text)?.[1] ?? "";
    text += written(parts[i]).replaceAll("\n", `\n${indent}`) + string;
  }
  return text as Sql;
}

/** Fragments with something between them. */
export function join(parts: readonly Sql[], separator: Separator): Sql {
  return parts.join(separator) as Sql;
}

/** A number of a template is a whole one; others go through the door of literals. */
function written(part: Sql | number): string {
  if (typeof part === "string" || Number.isSafeInteger(part)) return String(part);
  throw new TypeError(`not a whole number: ${part}`);
}

function dedent(strings: readonly string[]): string[] {
  const text = strings.join("\0");
  if (!text.startsWith("\n")) return text.split("\0");
  const lines = text
    .replace(/^\n/, "")
    .replace(/\n[ ]*$/, "")
    .split("\n");
  const indents = lines.filter((line) => line.trim() !== "").map((line) => line.search(/[^ ]/));
  const least = Math.min(...indents);
  return lines
    .map((line) => line.slice(least))
    .join("\n")
    .split("\0");
}

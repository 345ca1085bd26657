import { RfmError } from "../core/error.js";
import type { Dialect } from "./dialect.js";
import { atom, type Sql, sql } from "./text.js";

/** Whoever asks, for messages. */
export interface Asker {
  readonly caller: string;
  readonly dialect: Dialect;
}

/** The one way of a caller's name into a statement: as a quoted identifier. */
export function identifier({ caller, dialect }: Asker, path: string, name: unknown): Sql {
  const expected = typeof name === "string" ? faultOf(dialect, name) : "the name of a column or table";
  if (expected !== undefined)
    throw new RfmError({ caller, code: "invalidOption", path, expected, received: name });
  return atom(dialect.quote(name as string));
}

/** A column of the caller's table, which statements call `source`: no name of their own can hide it. */
export function column(asker: Asker, path: string, name: unknown): Sql {
  return sql`source.${identifier(asker, path, name)}`;
}

/** A name of the library's own. */
export function ownName(dialect: Dialect, name: string): Sql {
  return atom(dialect.quote(name));
}

function faultOf(dialect: Dialect, name: string): string | undefined {
  if (name === "") return "a name that is not empty";
  return unwritable(name) ?? dialect.nameFault(name);
}

/** The one way of a value into a statement: as a literal. */
export function literal({ caller, dialect }: Asker, path: string, value: unknown): Sql {
  if (typeof value === "boolean") return (value ? "TRUE" : "FALSE") as Sql;
  if (typeof value === "bigint") return String(value) as Sql;
  if (typeof value === "number" && Number.isFinite(value)) {
    return (Number.isSafeInteger(value) ? String(value + 0) : dialect.double(value)) as Sql;
  }
  const fault =
    typeof value === "string" ? unwritable(value) : "a string, a finite number, a bigint or a boolean";
  const text = fault === undefined ? dialect.text(value as string) : undefined;
  if (text !== undefined) return atom(text);
  const expected = fault ?? `a text that ${dialect.title} has a literal for`;
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: value });
}

/** A text of the library's own, or one that has been checked. */
export function ownText(dialect: Dialect, value: string): Sql {
  return atom(dialect.text(value) as string);
}

/** A double as a literal of that type, whole or not. */
export function double(dialect: Dialect, value: number): Sql {
  return dialect.double(value + 0) as Sql;
}

/** A number from 0 to 1 as engines want their constants: in digits. */
export function decimal(value: number): Sql {
  return atom(value.toFixed(15).replace(/0+$/, ""));
}

/** What no engine can take: a NUL character, and half a character. */
function unwritable(text: string): string | undefined {
  if (text.includes("\0")) return "text without a NUL character";
  return /\p{Surrogate}/u.test(text) ? "well-formed Unicode" : undefined;
}

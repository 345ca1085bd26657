import { RfmError } from "../core/error.js";
import { lackOf } from "../locale/lack.js";
import type { Locale } from "../locale/locale.js";

/** Refuses a language that lacks a text, and says which. */
export function checkLocale(caller: string, path: string, locale: unknown): asserts locale is Locale {
  const lack = lackOf(locale);
  if (lack === undefined) return;
  const at = lack.path === "" ? path : `${path}.${lack.path}`;
  const { expected, received } = lack;
  throw new RfmError({ caller, code: "invalidOption", path: at, expected, received });
}

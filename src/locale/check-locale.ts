import { RfmError } from "../core/error.js";
import { lackOf } from "./lack.js";

/** Refuses a language that lacks a text which the sample has, and says which. */
export function checkLocale<Texts extends object>(
  caller: string,
  path: string,
  locale: unknown,
  sample: Texts,
): asserts locale is Texts {
  const lack = lackOf(locale, sample);
  if (lack === undefined) return;
  const at = lack.path === "" ? path : `${path}.${lack.path}`;
  const { expected, received } = lack;
  throw new RfmError({ caller, code: "invalidOption", path: at, expected, received });
}

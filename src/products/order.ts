import type { Identifier } from "../transactions/input-types.js";

/** Puts equal rows into an order that no order of the input changes: numbers by size and before texts, texts by their codes. */
export function byCode(a: Identifier, b: Identifier): number {
  const [aIsText, bIsText] = [typeof a === "string", typeof b === "string"];
  if (aIsText !== bIsText) return aIsText ? 1 : -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

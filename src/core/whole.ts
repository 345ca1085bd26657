import { RfmError } from "./error.js";

/** A whole number within bounds; anything else is refused. */
export function checkWhole(
  caller: string,
  path: string,
  value: unknown,
  least: number,
  most: number,
  hint?: string,
): number {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most)
    return value as number;
  const expected = `a whole number from ${least} to ${most}`;
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: value, hint });
}

/** A whole number from a least one up. */
export function checkWholeFrom(caller: string, path: string, value: unknown, least: number): number {
  if (Number.isSafeInteger(value) && (value as number) >= least) return value as number;
  const expected = `a whole number from ${least} up`;
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: value });
}

import { RfmError } from "../core/error.js";
import { checkInnerShare } from "../core/share.js";

/** The level of intervals and discoveries, 0.95 by default. */
export const checkLevel = (caller: string, level: unknown): number =>
  checkInnerShare(caller, "level", level ?? 0.95);

/** A least number of customers, from 1 on. */
export function checkLeast(caller: string, path: string, least: unknown): number {
  if (Number.isSafeInteger(least) && (least as number) >= 1) return least as number;
  const expected = "a whole number from 1 on";
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: least });
}

/** Whether a q-value is low enough for a finding; 1 − 0.9 is a rounding error below 0.1. */
export const isFound = (qValue: number | null, level: number): boolean =>
  qValue !== null && qValue <= 1 - level + 1e-12;

import { RfmError } from "./error.js";

/** A share from 0 to 1; a percentage is refused with the share it was meant to be. */
export function checkShare(caller: string, path: string, share: unknown): number {
  if (typeof share === "number" && share >= 0 && share <= 1) return share;
  throw notAShare(caller, path, share, "a share from 0 to 1");
}

/** The same above 0 and below 1. */
export function checkInnerShare(caller: string, path: string, share: unknown): number {
  if (typeof share === "number" && share > 0 && share < 1) return share;
  throw notAShare(caller, path, share, "a share above 0 and below 1");
}

function notAShare(caller: string, path: string, received: unknown, expected: string): RfmError {
  const percent = typeof received === "number" && received > 1 && received <= 100;
  const hint = percent ? `did you mean ${received / 100}?` : undefined;
  return new RfmError({ caller, code: "invalidOption", path, expected, received, hint });
}

import { RfmError } from "./error.js";

/** A share from 0 to 1; a percentage is refused with the share it was meant to be. */
export function checkShare(caller: string, path: string, share: unknown): number {
  if (typeof share === "number" && share >= 0 && share <= 1) return share;
  const percent = typeof share === "number" && share > 1 && share <= 100;
  const hint = percent ? `did you mean ${share / 100}?` : undefined;
  const expected = "a share from 0 to 1";
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: share, hint });
}

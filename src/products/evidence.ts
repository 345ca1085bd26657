import { checkInnerShare } from "../core/share.js";

/** The level of intervals and discoveries, 0.95 by default. */
export const checkLevel = (caller: string, level: unknown): number =>
  checkInnerShare(caller, "level", level ?? 0.95);

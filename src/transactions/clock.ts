import { RfmError } from "../core/error.js";
import type { TransactionLog } from "./log-types.js";

/** How dates were given, by bits: 1 for instants, 2 for wall clocks. */
export const CLOCKS = [
  "none",
  "instant",
  "written",
  "mixed",
] as const satisfies readonly TransactionLog["clock"][];

/** Refuses to order instants among wall clocks, except where the wall clock is UTC's. */
export function checkClock(
  caller: string,
  { clock, timeZone }: Pick<TransactionLog, "clock" | "timeZone">,
): void {
  if (clock !== "mixed" || timeZone === "UTC") return;
  throw new RfmError({
    caller,
    code: "mixedClocks",
    path: "date",
    expected: `dates that all have an offset, or none, to be compared by the hour in ${timeZone}`,
  });
}

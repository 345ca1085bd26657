import { type Bins, SCORES } from "../core/bins.js";
import { RfmError } from "../core/error.js";
import type { SegmentScheme } from "./scheme.js";

/** Refuses a ruler of other bins than the scheme's; a dimension that the scheme does not look at may have any. */
export function checkRulerBins(caller: string, path: string, bins: Bins, scheme: SegmentScheme): void {
  for (const axis of SCORES) {
    const needed = scheme.bins[axis];
    if (needed === null || needed === bins[axis]) continue;
    const expected = `${needed} bins, as the scheme "${scheme.name}" has`;
    const refusal = { caller, code: "binsMismatch", path: `${path}.bins.${axis}` } as const;
    throw new RfmError({ ...refusal, expected, received: bins[axis] });
  }
}

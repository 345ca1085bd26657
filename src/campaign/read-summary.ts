import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import type { CampaignSegment } from "./options.js";

/** Checks the columns of a summary that a plan uses. */
export function checkSummary(caller: string, summary: unknown): asserts summary is CampaignSegment[] {
  if (!Array.isArray(summary)) {
    const refusal = { caller, code: "invalidInput", path: "summary" } as const;
    throw new RfmError({ ...refusal, expected: "an array of segments in figures", received: summary });
  }
  const seen = new Set<unknown>();
  for (let row = 0; row < summary.length; row++) {
    checkSegment(caller, summary[row], row);
    const { segment } = summary[row];
    if (seen.has(segment)) {
      const refusal = { caller, code: "unknownSegment", path: "segment", row, received: segment } as const;
      throw new RfmError({ ...refusal, expected: "one row a segment" });
    }
    seen.add(segment);
  }
}

function checkSegment(caller: string, given: unknown, row: number): void {
  if (typeof given !== "object" || given === null) {
    const refusal = { caller, code: "invalidInput", path: "summary", row } as const;
    throw new RfmError({ ...refusal, expected: "an object", received: given });
  }
  const { segment, customers, averageOrderValue } = given as Partial<Record<string, unknown>>;
  if (typeof segment !== "string") {
    const refusal = { caller, code: "unknownSegment", path: "segment", row } as const;
    const hint = "a plan is made from the rows of summarizeSegments";
    throw new RfmError({ ...refusal, expected: "the name of a segment", received: segment, hint });
  }
  const refusal = { caller, code: "invalidValue", row } as const;
  if (!Number.isSafeInteger(customers) || (customers as number) < 0) {
    const expected = "a whole number from 0 up";
    const hint = customers === undefined ? "a plan is made from the rows of summarizeSegments" : undefined;
    throw new RfmError({ ...refusal, path: "customers", expected, received: customers, hint });
  }
  if (averageOrderValue !== null && !isUsable(averageOrderValue)) {
    const expected = "a finite number or null";
    throw new RfmError({ ...refusal, path: "averageOrderValue", expected, received: averageOrderValue });
  }
}

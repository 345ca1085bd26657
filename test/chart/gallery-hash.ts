import { createHash } from "node:crypto";
import type { ChartSpec } from "rfm-kit/chart";

/** The width of the pictures. */
export const WIDTH = 640;

/** What tells one specification from another. */
export function hashOf(spec: ChartSpec): string {
  return createHash("sha256").update(JSON.stringify(spec)).digest("hex").slice(0, 16);
}

import { hasData } from "./data.js";

/** Says once, before the tests, which of them cannot run. */
export function setup(): void {
  if (hasData) return;
  console.log("RFM_KIT_DATA does not name the folder of the real data: the cases on it are skipped.");
}

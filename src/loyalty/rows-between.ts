import { type LogRows, withoutPartners } from "../transactions/log-slices.js";
import { groupRows, type RowsOf } from "../transactions/rows-by-customer.js";
import type { Bounds } from "../transactions/window.js";

/** The rows of each customer on some days, without purchases that a return has undone by the last of them. O(rows). */
export function rowsBetween(log: LogRows, bounds: Bounds): RowsOf {
  return groupRows(log, { elapsed: false, bounds, asOf: undefined, options: { recency: "calendar" } });
}

/** All rows, each on its own day: a purchase that was undone is there, and so is its return. O(rows). */
export function allRowsBetween(log: LogRows, bounds: Bounds): RowsOf {
  return rowsBetween(withoutPartners(log), bounds);
}

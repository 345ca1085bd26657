import { rollup } from "d3-array";
import type { Row } from "../data/forms.js";

const DAY = 86_400_000;

/** RFM with d3.rollup. */
export function rfmByD3(rows: readonly Row[], asOf: string) {
  const day = Date.parse(asOf) / DAY;
  const groups = rollup(
    rows,
    (group) => measure(group, day),
    (row) => row.customerId,
  );
  return Array.from(groups, ([customerId, figures]) => ({ customerId, ...figures }));
}

function measure(group: readonly Row[], day: number) {
  const times = group.map((row) => Date.parse(row.date));
  return {
    recency: day - Math.floor(times.reduce((a, b) => Math.max(a, b)) / DAY),
    frequency: new Set(group.map((row) => row.orderId)).size,
    monetary: group.reduce((sum, row) => sum + row.amount, 0),
    tenure: day - Math.floor(times.reduce((a, b) => Math.min(a, b)) / DAY),
  };
}

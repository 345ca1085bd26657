/** The row with the greatest value, the first of equal ones; of rows of which there is at least one. */
export function greatest<Row>(rows: readonly Row[], of: (row: Row) => number): Row {
  return rows.reduce((best, row) => (of(row) > of(best) ? row : best));
}

/** Whether an interval is wider than what it is of is large: no plan can be made by it. */
export function isWide(estimate: number, low: number, high: number): boolean {
  return high - low > Math.abs(estimate);
}

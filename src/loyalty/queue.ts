/** Rows that wait for their days, the first day first. */
export interface RowQueue {
  /** The day of the next row; infinite where none waits. */
  day(): number;
  /** Lets the next row go. */
  take(): number;
}

export function openQueue(rows: Int32Array, dayOf: (row: number) => number): RowQueue {
  const waiting = rows.slice().sort((a, b) => dayOf(a) - dayOf(b));
  let next = 0;
  return {
    day: () => (next < waiting.length ? dayOf(waiting[next]) : Number.POSITIVE_INFINITY),
    take: () => waiting[next++],
  };
}

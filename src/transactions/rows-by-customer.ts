import { eachLogSlice, type LogRows } from "./log-slices.js";
import type { Window } from "./window.js";

/** The rows of a log that one customer has in a window. */
export type RowsOf = (customer: number) => Int32Array;

/**
 * Brings together the rows of each customer that a window shows, by counting. What is distinct for one customer can
 * then be found with one array over its codes, without a set a customer. O(rows); 4 bytes a row, 4 a customer.
 */
export function groupRows(log: LogRows, window: Window): RowsOf {
  const ends = new Int32Array(log.customers.values.length);
  eachSeenRow(log, window, (_, customer) => {
    ends[customer]++;
  });
  let total = 0;
  for (let customer = 0; customer < ends.length; customer++) {
    const count = ends[customer];
    ends[customer] = total;
    total += count;
  }
  const rows = new Int32Array(total);
  eachSeenRow(log, window, (row, customer) => {
    rows[ends[customer]++] = row;
  });
  return (customer) => rows.subarray(customer === 0 ? 0 : ends[customer - 1], ends[customer]);
}

function eachSeenRow(
  log: LogRows,
  { elapsed, bounds }: Window,
  visit: (row: number, customer: number) => void,
): void {
  eachLogSlice(log, { elapsed, bounds }, ({ from, length, days, times, customers }) => {
    const clock = elapsed ? times : days;
    for (let i = 0; i < length; i++) {
      if (clock[i] >= bounds.from && clock[i] <= bounds.to) visit(from + i, customers[i]);
    }
  });
}

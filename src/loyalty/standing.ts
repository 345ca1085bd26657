import { withoutPartners } from "../transactions/log-slices.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { groupRows } from "../transactions/rows-by-customer.js";
import type { Window } from "../transactions/window.js";
import { openQueue } from "./queue.js";
import { openVisibleRows } from "./visible-rows.js";

/** Days, both inclusive, on which all that is seen of a customer stays the same; there is a purchase among it. */
export interface Standing {
  readonly from: number;
  readonly to: number;
  readonly lastPurchase: number;
  readonly frequency: number;
  readonly monetary: number;
}

/**
 * How customers stand from their first purchase to a last day, where the rows of so many days are seen (`null`: of all).
 * Figures change on the day of a row, on the day it leaves the window, and on the day a purchase is undone by its return;
 * between those nothing but recency does. O(rows), and O(k log k) for the k rows of each customer.
 */
export function openStandings(
  log: TransactionLog<unknown>,
  window: Window,
  lastDay: number,
  windowDays: number | null,
): (customer: number) => Standing[] {
  // With partners a purchase would be hidden on the days before its return, too.
  const rowsOf = groupRows(withoutPartners(log), window);
  const goneOn = openGone(log, lastDay, windowDays);
  const openSeen = openVisibleRows(log, goneOn);
  return (customer) => {
    const rows = rowsOf(customer).filter((row) => log.days[row] < goneOn(row));
    const coming = openQueue(rows, (row) => log.days[row]);
    const leaving = openQueue(rows, goneOn);
    const seen = openSeen();
    const standings: Standing[] = [];
    let from = coming.day();
    while (from <= lastDay) {
      while (coming.day() <= from) seen.add(coming.take());
      while (leaving.day() <= from) seen.remove(leaving.take());
      const next = Math.min(coming.day(), leaving.day());
      const lastPurchase = seen.lastPurchase(from);
      if (lastPurchase !== undefined) {
        standings.push({ from, to: next - 1, lastPurchase, frequency: seen.orders, monetary: seen.spent() });
      }
      from = next;
    }
    while (leaving.day() <= lastDay + 1) seen.remove(leaving.take());
    return standings;
  };
}

/**
 * The day on which a row is seen no more: it is out of the window, or a purchase and its return have cancelled each other.
 * What is still seen on the last day goes on the day after.
 */
function openGone(
  { days, partners }: TransactionLog<unknown>,
  lastDay: number,
  windowDays: number | null,
): (row: number) => number {
  return (row) => {
    const out = windowDays === null ? lastDay + 1 : Math.min(days[row] + windowDays, lastDay + 1);
    return partners === undefined || partners[row] < 0 ? out : Math.min(out, days[partners[row]]);
  };
}

import type { TransactionLog } from "../transactions/log-types.js";
import { groupRows } from "../transactions/rows-by-customer.js";
import type { Window } from "../transactions/window.js";

/** The purchases of one customer that a window shows. */
interface Purchases {
  /** The days with a purchase, each once, ascending. */
  readonly days: Int32Array;
  readonly rows: Int32Array;
}

/** Finds the purchases of customers, by their code. O(rows), and O(k log k) for each customer. */
export function openPurchases(log: TransactionLog<unknown>, window: Window): (customer: number) => Purchases {
  const rowsOf = groupRows(log, window);
  return (customer) => {
    const rows = rowsOf(customer).filter((row) => log.amounts[row] >= 0);
    const days = rows
      .map((row) => log.days[row])
      .sort()
      .filter((day, i, sorted) => day !== sorted[i - 1]);
    return { days, rows };
  };
}

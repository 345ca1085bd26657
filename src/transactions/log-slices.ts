import { NO_DAY } from "../core/day.js";
import type { IntegerArray } from "./column.js";
import type { TransactionLog } from "./log-types.js";
import { rowsOfSlices, SLICE_ROWS, type Slice } from "./slice.js";
import type { Window } from "./window.js";

/** What is measured of a log. */
export type LogRows = Pick<
  TransactionLog<unknown>,
  "length" | "days" | "times" | "amounts" | "customers" | "orders" | "partners"
>;

/** The same rows, none of them undone. A spread of the log would make its report as well. */
export function withoutPartners({ length, days, times, amounts, customers, orders }: LogRows): LogRows {
  return { length, days, times, amounts, customers, orders, partners: undefined };
}

/**
 * Goes through a log as a reader goes through its input. With matched returns, a purchase is hidden from its return
 * on, and a return with a partner is hidden always.
 */
export function eachLogSlice(
  log: LogRows,
  window: Pick<Window, "elapsed" | "bounds">,
  visit: (slice: Slice) => void,
): void {
  const customers = new Int32Array(rowsOfSlices(log.length));
  const orders = log.orders && new Int32Array(rowsOfSlices(log.length));
  const hide =
    log.partners && openHiding(log.partners, window.elapsed ? log.times : log.days, window.bounds.to);
  for (let from = 0; from < log.length; from += SLICE_ROWS) {
    const to = Math.min(from + SLICE_ROWS, log.length);
    copyPart(log.customers.codes, from, to, customers);
    if (log.orders && orders) copyPart(log.orders.codes, from, to, orders);
    const days = log.days.subarray(from, to);
    const times = log.times.subarray(from, to);
    const amounts = log.amounts.subarray(from, to);
    const seen = hide ? hide(from, days, times) : { days, times };
    visit({ from, length: to - from, ...seen, amounts, customers, orders });
  }
}

/** Whatever the kind of the codes, the loops that follow see one. */
function copyPart(codes: IntegerArray, from: number, to: number, part: Int32Array): void {
  part.set(codes.subarray(from, to));
}

function openHiding(partners: Int32Array, clock: Int32Array | Float64Array, to: number) {
  return (from: number, days: Int32Array, times: Float64Array): Pick<Slice, "days" | "times"> => {
    const seen = { days: days.slice(), times: times.slice() };
    for (let i = 0; i < days.length; i++) {
      const partner = partners[from + i];
      if (partner < 0 || clock[partner] > to) continue;
      seen.days[i] = NO_DAY;
      seen.times[i] = Number.NaN;
    }
    return seen;
  };
}

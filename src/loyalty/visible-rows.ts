import { ExactSum } from "../core/sum.js";
import { MISSING } from "../transactions/coder.js";
import type { TransactionLog } from "../transactions/log-types.js";

/** The rows of one customer that are seen on a day, and what they come to. They have to come in the order of their days. */
export interface VisibleRows {
  /** Distinct orders with a purchase. */
  readonly orders: number;
  add(row: number): void;
  remove(row: number): void;
  /** Σ amounts, returns included. */
  spent(): number;
  /** The day of the last purchase that is seen on a day, where there is one. Days must not go back. */
  lastPurchase(day: number): number | undefined;
}

/** Makes room for the rows of one customer at a time: all that came have to be removed before the next one's. */
export function openVisibleRows(
  log: TransactionLog<unknown>,
  goneOn: (row: number) => number,
): () => VisibleRows {
  // Purchases that are seen of each order; without a set a customer.
  const seenOf = new Int32Array(log.orders?.values.length ?? 0);
  return () => new SeenRows(log, goneOn, seenOf);
}

class SeenRows implements VisibleRows {
  orders = 0;
  readonly #log: TransactionLog<unknown>;
  readonly #goneOn: (row: number) => number;
  readonly #seenOf: Int32Array;
  readonly #sum = new ExactSum();
  /** Purchases as they came; one that has gone waits here until those after it have gone, too. */
  readonly #purchases: number[] = [];

  constructor(log: TransactionLog<unknown>, goneOn: (row: number) => number, seenOf: Int32Array) {
    this.#log = log;
    this.#goneOn = goneOn;
    this.#seenOf = seenOf;
  }

  add(row: number): void {
    const amount = this.#log.amounts[row];
    this.#sum.add(amount);
    if (amount < 0) return;
    this.#purchases.push(row);
    const order = this.#orderOf(row);
    if (order === MISSING || this.#seenOf[order]++ === 0) this.orders++;
  }

  remove(row: number): void {
    const amount = this.#log.amounts[row];
    this.#sum.add(-amount);
    if (amount < 0) return;
    const order = this.#orderOf(row);
    if (order === MISSING || --this.#seenOf[order] === 0) this.orders--;
  }

  spent(): number {
    return this.#sum.valueOf();
  }

  lastPurchase(day: number): number | undefined {
    for (let row = this.#purchases.at(-1); row !== undefined; row = this.#purchases.at(-1)) {
      if (this.#goneOn(row) > day) return this.#log.days[row];
      this.#purchases.pop();
    }
    return undefined;
  }

  /** A row without an order id is an order of its own. */
  #orderOf(row: number): number {
    return this.#log.orders === undefined ? MISSING : this.#log.orders.codes[row];
  }
}

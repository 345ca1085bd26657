import { partsOf } from "../core/sum.js";
import { OrderClaims } from "../transactions/claims.js";
import type { Bounds } from "../transactions/window.js";
import { type CustomerTotals, Figures, type PointKind } from "./figures.js";
import { Lost } from "./lost.js";
import { findRuns, openRuns, type Part } from "./runs.js";

/** What is known of one customer, as plain values. */
export interface CustomerFigures {
  readonly count: number;
  /** First and last purchase on the clock; `null` without a purchase. */
  readonly first: number | null;
  readonly last: number | null;
  /** Numbers whose exact sum is that of the amounts. */
  readonly amounts: readonly number[];
}

/**
 * What purchases add up to, a customer code at a time, in one pass over integer codes. O(rows) time, 32 bytes a
 * customer, 48 where the clock is milliseconds, and 4 a key.
 *
 * Each sum is held as two doubles whose total is exact. Where two are not enough, which takes amounts that differ by
 * more than 16 orders of magnitude, an `Adder` holds the remainder; so no order of the rows changes a sum.
 */
export class Totals {
  readonly #lost = new Lost();
  readonly #figures: Figures;
  readonly #claims = new OrderClaims();
  #runs = openRuns(0);

  constructor(kind: PointKind) {
    this.#figures = new Figures(kind, this.#lost);
  }

  /** Makes room for customer codes and keys below these. */
  reserve(customers: number, keys: number): void {
    this.#claims.reserve(keys);
    this.#figures.reserve(customers);
  }

  /** Adds rows up run by run, and then the runs to their customers. */
  add(part: Part, bounds: Bounds): void {
    if (part.length > this.#runs.customers.length) this.#runs = openRuns(part.length);
    findRuns(part, bounds, this.#claims, this.#lost, this.#runs);
    this.#figures.addRuns(this.#runs);
  }

  /** What is known of those of the customers who have a purchase. */
  buyers(order: Int32Array): CustomerTotals {
    return this.#figures.buyers(order);
  }

  /** Keys of each of the customers, or purchases where none are counted. */
  countsOf(customers: Int32Array): Float64Array {
    return Float64Array.from(customers, (customer) => this.#figures.countOf(customer));
  }

  /** All that is known of a customer, but for the keys. */
  figures(customer: number): CustomerFigures {
    const count = this.#figures.countOf(customer);
    const [first, last] = count > 0 ? this.#figures.endsOf(customer) : [null, null];
    const lost = this.#lost.of(customer);
    const parts = [...this.#figures.sumOf(customer), ...(lost ? partsOf(lost) : [])];
    return { count, first, last, amounts: parts.filter((part) => part !== 0) };
  }

  /** Every key with each of its customers. */
  keys(): Iterable<readonly [key: number, customer: number]> {
    return this.#claims.entries();
  }

  /** Adds figures of the same customer from elsewhere; `count` is of what has no key. */
  absorb(customer: number, { count, first, last, amounts }: CustomerFigures): void {
    for (const amount of amounts) this.#figures.addAmount(customer, amount);
    if (first === null || last === null) return;
    this.#figures.widen(customer, first, last);
    this.#figures.addCount(customer, count);
  }

  /** Counts a key of a customer whose figures have been absorbed. */
  absorbKey(key: number, customer: number): void {
    this.#claims.reserve(key + 1);
    if (this.#claims.claim(key, customer)) this.#figures.addCount(customer, 1);
  }
}

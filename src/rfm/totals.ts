import { OrderClaims } from "../transactions/claims.js";
import type { Bounds } from "../transactions/window.js";
import type { PointKind } from "./ends.js";
import { Figures } from "./figures.js";
import { findRuns, openRuns, type Part } from "./runs.js";

/**
 * What purchases add up to, a customer code at a time, in one pass over integer codes. O(rows) time, 32 bytes a
 * customer, 48 where the clock is milliseconds, and 4 a key.
 *
 * Each sum is held as two doubles whose total is exact. Where two are not enough, which takes amounts that differ by
 * more than 16 orders of magnitude, an `Adder` holds the remainder; so no order of the rows changes a sum.
 */
export class Totals {
  readonly figures: Figures;
  readonly #claims = new OrderClaims();
  #runs = openRuns(0);

  constructor(kind: PointKind) {
    this.figures = new Figures(kind);
  }

  /** Makes room for customer codes and keys below these. */
  reserve(customers: number, keys: number): void {
    this.#claims.reserve(keys);
    this.figures.reserve(customers);
  }

  /** Adds rows up run by run, and then the runs to their customers. */
  add(part: Part, bounds: Bounds): void {
    if (part.length > this.#runs.customers.length) this.#runs = openRuns(part.length);
    findRuns(part, bounds, this.#claims, this.figures.lost, this.#runs);
    this.figures.addRuns(this.#runs);
  }

  /** Every key with each of its customers. */
  keys(): Iterable<readonly [key: number, customer: number]> {
    return this.#claims.entries();
  }

  /** Counts a key of a customer whose figures have been absorbed. */
  absorbKey(key: number, customer: number): void {
    this.#claims.reserve(key + 1);
    if (this.#claims.claim(key, customer)) this.figures.count(customer, 1);
  }
}

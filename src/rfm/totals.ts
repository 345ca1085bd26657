import { Adder } from "d3-array";
import { grown } from "../core/grow.js";
import { partsOf, roundingOf, totalOf } from "../core/sum.js";
import { OrderClaims } from "../transactions/claims.js";
import { MISSING } from "../transactions/coder.js";

/** Consecutive rows to add up. */
export interface Part {
  readonly length: number;
  readonly customers: Int32Array;
  /** Days or milliseconds. Rows beyond the bounds, the dropped ones among them, are passed over. */
  readonly clock: Int32Array | Float64Array;
  readonly amounts: Float64Array;
  /** What is counted once for each customer, -1 for a row that counts by itself; `undefined`: all of them do. */
  readonly keys: Int32Array | undefined;
}

/** The ends of what is added up, inclusive. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** What is known of one customer, as plain values. */
export interface CustomerFigures {
  readonly count: number;
  /** First and last purchase on the clock; `null` without a purchase. */
  readonly first: number | null;
  readonly last: number | null;
  /** Numbers whose exact sum is that of the amounts. */
  readonly amounts: readonly number[];
}

/** A customer's figures stand side by side, two customers on a cache line. */
const [SUM, REST, FIRST, LAST, STRIDE] = [0, 1, 2, 3, 4];

/**
 * What purchases add up to, a customer code at a time, in one pass over integer codes. O(rows) time, 36 bytes a
 * customer and 4 a key.
 *
 * Each sum is held as two doubles whose total is exact. Where two are not enough, which takes amounts that differ by
 * more than 16 orders of magnitude, an `Adder` holds the remainder; so no order of the rows changes a sum.
 */
export class Totals {
  #figures = new Float64Array(0);
  /** Keys counted. 0: no purchase. */
  #counts = new Int32Array(0);
  readonly #lost = new Map<number, Adder>();
  readonly #claims = new OrderClaims();

  /** Makes room for customer codes and keys below these. */
  reserve(customers: number, keys: number): void {
    this.#figures = grown(this.#figures, customers * STRIDE);
    this.#counts = grown(this.#counts, customers);
    this.#claims.reserve(keys);
  }

  /** Lines of one customer come in runs, whose figures stay in registers. */
  add({ length, customers, clock, amounts, keys }: Part, { from, to }: Bounds): void {
    const figures = this.#figures;
    const counts = this.#counts;
    const claims = this.#claims;
    const { owners } = claims;
    for (let i = 0; i < length; ) {
      if (!(clock[i] >= from && clock[i] <= to)) {
        i++;
        continue;
      }
      const customer = customers[i];
      const at = customer * STRIDE;
      let sum = figures[at + SUM];
      let rest = figures[at + REST];
      let count = counts[customer];
      let first = count === 0 ? Number.POSITIVE_INFINITY : figures[at + FIRST];
      let last = count === 0 ? Number.NEGATIVE_INFINITY : figures[at + LAST];
      do {
        const point = clock[i];
        const amount = amounts[i];
        const key = keys === undefined ? MISSING : keys[i];
        i++;
        if (!(point >= from && point <= to)) continue;
        const added = sum + amount;
        const lost = roundingOf(sum, amount, added);
        const kept = rest + lost;
        const fine = roundingOf(rest, lost, kept);
        if (fine !== 0) this.#lose(customer, fine);
        sum = added;
        rest = kept;
        if (amount < 0) continue;
        if (point > last) last = point;
        if (point < first) first = point;
        if (key === MISSING) count++;
        else if (owners[key] === 0) {
          owners[key] = customer + 1;
          count++;
        } else if (owners[key] !== customer + 1 && claims.claim(key, customer)) count++;
      } while (i < length && customers[i] === customer);
      figures[at + SUM] = sum;
      figures[at + REST] = rest;
      figures[at + FIRST] = first;
      figures[at + LAST] = last;
      counts[customer] = count;
    }
  }

  #lose(customer: number, fine: number): void {
    const lost = this.#lost.get(customer) ?? new Adder();
    this.#lost.set(customer, lost.add(fine));
  }

  /** Keys, or purchases where none are counted. 0: no purchase within the bounds. */
  count(customer: number): number {
    return this.#counts[customer];
  }

  /** First and last purchase on the clock. */
  first(customer: number): number {
    return this.#figures[customer * STRIDE + FIRST];
  }

  last(customer: number): number {
    return this.#figures[customer * STRIDE + LAST];
  }

  /** Sum of the amounts, returns included, rounded once: the same for every order of the rows. */
  amount(customer: number): number {
    const at = customer * STRIDE;
    return totalOf(this.#figures[at + SUM], this.#figures[at + REST], this.#lost.get(customer));
  }

  /** All that is known of a customer, but for the keys. */
  figures(customer: number): CustomerFigures {
    const [sum, rest] = this.#figures.subarray(customer * STRIDE, customer * STRIDE + 2);
    const lost = this.#lost.get(customer);
    const bought = this.count(customer) > 0;
    return {
      count: this.count(customer),
      first: bought ? this.first(customer) : null,
      last: bought ? this.last(customer) : null,
      amounts: [sum, rest, ...(lost ? partsOf(lost) : [])].filter((part) => part !== 0),
    };
  }

  /** Every key with each of its customers. */
  keys(): Iterable<readonly [key: number, customer: number]> {
    return this.#claims.entries();
  }

  /** Adds figures of the same customer from elsewhere; `count` is of what has no key. */
  absorb(customer: number, { count, first, last, amounts }: CustomerFigures): void {
    const at = customer * STRIDE;
    for (const amount of amounts) this.#addAmount(customer, amount);
    if (first === null || last === null) return;
    const known = this.#counts[customer] > 0;
    this.#figures[at + FIRST] = known ? Math.min(first, this.first(customer)) : first;
    this.#figures[at + LAST] = known ? Math.max(last, this.last(customer)) : last;
    this.#counts[customer] += count;
  }

  /** Counts a key of a customer whose figures have been absorbed. */
  absorbKey(key: number, customer: number): void {
    if (this.#claims.claim(key, customer)) this.#counts[customer]++;
  }

  #addAmount(customer: number, amount: number): void {
    const at = customer * STRIDE;
    const sum = this.#figures[at + SUM];
    const rest = this.#figures[at + REST];
    const added = sum + amount;
    const lost = roundingOf(sum, amount, added);
    const fine = roundingOf(rest, lost, rest + lost);
    this.#figures[at + SUM] = added;
    this.#figures[at + REST] = rest + lost;
    if (fine !== 0) this.#lose(customer, fine);
  }
}

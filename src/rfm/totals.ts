import { grown } from "../core/grow.js";
import { partsOf, roundingOf, totalOf } from "../core/sum.js";
import { OrderClaims } from "../transactions/claims.js";
import type { Bounds } from "../transactions/window.js";
import { Lost } from "./lost.js";
import { findRuns, openRuns, type Part, type Runs } from "./runs.js";

/** What is known of one customer, as plain values. */
export interface CustomerFigures {
  readonly count: number;
  /** First and last purchase on the clock; `null` without a purchase. */
  readonly first: number | null;
  readonly last: number | null;
  /** Numbers whose exact sum is that of the amounts. */
  readonly amounts: readonly number[];
}

/** What is known of several customers, a column a figure. */
export interface CustomerTotals {
  readonly customers: Int32Array;
  /** Keys of each, or purchases where none are counted. */
  readonly counts: Float64Array;
  /** First and last purchase on the clock. */
  readonly firsts: Float64Array;
  readonly lasts: Float64Array;
  /** Sum of the amounts, returns included, rounded once: the same for every order of the rows. */
  readonly amounts: Float64Array;
}

/** Where the figures of a customer stand, side by side, so that they come from memory at once. */
const [SUM, REST, FIRST, LAST, WIDTH] = [0, 1, 2, 3, 4];

/**
 * What purchases add up to, a customer code at a time, in one pass over integer codes. O(rows) time, 36 bytes a
 * customer and 4 a key.
 *
 * Each sum is held as two doubles whose total is exact. Where two are not enough, which takes amounts that differ by
 * more than 16 orders of magnitude, an `Adder` holds the remainder; so no order of the rows changes a sum.
 */
export class Totals {
  /** Sum, rest, first and last purchase of each customer; the ends are infinite where there is no purchase. */
  #figures = new Float64Array(0);
  /** Keys counted. 0: no purchase. */
  #counts = new Int32Array(0);
  readonly #lost = new Lost();
  readonly #claims = new OrderClaims();
  #runs = openRuns(0);
  /** What was read ahead of time; it says nothing. */
  #touched = 0;

  /** Makes room for customer codes and keys below these. */
  reserve(customers: number, keys: number): void {
    this.#claims.reserve(keys);
    const known = this.#counts.length;
    if (customers <= known) return;
    this.#counts = grown(this.#counts, customers);
    this.#figures = grown(this.#figures, WIDTH * this.#counts.length);
    clearEnds(this.#figures, known);
  }

  /** Adds rows up run by run, and then the runs to their customers. */
  add(part: Part, bounds: Bounds): void {
    if (part.length > this.#runs.customers.length) this.#runs = openRuns(part.length);
    const runs = this.#runs;
    findRuns(part, bounds, this.#claims, this.#lost, runs);
    this.#touched += touch(this.#figures, this.#counts, runs.customers, runs.length);
    addRuns(this.#figures, this.#counts, runs, this.#lost);
  }

  /** What is known of those of the customers who have a purchase. */
  buyers(order: Int32Array): CustomerTotals {
    const found = openTotals(countPositive(this.#counts));
    let count = 0;
    for (let from = 0; from < order.length; from += AHEAD) {
      const next = order.subarray(from, from + AHEAD);
      this.#touched += touch(this.#figures, this.#counts, next, next.length);
      count = this.#pick(next, found, count);
    }
    return found;
  }

  /** Puts those of the customers who have a purchase behind the first `count`, and says how many these are then. */
  #pick(customers: Int32Array, found: CustomerTotals, count: number): number {
    const figures = this.#figures;
    const counts = this.#counts;
    for (const customer of customers) {
      if (counts[customer] === 0) continue;
      const at = WIDTH * customer;
      found.customers[count] = customer;
      found.counts[count] = counts[customer];
      found.firsts[count] = figures[at + FIRST];
      found.lasts[count] = figures[at + LAST];
      found.amounts[count] = totalOf(figures[at + SUM], figures[at + REST], this.#lost.of(customer));
      count++;
    }
    return count;
  }

  /** Keys of each of the customers, or purchases where none are counted. */
  countsOf(customers: Int32Array): Float64Array {
    return Float64Array.from(customers, (customer) => this.#counts[customer]);
  }

  /** All that is known of a customer, but for the keys. */
  figures(customer: number): CustomerFigures {
    const [sum, rest, first, last] = this.#figures.subarray(WIDTH * customer, WIDTH * (customer + 1));
    const lost = this.#lost.of(customer);
    const count = this.#counts[customer];
    return {
      count,
      first: count > 0 ? first : null,
      last: count > 0 ? last : null,
      amounts: [sum, rest, ...(lost ? partsOf(lost) : [])].filter((part) => part !== 0),
    };
  }

  /** Every key with each of its customers. */
  keys(): Iterable<readonly [key: number, customer: number]> {
    return this.#claims.entries();
  }

  /** Adds figures of the same customer from elsewhere; `count` is of what has no key. */
  absorb(customer: number, { count, first, last, amounts }: CustomerFigures): void {
    for (const amount of amounts) addAmount(this.#figures, customer, amount, this.#lost);
    if (first === null || last === null) return;
    widen(this.#figures, customer, first, last);
    this.#counts[customer] += count;
  }

  /** Counts a key of a customer whose figures have been absorbed. */
  absorbKey(key: number, customer: number): void {
    this.#claims.reserve(key + 1);
    if (this.#claims.claim(key, customer)) this.#counts[customer]++;
  }
}

/** Customers read ahead: few enough to be still near when they are picked. */
const AHEAD = 512;

/** Room for the figures of as many customers. */
function openTotals(customers: number): CustomerTotals {
  const column = () => new Float64Array(customers);
  return {
    customers: new Int32Array(customers),
    counts: column(),
    firsts: column(),
    lasts: column(),
    amounts: column(),
  };
}

function countPositive(counts: Int32Array): number {
  let positive = 0;
  for (let i = 0; i < counts.length; i++) if (counts[i] > 0) positive++;
  return positive;
}

/** Customers from `known` on have no purchase yet. */
function clearEnds(figures: Float64Array, known: number): void {
  for (let at = WIDTH * known; at < figures.length; at += WIDTH) {
    figures[at + FIRST] = Number.POSITIVE_INFINITY;
    figures[at + LAST] = Number.NEGATIVE_INFINITY;
  }
}

/**
 * Reads of each customer before anything else is done with them. Customers lie far apart, and a machine waits for many
 * reads at once, but not for reads with much between them.
 */
function touch(figures: Float64Array, counts: Int32Array, customers: Int32Array, length: number): number {
  let read = 0;
  for (let i = 0; i < length; i++) read += figures[WIDTH * customers[i]] + counts[customers[i]];
  return read;
}

function addRuns(figures: Float64Array, into: Int32Array, runs: Runs, lost: Lost): void {
  const { length, customers, sums, rests, firsts, lasts, counts } = runs;
  for (let i = 0; i < length; i++) {
    const customer = customers[i];
    addAmount(figures, customer, sums[i], lost);
    addAmount(figures, customer, rests[i], lost);
    widen(figures, customer, firsts[i], lasts[i]);
    into[customer] += counts[i];
  }
}

function addAmount(figures: Float64Array, customer: number, amount: number, lost: Lost): void {
  const at = WIDTH * customer;
  const sum = figures[at + SUM];
  const rest = figures[at + REST];
  const added = sum + amount;
  const rounding = roundingOf(sum, amount, added);
  const kept = rest + rounding;
  const fine = roundingOf(rest, rounding, kept);
  figures[at + SUM] = added;
  figures[at + REST] = kept;
  if (fine !== 0) lost.add(customer, fine);
}

function widen(figures: Float64Array, customer: number, first: number, last: number): void {
  const at = WIDTH * customer;
  if (first < figures[at + FIRST]) figures[at + FIRST] = first;
  if (last > figures[at + LAST]) figures[at + LAST] = last;
}

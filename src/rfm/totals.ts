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

/**
 * What purchases add up to, a customer code at a time, in one pass over integer codes. O(rows) time, 36 bytes a
 * customer and 4 a key.
 *
 * Each sum is held as two doubles whose total is exact. Where two are not enough, which takes amounts that differ by
 * more than 16 orders of magnitude, an `Adder` holds the remainder; so no order of the rows changes a sum.
 */
export class Totals {
  /** Sum and rest of each customer, side by side. */
  #amounts = new Float64Array(0);
  /** First and last purchase; infinite where there is none. */
  #ends = new Float64Array(0);
  /** Keys counted. 0: no purchase. */
  #counts = new Int32Array(0);
  readonly #lost = new Lost();
  readonly #claims = new OrderClaims();
  #runs = openRuns(0);

  /** Makes room for customer codes and keys below these. */
  reserve(customers: number, keys: number): void {
    this.#claims.reserve(keys);
    const known = this.#counts.length;
    if (customers <= known) return;
    this.#counts = grown(this.#counts, customers);
    this.#amounts = grown(this.#amounts, 2 * this.#counts.length);
    this.#ends = grown(this.#ends, 2 * this.#counts.length);
    clearEnds(this.#ends, known);
  }

  /** Adds rows up run by run, and then the runs to their customers, figure by figure. */
  add(part: Part, bounds: Bounds): void {
    if (part.length > this.#runs.customers.length) this.#runs = openRuns(part.length);
    const runs = this.#runs;
    findRuns(part, bounds, this.#claims, this.#lost, runs);
    touch(this.#amounts, 2, runs);
    addAmounts(this.#amounts, runs, this.#lost);
    touch(this.#ends, 2, runs);
    widenEnds(this.#ends, runs);
    touch(this.#counts, 1, runs);
    addCounts(this.#counts, runs);
  }

  /** Those of the customers who have a purchase within the bounds. */
  buyers(customers: Int32Array): Int32Array {
    const buyers = new Int32Array(customers.length);
    let count = 0;
    for (const customer of customers) if (this.#counts[customer] > 0) buyers[count++] = customer;
    return buyers.subarray(0, count);
  }

  /** Keys of each of the customers, or purchases where none are counted. */
  countsOf(customers: Int32Array): Float64Array {
    return pick(this.#counts, 1, 0, customers);
  }

  /** The first purchase of each of the customers on the clock. */
  firstsOf(customers: Int32Array): Float64Array {
    return pick(this.#ends, 2, 0, customers);
  }

  lastsOf(customers: Int32Array): Float64Array {
    return pick(this.#ends, 2, 1, customers);
  }

  /** Sum of the amounts of each of the customers, returns included, rounded once: the same for every order of the rows. */
  amountsOf(customers: Int32Array): Float64Array {
    const sums = pick(this.#amounts, 2, 0, customers);
    const rests = pick(this.#amounts, 2, 1, customers);
    for (let i = 0; i < sums.length; i++) sums[i] = totalOf(sums[i], rests[i], this.#lost.of(customers[i]));
    return sums;
  }

  /** All that is known of a customer, but for the keys. */
  figures(customer: number): CustomerFigures {
    const [sum, rest] = this.#amounts.subarray(2 * customer, 2 * customer + 2);
    const lost = this.#lost.of(customer);
    const count = this.#counts[customer];
    return {
      count,
      first: count > 0 ? this.#ends[2 * customer] : null,
      last: count > 0 ? this.#ends[2 * customer + 1] : null,
      amounts: [sum, rest, ...(lost ? partsOf(lost) : [])].filter((part) => part !== 0),
    };
  }

  /** Every key with each of its customers. */
  keys(): Iterable<readonly [key: number, customer: number]> {
    return this.#claims.entries();
  }

  /** Adds figures of the same customer from elsewhere; `count` is of what has no key. */
  absorb(customer: number, { count, first, last, amounts }: CustomerFigures): void {
    for (const amount of amounts) addAmount(this.#amounts, customer, amount, this.#lost);
    if (first === null || last === null) return;
    widen(this.#ends, customer, first, last);
    this.#counts[customer] += count;
  }

  /** Counts a key of a customer whose figures have been absorbed. */
  absorbKey(key: number, customer: number): void {
    this.#claims.reserve(key + 1);
    if (this.#claims.claim(key, customer)) this.#counts[customer]++;
  }
}

/** The figure in place `offset` of each of the customers. */
function pick(
  figures: Float64Array | Int32Array,
  step: 1 | 2,
  offset: 0 | 1,
  customers: Int32Array,
): Float64Array {
  const picked = new Float64Array(customers.length);
  for (let i = 0; i < picked.length; i++) picked[i] = figures[customers[i] * step + offset];
  return picked;
}

/** Customers from `known` on have no purchase yet. */
function clearEnds(ends: Float64Array, known: number): void {
  for (let at = 2 * known; at < ends.length; at += 2) {
    ends[at] = Number.POSITIVE_INFINITY;
    ends[at + 1] = Number.NEGATIVE_INFINITY;
  }
}

/**
 * Reads a figure of each run's customer before any is changed. Customers lie far apart, and a machine waits for many
 * reads at once, but not for reads with writes between them: this makes adding up a quarter faster.
 */
function touch(figures: Float64Array | Int32Array, step: 1 | 2, runs: Runs): void {
  const { length, customers } = runs;
  let read = 0;
  for (let i = 0; i < length; i++) read += figures[customers[i] * step];
  runs.touched = read;
}

function addAmounts(amounts: Float64Array, { length, customers, sums, rests }: Runs, lost: Lost): void {
  for (let i = 0; i < length; i++) {
    addAmount(amounts, customers[i], sums[i], lost);
    addAmount(amounts, customers[i], rests[i], lost);
  }
}

function addAmount(amounts: Float64Array, customer: number, amount: number, lost: Lost): void {
  const at = 2 * customer;
  const sum = amounts[at];
  const rest = amounts[at + 1];
  const added = sum + amount;
  const rounding = roundingOf(sum, amount, added);
  const kept = rest + rounding;
  const fine = roundingOf(rest, rounding, kept);
  amounts[at] = added;
  amounts[at + 1] = kept;
  if (fine !== 0) lost.add(customer, fine);
}

function widenEnds(ends: Float64Array, { length, customers, firsts, lasts }: Runs): void {
  for (let i = 0; i < length; i++) widen(ends, customers[i], firsts[i], lasts[i]);
}

function widen(ends: Float64Array, customer: number, first: number, last: number): void {
  const at = 2 * customer;
  if (first < ends[at]) ends[at] = first;
  if (last > ends[at + 1]) ends[at + 1] = last;
}

function addCounts(into: Int32Array, { length, customers, counts }: Runs): void {
  for (let i = 0; i < length; i++) into[customers[i]] += counts[i];
}

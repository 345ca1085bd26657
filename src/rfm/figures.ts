import { grown } from "../core/grow.js";
import { partsOf, roundingOf, totalOf } from "../core/sum.js";
import { clearEnds, daysWithin, ENDS, type Ends, milliseconds, type PointKind, widen } from "./ends.js";
import { Lost } from "./lost.js";
import type { Runs } from "./runs.js";

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

/** Where sum and rest stand in the doubles of a customer. */
const [SUM, REST, DOUBLES] = [0, 1, 4];
/** Where the count stands in the integers of a customer, which are the same memory, and where first and last day do. */
const [COUNT, DAYS, INTEGERS] = [4, 5, 8];

/**
 * Sum, count, first and last purchase of customers by their codes, with all of a customer in 32 bytes: customers lie far
 * apart in memory, and what lies together comes at once. Milliseconds take 16 bytes more, elsewhere.
 */
export class Figures {
  /** What two doubles cannot hold of a sum. */
  readonly lost = new Lost();
  readonly #kind: PointKind;
  #doubles = new Float64Array(0);
  #integers = new Int32Array(0);
  #ends: Ends;
  /** What was read ahead of time; it says nothing. */
  #touched = 0;

  constructor(kind: PointKind) {
    this.#kind = kind;
    this.#ends = this.#openEnds(this.#doubles);
  }

  /** Makes room for customer codes below this. */
  reserve(customers: number): void {
    const known = this.#doubles.length / DOUBLES;
    if (customers <= known) return;
    this.#doubles = grown(this.#doubles, DOUBLES * customers);
    this.#integers = new Int32Array(this.#doubles.buffer);
    this.#ends = this.#openEnds(this.#ends.points);
    clearEnds(this.#ends, known, this.#doubles.length / DOUBLES);
  }

  #openEnds(before: Ends["points"]): Ends {
    return this.#kind === "days"
      ? daysWithin(this.#integers, INTEGERS, DAYS)
      : milliseconds(grown(before as Float64Array, ENDS * (this.#doubles.length / DOUBLES)));
  }

  /** Adds runs to their customers. */
  addRuns(runs: Runs): void {
    this.#touched |= touch(this.#integers, runs.customers, runs.length);
    addRuns(this.#doubles, this.#integers, this.#ends, runs, this.lost);
  }

  /** Adds figures of the same customer from elsewhere. */
  absorb(customer: number, { count, first, last, amounts }: CustomerFigures): void {
    for (const amount of amounts) addAmount(this.#doubles, customer, amount, 0, this.lost);
    if (first === null || last === null) return;
    widen(this.#ends, customer, first, last);
    this.count(customer, count);
  }

  /** Counts keys of a customer. */
  count(customer: number, keys: number): void {
    this.#integers[INTEGERS * customer + COUNT] += keys;
  }

  /** Keys of each of the customers, or purchases where none are counted. */
  countsOf(customers: Int32Array): Float64Array {
    return Float64Array.from(customers, (customer) => this.#integers[INTEGERS * customer + COUNT]);
  }

  /** All that is known of a customer. */
  of(customer: number): CustomerFigures {
    const { points, width, at } = this.#ends;
    const place = width * customer + at;
    const count = this.#integers[INTEGERS * customer + COUNT];
    const [first, last] = count > 0 ? [points[place], points[place + 1]] : [null, null];
    const sums = DOUBLES * customer;
    const lost = this.lost.of(customer);
    const parts = [this.#doubles[sums + SUM], this.#doubles[sums + REST], ...(lost ? partsOf(lost) : [])];
    return { count, first, last, amounts: parts.filter((part) => part !== 0) };
  }

  /** What is known of those of the customers who have a purchase. */
  buyers(order: Int32Array): CustomerTotals {
    const found = openTotals(countPositive(this.#integers));
    let count = 0;
    for (let from = 0; from < order.length; from += AHEAD) {
      const next = order.subarray(from, from + AHEAD);
      this.#touched |= touch(this.#integers, next, next.length);
      count = this.#pick(next, found, count);
    }
    return found;
  }

  /** Puts those of the customers who have a purchase behind the first `count`, and says how many these are then. */
  #pick(customers: Int32Array, found: CustomerTotals, count: number): number {
    const doubles = this.#doubles;
    const integers = this.#integers;
    const { points, width, at } = this.#ends;
    for (const customer of customers) {
      const purchases = integers[INTEGERS * customer + COUNT];
      if (purchases === 0) continue;
      const place = DOUBLES * customer;
      found.customers[count] = customer;
      found.counts[count] = purchases;
      found.firsts[count] = points[width * customer + at];
      found.lasts[count] = points[width * customer + at + 1];
      found.amounts[count] = totalOf(doubles[place + SUM], doubles[place + REST], this.lost.of(customer));
      count++;
    }
    return count;
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

function countPositive(integers: Int32Array): number {
  let positive = 0;
  for (let at = COUNT; at < integers.length; at += INTEGERS) if (integers[at] > 0) positive++;
  return positive;
}

/**
 * Reads of each customer before anything else is done with them, at both ends, as these may lie in two lines of a cache. A
 * machine waits for many reads at once, but not for reads with much between them.
 */
function touch(integers: Int32Array, customers: Int32Array, length: number): number {
  let read = 0;
  for (let i = 0; i < length; i++) {
    const place = INTEGERS * customers[i];
    read |= integers[place] | integers[place + INTEGERS - 1];
  }
  return read;
}

function addRuns(doubles: Float64Array, integers: Int32Array, ends: Ends, runs: Runs, lost: Lost): void {
  const { length, customers, sums, rests, firsts, lasts, counts } = runs;
  for (let i = 0; i < length; i++) {
    const customer = customers[i];
    addAmount(doubles, customer, sums[i], rests[i], lost);
    integers[INTEGERS * customer + COUNT] += counts[i];
    widen(ends, customer, firsts[i], lasts[i]);
  }
}

/** Adds two doubles whose total is an amount, exactly. */
function addAmount(doubles: Float64Array, customer: number, amount: number, more: number, lost: Lost): void {
  const place = DOUBLES * customer;
  const sum = doubles[place + SUM];
  const rest = doubles[place + REST];
  const added = sum + amount;
  const rounding = roundingOf(sum, amount, added);
  const kept = rest + rounding;
  const all = kept + more;
  doubles[place + SUM] = added;
  doubles[place + REST] = all;
  const fine = roundingOf(rest, rounding, kept);
  const finer = roundingOf(kept, more, all);
  if (fine !== 0) lost.add(customer, fine);
  if (finer !== 0) lost.add(customer, finer);
}

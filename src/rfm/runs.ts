import { roundingOf } from "../core/sum.js";
import type { OrderClaims } from "../transactions/claims.js";
import { MISSING } from "../transactions/coder.js";
import type { Bounds } from "../transactions/window.js";
import type { Lost } from "./lost.js";

/** Consecutive rows to add up, a slice of them at most. */
export interface Part {
  readonly length: number;
  readonly customers: Int32Array;
  /** Days or milliseconds. Rows beyond the bounds, the dropped ones among them, are passed over. */
  readonly clock: Int32Array | Float64Array;
  readonly amounts: Float64Array;
  /** What is counted once for each customer, -1 for a row that counts by itself; `undefined`: all of them do. */
  readonly keys: Int32Array | undefined;
}

/**
 * Rows of one customer that follow each other, added up: what an order's lines come to, mostly. Place `i` of each
 * column is one run; the columns serve the next part again.
 */
export interface Runs {
  length: number;
  readonly customers: Int32Array;
  /** The amounts, as two doubles whose total is exact. */
  readonly sums: Float64Array;
  readonly rests: Float64Array;
  /** First and last purchase; infinite where there is none. */
  readonly firsts: Float64Array;
  readonly lasts: Float64Array;
  readonly counts: Int32Array;
}

/** Room for the runs of as many rows. */
export function openRuns(rows: number): Runs {
  return {
    length: 0,
    customers: new Int32Array(rows),
    sums: new Float64Array(rows),
    rests: new Float64Array(rows),
    firsts: new Float64Array(rows),
    lasts: new Float64Array(rows),
    counts: new Int32Array(rows),
  };
}

/** Finds the runs of a part. One pass; the figures of a run stay in registers. */
export function findRuns(
  { length, customers, clock, amounts, keys }: Part,
  { from, to }: Bounds,
  claims: OrderClaims,
  lost: Lost,
  runs: Runs,
): void {
  const { owners } = claims;
  let found = 0;
  for (let i = 0; i < length; ) {
    if (!(clock[i] >= from && clock[i] <= to)) {
      i++;
      continue;
    }
    const customer = customers[i];
    let sum = 0;
    let rest = 0;
    let count = 0;
    let first = Number.POSITIVE_INFINITY;
    let last = Number.NEGATIVE_INFINITY;
    do {
      const point = clock[i];
      const amount = amounts[i];
      const key = keys === undefined ? MISSING : keys[i];
      i++;
      if (!(point >= from && point <= to)) continue;
      const added = sum + amount;
      const rounding = roundingOf(sum, amount, added);
      const kept = rest + rounding;
      const fine = roundingOf(rest, rounding, kept);
      if (fine !== 0) lost.add(customer, fine);
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
    runs.customers[found] = customer;
    runs.sums[found] = sum;
    runs.rests[found] = rest;
    runs.firsts[found] = first;
    runs.lasts[found] = last;
    runs.counts[found] = count;
    found++;
  }
  runs.length = found;
}

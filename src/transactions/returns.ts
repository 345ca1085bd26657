import { MISSING } from "./coder.js";
import type { Identifier } from "./input-types.js";
import type { Coded } from "./log-types.js";

/** What the matching of returns reads of a log. */
interface MatchInput {
  readonly times: Float64Array;
  readonly amounts: Float64Array;
  readonly customers: Coded<unknown>;
  readonly orders: Coded<Identifier> | undefined;
  readonly products: Coded<unknown> | undefined;
  readonly quantities: Float64Array | undefined;
}

/**
 * Pairs each return with the latest earlier purchase line of the same customer, product and opposite amount
 * that no earlier return has undone. Lines of one moment stand in the order of their order ids, then of their
 * quantities, so that no figure depends on the order of the rows.
 *
 * @returns for each row the row of its partner, -1 where it has none. O(n), and O(k log k) in the k candidates.
 */
export function matchReturns(log: MatchInput): Int32Array {
  const partners = new Int32Array(log.times.length).fill(MISSING);
  for (const rows of candidates(log).values()) {
    rows.sort((a, b) => chronological(log, a, b));
    const open: number[] = [];
    for (const row of rows) {
      if (log.amounts[row] >= 0) {
        open.push(row);
        continue;
      }
      const purchase = open.pop();
      if (purchase === undefined) continue;
      partners[row] = purchase;
      partners[purchase] = row;
    }
  }
  return partners;
}

/** Returns and the purchases that may be theirs, by customer, product and amount. */
function candidates(log: MatchInput): Map<string, number[]> {
  const { times, amounts, customers, products } = log;
  const groups = new Map<string, number[]>();
  const keyOf = (row: number): string =>
    `${customers.codes[row]} ${products?.codes[row] ?? MISSING} ${Math.abs(amounts[row])}`;
  for (let row = 0; row < times.length; row++) {
    if (amounts[row] < 0 && !Number.isNaN(times[row])) groups.set(keyOf(row), []);
  }
  if (groups.size === 0) return groups;
  for (let row = 0; row < times.length; row++) {
    if (!Number.isNaN(times[row])) groups.get(keyOf(row))?.push(row);
  }
  return groups;
}

/** By time; at one moment purchases before returns, then by order id and by quantity. */
function chronological(log: MatchInput, a: number, b: number): number {
  if (log.times[a] !== log.times[b]) return log.times[a] - log.times[b];
  const purchaseFirst = Number(log.amounts[a] < 0) - Number(log.amounts[b] < 0);
  return purchaseFirst || compareIds(orderOf(log, a), orderOf(log, b)) || compareQuantities(log, a, b);
}

function orderOf({ orders }: MatchInput, row: number): Identifier | undefined {
  return orders?.values[orders.codes[row]];
}

/** Unknown quantities first. */
function compareQuantities({ quantities }: MatchInput, a: number, b: number): number {
  if (quantities === undefined || quantities[a] === quantities[b]) return 0;
  if (Number.isNaN(quantities[a])) return Number.isNaN(quantities[b]) ? 0 : -1;
  return Number.isNaN(quantities[b]) ? 1 : quantities[a] - quantities[b];
}

/** A total order of identifiers: missing ones, then numbers, bigints and strings. */
function compareIds(a: Identifier | undefined, b: Identifier | undefined): number {
  if (a === b) return 0;
  const rank = KINDS.indexOf(typeof a) - KINDS.indexOf(typeof b);
  return rank || ((a as Identifier) < (b as Identifier) ? -1 : 1);
}

const KINDS = ["undefined", "number", "bigint", "string"];

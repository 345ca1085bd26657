import type { Identifier } from "../transactions/input-types.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { type Ends, NO_ENDS } from "../transactions/span.js";
import type { CountSettings } from "./settings.js";
import type { Totals } from "./totals.js";

/** An identifier as JSON can hold it. */
export type StoredId = string | number | { readonly bigint: string } | { readonly number: string };

/** What has been added up, a place a customer. */
export interface StoredTotals {
  /** Purchases that have no key. */
  readonly counts: readonly number[];
  /** First and last purchase, in days or milliseconds; `null` without a purchase. */
  readonly first: readonly (number | null)[];
  readonly last: readonly (number | null)[];
  /** Numbers whose exact sum is that of the amounts. */
  readonly amounts: readonly (readonly number[])[];
  /** What is counted once for each customer: orders by their ids, or days; and, beside each, its customer's place. */
  readonly keys: readonly StoredId[];
  readonly owners: readonly number[];
}

/** All that an accumulator knows, as plain JSON. */
export interface RfmState {
  readonly kind: "rfmState";
  readonly version: 1;
  /** What has to be the same for two states to be merged. */
  readonly counting: Readonly<Record<"recency" | "countBy" | "monetary" | "timeZone" | "returns", string>>;
  readonly clock: TransactionLog["clock"];
  /** First and last purchase and last row on the clock; `null` where there is none. */
  readonly ends: readonly (number | null)[];
  readonly rows: { readonly read: number; readonly dropped: Readonly<Record<string, number>> };
  /** By first appearance. */
  readonly customers: readonly StoredId[];
  readonly totals: StoredTotals;
  /** Where a mean per order is wanted, and frequency counts something else. */
  readonly orders: StoredTotals | null;
}

export const STATE_HEAD = { kind: "rfmState", version: 1 } as const;

/** The settings that a state depends on. */
export function countingOf(
  { recency, countBy, monetary }: CountSettings,
  timeZone: string,
  returns: string,
): RfmState["counting"] {
  return { recency, countBy, monetary, timeZone, returns };
}

/** @param places the place of a customer code among the customers of the state. */
export function storeTotals(
  totals: Totals,
  order: Int32Array,
  places: Int32Array,
  idOf: (key: number) => StoredId,
): StoredTotals {
  const pairs = [...totals.keys()];
  const keyed = new Int32Array(order.length);
  for (const [, customer] of pairs) keyed[places[customer]]++;
  const figures = Array.from(order, (customer) => totals.figures.of(customer));
  return {
    counts: figures.map(({ count }, place) => count - keyed[place]),
    first: figures.map(({ first }) => first),
    last: figures.map(({ last }) => last),
    amounts: figures.map(({ amounts }) => amounts),
    keys: pairs.map(([key]) => idOf(key)),
    owners: pairs.map(([, customer]) => places[customer]),
  };
}

/** @param customers the code of the customer in each place of the state. */
export function restoreTotals(
  totals: Totals,
  { counts, first, last, amounts, keys, owners }: StoredTotals,
  customers: readonly number[],
  keyOf: (id: StoredId) => number,
): void {
  for (const [place, customer] of customers.entries()) {
    const figures = { count: counts[place], first: first[place], last: last[place], amounts: amounts[place] };
    totals.figures.absorb(customer, figures);
  }
  for (const [i, id] of keys.entries()) totals.absorbKey(keyOf(id), customers[owners[i]]);
}

export function storeId(id: Identifier): StoredId {
  if (typeof id === "bigint") return { bigint: String(id) };
  return typeof id === "number" && !Number.isFinite(id) ? { number: String(id) } : id;
}

export function restoreId(id: StoredId): Identifier {
  if (typeof id !== "object") return id;
  return "bigint" in id ? BigInt(id.bigint) : Number(id.number);
}

export function storeEnds(ends: Ends): RfmState["ends"] {
  return ends.map((end) => (Number.isFinite(end) ? end : null));
}

export function restoreEnds(ends: RfmState["ends"]): Ends {
  const [firstPurchase, lastPurchase, last] = NO_ENDS.map((none, i) => ends[i] ?? none);
  return [firstPurchase, lastPurchase, last];
}

import { FIRST_DAY, LAST_DAY } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { checkModel } from "../core/model.js";
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

/** How the dates of transactions were given, in the order of their bits. */
export const CLOCKS: readonly TransactionLog["clock"][] = ["none", "instant", "written", "mixed"];

export const STATE_HEAD = { kind: "rfmState", version: 1 } as const;

/** The settings that a state depends on. */
export function countingOf(
  { recency, countBy, monetary }: CountSettings,
  timeZone: string,
  returns: string,
): RfmState["counting"] {
  return { recency, countBy, monetary, timeZone, returns };
}

/** Refuses what is no state, has been damaged since, or was counted in another way. */
export function checkState(caller: string, state: RfmState, counting: RfmState["counting"]): void {
  checkModel(caller, "state", state, STATE_HEAD);
  for (const [name, value] of Object.entries(counting)) {
    const received = state.counting?.[name as keyof RfmState["counting"]];
    if (received === value) continue;
    const expected = `a state counted by "${value}"`;
    throw new RfmError({ caller, code: "notInState", path: `state.counting.${name}`, expected, received });
  }
  const point = counting.recency === "elapsed" ? MILLISECOND : DAY_NUMBER;
  checkColumn(caller, "state.ends", state.ends, 3, point);
  if (!CLOCKS.includes(state.clock)) {
    const expected = `one of ${CLOCKS.join(", ")}`;
    throw new RfmError({
      caller,
      code: "invalidInput",
      path: "state.clock",
      expected,
      received: state.clock,
    });
  }
  checkTotals(caller, "state.totals", state.totals, state.customers?.length, point);
  if (state.orders !== null) checkTotals(caller, "state.orders", state.orders, state.customers.length, point);
}

function checkTotals(
  caller: string,
  path: string,
  totals: StoredTotals,
  customers: number,
  point: Expectation,
): void {
  const columns = { counts: COUNT, first: point, last: point, amounts: AMOUNTS };
  for (const [name, value] of Object.entries(columns))
    checkColumn(caller, `${path}.${name}`, totals?.[name as keyof typeof columns], customers, value);
  const owned = totals.owners?.every((place) => Number.isInteger(place) && place >= 0 && place < customers);
  if (owned && totals.owners.length === totals.keys?.length) return;
  const expected = "the place of a customer for every key";
  throw new RfmError({ caller, code: "invalidInput", path: `${path}.owners`, expected });
}

/** What a value of a column has to be. */
interface Expectation {
  readonly expected: string;
  isMet(value: unknown): boolean;
}

const COUNT: Expectation = {
  expected: "a whole number from 0 up",
  isMet: (value) => Number.isInteger(value) && Number(value) >= 0,
};
const DAY_NUMBER: Expectation = {
  expected: `null or a day from ${FIRST_DAY} to ${LAST_DAY}`,
  isMet: (value) =>
    value === null || (Number.isInteger(value) && Number(value) >= FIRST_DAY && Number(value) <= LAST_DAY),
};
const MILLISECOND: Expectation = {
  expected: "null or milliseconds",
  isMet: (value) => value === null || Number.isFinite(value),
};
const AMOUNTS: Expectation = {
  expected: "an array of finite numbers",
  isMet: (value) => Array.isArray(value) && value.every(Number.isFinite),
};

function checkColumn(
  caller: string,
  path: string,
  column: unknown,
  length: number,
  { expected, isMet }: Expectation,
): void {
  const refuse = (path: string, expected: string, received: unknown) =>
    new RfmError({ caller, code: "invalidInput", path, expected, received });
  if (!Array.isArray(column) || column.length !== length)
    throw refuse(path, `an array of ${length} values`, Array.isArray(column) ? column.length : column);
  const damaged = column.findIndex((value) => !isMet(value));
  if (damaged >= 0) throw refuse(`${path}[${damaged}]`, expected, column[damaged]);
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

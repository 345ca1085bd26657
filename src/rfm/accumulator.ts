import type { Optional } from "../core/arguments.js";
import type { DateInput } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { grown } from "../core/grow.js";
import { checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { type Coder, openCoder } from "../transactions/coder.js";
import type { Column, Identifier, NamedField, ReadOptions } from "../transactions/input-types.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { readColumns } from "../transactions/read.js";
import { openReader } from "../transactions/reader.js";
import { LOG_OPTIONS, type LogInputOptions, readSettings } from "../transactions/settings.js";
import { type Ends, extentOf, joinEnds, NO_ENDS } from "../transactions/span.js";
import { eachLogSlice } from "./log-slices.js";
import { Measure } from "./measure.js";
import type { RfmAnswer, RfmOptions, RfmOutput } from "./rfm.js";
import { COUNT_OPTIONS, readCountSettings } from "./settings.js";
import {
  checkState,
  countingOf,
  type RfmState,
  restoreEnds,
  restoreId,
  restoreTotals,
  STATE_HEAD,
  type StoredId,
  storeEnds,
  storeId,
  storeTotals,
} from "./state.js";
import { openWindow, referenceOf, type Window } from "./window.js";

/** How an accumulator reads and counts: as `computeRfm`, but for what it could not answer. */
export type AccumulatorOptions<Row, O extends RfmOutput = RfmOutput> = NamedField<
  Row,
  "customerId",
  Identifier
> &
  NamedField<Row, "date", DateInput> &
  NamedField<Row, "amount", number> &
  Omit<ReadOptions<Row>, "duplicates" | "returns" | "attributes" | "product" | "quantity"> &
  Omit<RfmOptions<O>, "asOf" | "since"> & {
    /** A negative amount lowers monetary (`"net"`), or is left out and counted (`"drop"`). Default: `"net"`. */
    readonly returns?: "net" | "drop" | undefined;
  };

/** Some of the transactions, as rows or as columns. */
export type AccumulatorBatch<Row> = readonly Row[] | { readonly [K in keyof Row]: Column<Row[K]> };

/** Adds transactions up batch by batch. */
export interface RfmAccumulator<Row, Id = Identifier, O extends RfmOutput = "rows"> {
  /** Adds rows or columns; a batch with an invalid row is refused as a whole. O(rows). */
  add(batch: AccumulatorBatch<Row>): RfmAccumulator<Row, Id, O>;
  /** Adds all that another accumulator, or the state of one, has added. O(customers + orders). */
  merge(other: RfmAccumulator<Row, Id, O> | RfmState): RfmAccumulator<Row, Id, O>;
  /** As `computeRfm` of all that was added. `asOf` may not be before the latest row. O(customers). */
  result(asOf?: DateInput): RfmAnswer<Id, O>;
  /** Rows read, and rows dropped by reason. */
  readonly rows: { readonly read: number; readonly dropped: Readonly<Record<string, number>> };
  /** The state as plain JSON, to be merged into a new accumulator with the same options. O(customers + orders). */
  toJSON(): RfmState;
}

/** The customer's type in rows that have a `customerId`. */
export type AccumulatedId<Row> = Row extends { readonly customerId: infer Id }
  ? Extract<Id, Identifier>
  : Identifier;

/**
 * Recency, frequency and monetary value of transactions that come in batches: files larger than memory, daily
 * increments, worker threads that share the work. The answer is that of {@link computeRfm} on all rows at once, to the
 * last bit, however they are split and in whatever order they come; only the order of the customers follows first
 * appearance.
 *
 * What a state does not hold it cannot answer, and refuses: an `asOf` before its latest row, a `since`, matched
 * returns, duplicates across batches.
 *
 * Cost: 36 bytes a customer and its id and, for distinct orders, every order: some 40 bytes where ids are 32-bit
 * integers, more than 100 where they are text. To bound it, give orders integer ids, count transactions
 * (`countBy: "transactions"`), or split customers among several accumulators and join their results.
 *
 * @throws RfmError on an unknown option, and as {@link computeRfm} on a batch.
 * @example
 * ```ts
 * import { rfmAccumulator } from "rfm-kit";
 *
 * interface Order {
 *   customerId: string;
 *   orderId: number;
 *   date: string;
 *   amount: number;
 * }
 * const year = rfmAccumulator<Order>();
 * year.add([{ customerId: "ada", orderId: 1, date: "2024-03-01", amount: 20 }]);
 * year.add([{ customerId: "ada", orderId: 2, date: "2024-03-09", amount: 30.5 }]);
 * year.result("2024-03-10");
 * // => [{ customerId: "ada", recency: 1, frequency: 2, monetary: 50.5, tenure: 9 }]
 *
 * const restored = rfmAccumulator<Order>().merge(JSON.parse(JSON.stringify(year)));
 * restored.result().length; // => 1
 * ```
 */
export function rfmAccumulator<Row extends object, O extends RfmOutput = "rows", Id = AccumulatedId<Row>>(
  ...given: Optional<AccumulatorOptions<Row, O>>
): RfmAccumulator<Row, Id, O>;
export function rfmAccumulator(
  options: LogInputOptions & RfmOptions = {},
): RfmAccumulator<object, Identifier, RfmOutput> {
  const { recency, countBy, monetary, decimals, output, ...mapping } = readOptions(options);
  return new Accumulator(new Measure(readCountSettings(CALLER, options)), mapping);
}

const CALLER = "rfmAccumulator";

const BATCHES = "rows of different batches are not compared";
const REFUSED = [
  ["asOf", "no asOf here: give it to result()"],
  ["since", "no since: a state does not hold single rows, so add only the rows that count"],
] as const;

function readOptions(options: LogInputOptions & RfmOptions): LogInputOptions & RfmOptions {
  const refuse = (path: string, expected: string) =>
    new RfmError({ caller: CALLER, code: "notInState", path, expected });
  for (const [name, expected] of REFUSED)
    if (isPlain(options) && name in options) throw refuse(name, expected);
  checkOptions(CALLER, options, [...LOG_OPTIONS, ...COUNT_OPTIONS]);
  const { duplicates = "keep", returns } = options;
  if (duplicates !== "keep") throw refuse("duplicates", `"keep": ${BATCHES}`);
  if (returns === "match") throw refuse("returns", `"net" or "drop": ${BATCHES}`);
  for (const [name, rule] of Object.entries(options.exclude ?? {})) {
    if (typeof rule !== "function")
      throw refuse(`exclude.${name}`, "a function of the row: a mask is of one batch");
  }
  return options;
}

const CLOCKS = ["none", "instant", "written", "mixed"] as const;

class Accumulator implements RfmAccumulator<object, Identifier, RfmOutput> {
  readonly #measure: Measure;
  readonly #mapping: LogInputOptions;
  readonly #counting: RfmState["counting"];
  /** All rows that were not dropped. */
  readonly #window: Window;
  readonly #customers: Coder<Identifier> = openCoder();
  readonly #orders: Coder<Identifier> = openCoder();
  /** Customer codes by first appearance, and one more than the place of a code among them. */
  #order = new Int32Array(0);
  #places = new Int32Array(0);
  #known = 0;
  #clock = 0;
  #ends = NO_ENDS;
  #read = 0;
  readonly #dropped: Record<string, number> = {};

  constructor(measure: Measure, mapping: LogInputOptions) {
    this.#measure = measure;
    this.#mapping = mapping;
    const { zone, returns } = readSettings(CALLER, mapping);
    this.#counting = countingOf(measure.settings, zone.name, returns);
    const { recency } = measure.settings;
    this.#window = openWindow(CALLER, { clock: "none", timeZone: zone.name }, { recency });
  }

  get rows() {
    return { read: this.#read, dropped: { ...this.#dropped } };
  }

  add(batch: AccumulatorBatch<object>): this {
    const shared = { customers: this.#customers, orders: this.#orders };
    // All of a batch is read before any of it counts.
    const reader = openReader(CALLER, batch, this.#mapping, shared);
    const columns = readColumns(reader);
    const { bounds, elapsed } = this.#window;
    eachLogSlice({ ...columns, partners: undefined }, this.#window, (slice) => {
      this.#measure.add(slice, this.#sizes(), bounds);
    });
    this.#meet(columns.customerOrder);
    this.#widen(columns.clock, elapsed ? columns.ends.time : columns.ends.day);
    this.#count(reader.length, reader.screen.tally.counts());
    return this;
  }

  merge(other: RfmAccumulator<object, Identifier, RfmOutput> | RfmState): this {
    const state = other instanceof Accumulator ? other.toJSON() : (other as RfmState);
    checkState(CALLER, state, this.#counting);
    const customers = state.customers.map((id) => this.#customers.codeOf(restoreId(id)));
    const orderOf = (id: StoredId) => this.#orders.codeOf(restoreId(id));
    const keyOf = this.#measure.settings.countBy === "days" ? Number : orderOf;
    // Room has to be made for all keys before the first is counted.
    for (const id of state.totals.keys) keyOf(id);
    for (const id of state.orders?.keys ?? []) orderOf(id);
    this.#measure.reserve(this.#sizes());
    restoreTotals(this.#measure.totals, state.totals, customers, keyOf);
    if (this.#measure.orders && state.orders)
      restoreTotals(this.#measure.orders, state.orders, customers, orderOf);
    this.#meet(Int32Array.from(customers));
    this.#widen(state.clock, restoreEnds(state.ends));
    this.#count(state.rows.read, state.rows.dropped);
    return this;
  }

  result(asOf?: DateInput): RfmAnswer<Identifier, RfmOutput> {
    const { settings } = this.#measure;
    const clock = { clock: CLOCKS[this.#clock], timeZone: this.#counting.timeZone };
    const window = openWindow(CALLER, clock, { asOf, recency: settings.recency });
    if (window.asOf !== undefined && window.asOf < this.#ends[2]) {
      const expected = "a date on or after the latest row, which a state cannot take back";
      throw new RfmError({ caller: CALLER, code: "notInState", path: "asOf", expected, received: asOf });
    }
    const reference = referenceOf(CALLER, window, extentOf(this.#ends));
    const order = this.#order.subarray(0, this.#known);
    return this.#measure.answer({ order, values: this.#customers.values }, reference);
  }

  toJSON(): RfmState {
    const { totals, orders, settings } = this.#measure;
    const order = this.#order.slice(0, this.#known);
    const places = this.#places.map((place) => place - 1);
    const orderId = (key: number) => storeId(this.#orders.values[key]);
    return {
      ...STATE_HEAD,
      counting: this.#counting,
      clock: CLOCKS[this.#clock],
      ends: storeEnds(this.#ends),
      rows: this.rows,
      customers: Array.from(order, (customer) => storeId(this.#customers.values[customer])),
      totals: storeTotals(totals, order, places, settings.countBy === "days" ? (day) => day : orderId),
      orders: orders ? storeTotals(orders, order, places, orderId) : null,
    };
  }

  #sizes() {
    return { customers: this.#customers.values.length, orders: this.#orders.values.length };
  }

  /** Customers whose rows were kept, in their order. */
  #meet(customers: Int32Array): void {
    this.#places = grown(this.#places, this.#customers.values.length);
    this.#order = grown(this.#order, this.#customers.values.length);
    for (const customer of customers) {
      if (this.#places[customer] !== 0) continue;
      this.#order[this.#known] = customer;
      this.#places[customer] = ++this.#known;
    }
  }

  #widen(clock: TransactionLog["clock"], ends: Ends): void {
    this.#clock |= CLOCKS.indexOf(clock);
    this.#ends = joinEnds(this.#ends, ends);
  }

  #count(read: number, dropped: Readonly<Record<string, number>>): void {
    this.#read += read;
    for (const [reason, rows] of Object.entries(dropped))
      this.#dropped[reason] = (this.#dropped[reason] ?? 0) + rows;
  }
}

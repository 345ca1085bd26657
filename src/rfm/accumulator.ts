import type { Optional } from "../core/arguments.js";
import type { DateInput } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { grown } from "../core/grow.js";
import { CLOCKS } from "../transactions/clock.js";
import { type Coder, openCoder } from "../transactions/coder.js";
import type { Identifier } from "../transactions/input-types.js";
import { eachLogSlice } from "../transactions/log-slices.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { readLogColumns } from "../transactions/read.js";
import { openReader } from "../transactions/reader.js";
import { type LogInputOptions, readSettings } from "../transactions/settings.js";
import { type Ends, extentOf, joinEnds, NO_ENDS } from "../transactions/span.js";
import { openWindow, referenceOf, type Window } from "../transactions/window.js";
import { checkAccumulatorOptions } from "./accumulator-options.js";
import type {
  AccumulatedId,
  AccumulatorBatch,
  AccumulatorOptions,
  RfmAccumulator,
} from "./accumulator-types.js";
import { checkState } from "./check-state.js";
import type { RfmAnswer } from "./customer.js";
import { Measure } from "./measure.js";
import { type CountOptions, type RfmOutput, readCountSettings } from "./settings.js";
import {
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

/**
 * Recency, frequency and monetary value of transactions that come in batches: files larger than memory, daily
 * increments, worker threads that share the work. The answer is that of {@link computeRfm} on all rows at once, to the
 * last bit, however they are split and in whatever order they come; only the order of the customers follows first
 * appearance.
 *
 * What a state does not hold it cannot answer, and refuses: an `asOf` before its latest row, a `since`, matched
 * returns, duplicates across batches.
 *
 * Cost: 32 bytes a customer (48 for `"elapsed"`) and its id and, for distinct orders, every order: some 40 bytes where
 * ids are 32-bit integers, more than 100 where they are text. To bound it, give orders integer ids, count transactions
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
  options: LogInputOptions & CountOptions = {},
): RfmAccumulator<object, Identifier, RfmOutput> {
  checkAccumulatorOptions(CALLER, options);
  const { recency, countBy, monetary, decimals, output, ...mapping } = options;
  return new Accumulator(new Measure(readCountSettings(CALLER, options)), mapping);
}

const CALLER = "rfmAccumulator";

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
    const columns = readLogColumns(reader);
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

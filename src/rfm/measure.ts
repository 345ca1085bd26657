import { FIRST_DAY } from "../core/day.js";
import { roundTo } from "../core/round.js";
import type { Identifier } from "../transactions/input-types.js";
import type { Slice } from "../transactions/slice.js";
import type { Bounds, Reference } from "../transactions/window.js";
import type { CustomerColumns, RfmCustomer } from "./customer.js";
import type { PointKind } from "./ends.js";
import type { CustomerTotals } from "./figures.js";
import type { CountSettings } from "./settings.js";
import { Totals } from "./totals.js";

/** How many codes there are so far. */
export interface CodeCounts {
  readonly customers: number;
  readonly orders: number;
}

/** Customers as they are answered: by their codes, in this order. */
interface Answered {
  readonly values: readonly Identifier[];
  readonly order: Int32Array;
}

/** The figures of customers while they are being added up. */
export class Measure {
  readonly settings: CountSettings;
  readonly totals: Totals;
  /** Counts orders, where a mean needs them and frequency counts something else. */
  readonly orders: Totals | undefined;
  #days = new Int32Array(0);
  #dayCount = 0;

  constructor(settings: CountSettings) {
    this.settings = settings;
    const { countBy, monetary, recency } = settings;
    const kind: PointKind = recency === "elapsed" ? "milliseconds" : "days";
    this.totals = new Totals(kind);
    this.orders = monetary === "mean" && countBy !== "orders" ? new Totals(kind) : undefined;
  }

  add(slice: Slice, codes: CodeCounts, bounds: Bounds): void {
    const { countBy, recency } = this.settings;
    const clock = recency === "elapsed" ? slice.times : slice.days;
    const keys = { orders: slice.orders, transactions: undefined, days: this.#dayKeys(slice) }[countBy];
    this.reserve(codes);
    this.totals.add({ ...slice, clock, keys }, bounds);
    this.orders?.add({ ...slice, clock, keys: slice.orders }, bounds);
  }

  /** Makes room for as many codes. */
  reserve({ customers, orders }: CodeCounts): void {
    this.totals.reserve(customers, this.settings.countBy === "days" ? this.#dayCount : orders);
    this.orders?.reserve(customers, orders);
  }

  #dayKeys({ days, length }: Slice): Int32Array | undefined {
    if (this.settings.countBy !== "days") return undefined;
    if (this.#days.length < length) this.#days = new Int32Array(length);
    for (let i = 0; i < length; i++) {
      this.#days[i] = days[i] - FIRST_DAY;
      if (this.#days[i] >= this.#dayCount) this.#dayCount = this.#days[i] + 1;
    }
    return this.#days;
  }

  /** The customers with a purchase; without a reference there is none. */
  answer({ order, values }: Answered, reference: Reference | undefined): RfmCustomer[] | CustomerColumns {
    const found = this.totals.figures.buyers(order);
    const columns = {
      customerId: valuesOf(values, found.customers),
      recency: daysSince(reference, found.lasts),
      frequency: found.counts,
      monetary: this.#monetary(found),
      tenure: daysSince(reference, found.firsts),
    };
    return this.settings.output === "rows" ? rowsOf(columns) : columns;
  }

  #monetary({ customers, counts, amounts }: CustomerTotals): Float64Array {
    const { monetary, decimals } = this.settings;
    if (monetary === "mean") {
      const orders = this.orders?.figures.countsOf(customers) ?? counts;
      for (let i = 0; i < amounts.length; i++) amounts[i] /= orders[i];
    }
    if (decimals !== undefined) {
      for (let i = 0; i < amounts.length; i++) amounts[i] = roundTo(amounts[i], decimals);
    }
    return amounts;
  }
}

function valuesOf(values: readonly Identifier[], codes: Int32Array): Identifier[] {
  const found = new Array<Identifier>(codes.length);
  for (let i = 0; i < codes.length; i++) found[i] = values[codes[i]];
  return found;
}

/** Turns points on the clock into the days since. */
function daysSince(reference: Reference | undefined, points: Float64Array): Float64Array {
  if (reference === undefined) return points;
  for (let i = 0; i < points.length; i++) points[i] = reference.daysSince(points[i]);
  return points;
}

function rowsOf({ customerId, recency, frequency, monetary, tenure }: CustomerColumns): RfmCustomer[] {
  const rows: RfmCustomer[] = [];
  for (let i = 0; i < customerId.length; i++) {
    rows.push({
      customerId: customerId[i],
      recency: recency[i],
      frequency: frequency[i],
      monetary: monetary[i],
      tenure: tenure[i],
    });
  }
  return rows;
}

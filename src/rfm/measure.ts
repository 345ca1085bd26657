import type { Identifier } from "../transactions/input-types.js";
import { SLICE_ROWS, type Slice } from "../transactions/slice.js";
import type { CustomerColumns, RfmCustomer } from "./customer.js";
import type { CountSettings } from "./settings.js";
import { type Bounds, Totals } from "./totals.js";
import type { Reference } from "./window.js";

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

/** 0000-01-01: days are counted from there where they are keys. */
const FIRST_DAY = -719_528;
const DAYS = 2 ** 22;

/** The figures of customers while they are being added up. */
export class Measure {
  readonly settings: CountSettings;
  readonly totals = new Totals();
  /** Counts orders, where a mean needs them and frequency counts something else. */
  readonly orders: Totals | undefined;
  readonly #days = new Int32Array(SLICE_ROWS);

  constructor(settings: CountSettings) {
    this.settings = settings;
    const { countBy, monetary } = settings;
    this.orders = monetary === "mean" && countBy !== "orders" ? new Totals() : undefined;
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
    this.totals.reserve(customers, this.settings.countBy === "days" ? DAYS : orders);
    this.orders?.reserve(customers, orders);
  }

  #dayKeys({ days, length }: Slice): Int32Array | undefined {
    if (this.settings.countBy !== "days") return undefined;
    for (let i = 0; i < length; i++) this.#days[i] = days[i] - FIRST_DAY;
    return this.#days;
  }

  /** The customers with a purchase; without a reference there is none. */
  answer({ order, values }: Answered, reference: Reference | undefined): RfmCustomer[] | CustomerColumns {
    const columns = openColumns(reference === undefined ? 0 : order.length);
    let count = 0;
    if (reference !== undefined) {
      for (let i = 0; i < order.length; i++) {
        const customer = order[i];
        const frequency = this.totals.count(customer);
        if (frequency === 0) continue;
        columns.customerId[count] = values[customer];
        columns.recency[count] = reference.daysSince(this.totals.last(customer));
        columns.frequency[count] = frequency;
        columns.monetary[count] = this.#monetary(customer);
        columns.tenure[count] = reference.daysSince(this.totals.first(customer));
        count++;
      }
    }
    return this.settings.output === "rows" ? rowsOf(columns, count) : cutTo(columns, count);
  }

  #monetary(customer: number): number {
    const { monetary, decimals } = this.settings;
    const amount = this.totals.amount(customer);
    const value = monetary === "sum" ? amount : amount / (this.orders ?? this.totals).count(customer);
    return decimals === undefined ? value : roundTo(value, decimals);
  }
}

function openColumns(length: number) {
  return {
    customerId: new Array<Identifier>(length),
    recency: new Float64Array(length),
    frequency: new Float64Array(length),
    monetary: new Float64Array(length),
    tenure: new Float64Array(length),
  };
}

type OpenColumns = ReturnType<typeof openColumns>;

function rowsOf(
  { customerId, recency, frequency, monetary, tenure }: OpenColumns,
  count: number,
): RfmCustomer[] {
  const rows: RfmCustomer[] = [];
  for (let i = 0; i < count; i++) {
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

function cutTo(
  { customerId, recency, frequency, monetary, tenure }: OpenColumns,
  count: number,
): CustomerColumns {
  customerId.length = count;
  return {
    customerId,
    recency: recency.subarray(0, count),
    frequency: frequency.subarray(0, count),
    monetary: monetary.subarray(0, count),
    tenure: tenure.subarray(0, count),
  };
}

/** The nearest decimal to the exact value of the double, halves away from zero; never -0. */
function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

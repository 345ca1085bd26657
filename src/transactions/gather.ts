import type { Coding } from "./codes.js";
import type { IntegerArray } from "./column.js";
import type { Coded, TransactionLog } from "./log-types.js";
import type { TransactionReader } from "./reader.js";
import { type Fates, rowsOfSlices, type Slice } from "./slice.js";

/** What is read of transactions, before it is put together. */
export type LogColumns = Omit<TransactionLog, "kind" | "timeZone" | "span" | "partners" | "report">;

/** Gathers the slices of a reader into columns. Arrays that hold a field as it is are taken over, not copied. */
export function gather(
  { length, layout, eachSlice }: TransactionReader,
  visit: (slice: Slice) => void,
): LogColumns {
  const { customers, dates, givenAmounts, quantities } = layout;
  const days = new Int32Array(length);
  const times = new Float64Array(length);
  const allAmounts = givenAmounts ?? new Float64Array(length);
  const allQuantities = quantities && new Float64Array(length);
  const allCustomers = gatherCodes(layout.customerCoding, length);
  const allOrders = layout.orders && gatherCodes(layout.orders, length);
  const products = layout.products && readCodes(layout.products, length);
  const attributes = layout.attributes.map(([name, coding]) => [name, readCodes(coding, length)] as const);
  eachSlice((slice, fates) => {
    const { from } = slice;
    const put = (
      column: { set(part: Float64Array | Int32Array, at: number): void },
      part: Float64Array | Int32Array,
    ) => column.set(part.subarray(0, slice.length), from);
    put(days, slice.days);
    put(times, slice.times);
    if (givenAmounts === undefined) put(allAmounts, slice.amounts);
    if (quantities && allQuantities) put(allQuantities, quantities.numbers);
    allCustomers.take(slice.customers, slice);
    if (slice.orders) allOrders?.take(slice.orders, slice);
    products?.read(slice, fates);
    for (const [, column] of attributes) column.read(slice, fates);
    visit(slice);
  });
  return {
    length,
    clock: dates.clock(),
    days,
    times,
    amounts: allAmounts,
    customers: allCustomers.finish(),
    customerOrder: customers.order(),
    orders: allOrders?.finish(),
    products: products?.finish(),
    quantities: allQuantities,
    attributes: Object.fromEntries(attributes.map(([name, column]) => [name, column.finish()])),
  };
}

type Stretch = Pick<Slice, "from" | "length">;

interface GatheredCodes<T> {
  take(codes: Int32Array, slice: Stretch): void;
  finish(): Coded<T>;
}

/** The column's own codes where every one of them points to a value, else a copy. */
function gatherCodes<T>({ adopted, values }: Coding<T>, length: number): GatheredCodes<T> {
  const codes = adopted === undefined ? new Int32Array(length) : undefined;
  return {
    take: (part, slice) => codes?.set(part.subarray(0, slice.length), slice.from),
    finish: () => ({ codes: codes ?? (adopted?.() as IntegerArray), values }),
  };
}

/** As {@link gatherCodes}, of a field that is not in the slices. */
function readCodes<T>(coding: Coding<T>, length: number) {
  const part = new Int32Array(rowsOfSlices(length));
  const codes = gatherCodes(coding, length);
  return {
    read(slice: Stretch, fates: Fates): void {
      coding.read(slice.from, slice.length, fates, part);
      codes.take(part, slice);
    },
    finish: codes.finish,
  };
}

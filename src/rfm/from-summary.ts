import type { Optional } from "../core/arguments.js";
import { DATE_EXPECTED, type DateInput, readMoment } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { extendRow, type Merge } from "../core/extend.js";
import { checkOptions } from "../core/options.js";
import { checkRows } from "../core/values.js";
import { openZone, type Zone } from "../core/zone.js";
import { findField, type LocatedField } from "../transactions/fields.js";
import type {
  CustomerFunction,
  CustomerKey,
  DefaultKey,
  Field,
  Identifier,
  KeyOf,
  NamedField,
} from "../transactions/input-types.js";
import { customerReader, numberReader, type RowReader } from "../transactions/row-readers.js";
import { openTable, type Table } from "../transactions/table.js";

/** Where the figures of customer-level rows are found; each defaults to the column of its own name. */
export type RfmSummaryOptions<Row> = NamedField<Row, "frequency", number> &
  NamedField<Row, "monetary", number> & {
    /** Days since the last purchase. Give this or `lastPurchase`. */
    readonly recency?: Field<Row, number> | undefined;
    /** The date of the last purchase. */
    readonly lastPurchase?: Field<Row, DateInput> | undefined;
    /** The day recency is counted to. Default: the day after the latest last purchase. */
    readonly asOf?: DateInput | undefined;
    /** IANA zone in which an instant is turned into a calendar day. Default: `"UTC"`. */
    readonly timeZone?: string | undefined;
  };

/** A customer-level row with the columns every analysis reads. */
export type SummaryCustomer<Row, Id = Identifier> = Merge<
  Row,
  { readonly customerId: Id; readonly recency: number; readonly frequency: number; readonly monetary: number }
>;

/**
 * Recency, frequency and monetary value from rows that a warehouse has already aggregated, one a customer:
 * order count and revenue as they are, recency as given or counted from the last purchase. Every other
 * column of the rows is kept.
 *
 * Cost: O(customers).
 *
 * @throws RfmError on a missing or repeated customer, a bad date or number, a recency below 0 or a frequency
 * below 1, and where both `recency` and `lastPurchase` are named, or neither is found.
 * @example
 * ```ts
 * import { computeRfmFromSummary } from "rfm-kit";
 *
 * const rows = [
 *   { customer_id: 7, last_order: "2024-03-09", orders: 4, revenue: 120.5 },
 *   { customer_id: 8, last_order: "2024-02-01", orders: 1, revenue: 15 },
 * ];
 * const customers = computeRfmFromSummary(rows, {
 *   customerId: "customer_id",
 *   lastPurchase: "last_order",
 *   frequency: "orders",
 *   monetary: "revenue",
 *   asOf: "2024-03-10",
 * });
 * customers.map((customer) => customer.recency); // => [1, 38]
 * ```
 */
export function computeRfmFromSummary<Row extends object, Id extends Identifier>(
  rows: readonly Row[],
  options: CustomerFunction<NoInfer<Row>, Id> & RfmSummaryOptions<NoInfer<Row>>,
): SummaryCustomer<Row, Id>[];
export function computeRfmFromSummary<Row extends object, K extends KeyOf<Row, Identifier> = DefaultKey<Row>>(
  rows: readonly Row[],
  ...options: Optional<CustomerKey<NoInfer<Row>, K> & RfmSummaryOptions<NoInfer<Row>>>
): SummaryCustomer<Row, NonNullable<Row[K]>>[];
export function computeRfmFromSummary(
  rows: readonly object[],
  options: Partial<Record<FieldName | "asOf" | "timeZone", unknown>> = {},
): SummaryCustomer<object>[] {
  checkOptions(CALLER, options, OPTIONS);
  checkRows(CALLER, rows);
  const table = openTable(CALLER, rows);
  const zone = openZone(CALLER, options.timeZone ?? "UTC");
  const find = (name: FieldName) => findField(CALLER, table, name, options[name]);
  const customerOf = customerReader(CALLER, find("customerId"));
  const frequencyOf = numberReader(CALLER, find("frequency"), 1, "a number from 1 up");
  const monetaryOf = numberReader(CALLER, find("monetary"), Number.NEGATIVE_INFINITY, "a finite number");
  const recencyOf = usesRecency(table, options)
    ? numberReader(CALLER, find("recency"), 0, "a number from 0 up")
    : recencyReader(find("lastPurchase"), table.length, options.asOf, zone);
  return rows.map((row, index) => {
    const figures = { recency: recencyOf(index), frequency: frequencyOf(index), monetary: monetaryOf(index) };
    return extendRow(row, { customerId: customerOf(index), ...figures });
  });
}

const CALLER = "computeRfmFromSummary";
type FieldName = "customerId" | "recency" | "lastPurchase" | "frequency" | "monetary";
const OPTIONS = ["customerId", "recency", "lastPurchase", "frequency", "monetary", "asOf", "timeZone"];

/** Whether recency is given, rather than counted from the last purchase: one of the two, not both. */
function usesRecency(table: Table, options: Partial<Record<FieldName | "asOf", unknown>>): boolean {
  const named = options.recency !== undefined || options.lastPurchase !== undefined;
  const recency = named ? options.recency !== undefined : table.has("recency");
  const lastPurchase = named ? options.lastPurchase !== undefined : table.has("lastPurchase");
  if (recency && options.asOf !== undefined) {
    const expected = "no asOf beside recency, which is counted already";
    throw new RfmError({ caller: CALLER, code: "invalidOption", path: "asOf", expected });
  }
  if (recency !== lastPurchase || table.length === 0) return recency;
  const expected = "either recency in days or the date of the last purchase";
  throw new RfmError({ caller: CALLER, code: "invalidOption", path: "lastPurchase", expected });
}

function recencyReader(
  { name, read, hint }: LocatedField,
  length: number,
  asOf: unknown,
  zone: Zone,
): RowReader<number> {
  const days = Array.from({ length }, (_, row) => {
    const moment = readMoment(read(row), zone);
    if (moment === undefined) throw refuse(name, row, DATE_EXPECTED, read(row), hint);
    return moment.day;
  });
  const last = days.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY);
  const reference = asOf === undefined ? last + 1 : readMoment(asOf, zone)?.day;
  if (reference === undefined) throw refuse("asOf", undefined, DATE_EXPECTED, asOf);
  return (row) => {
    if (days[row] <= reference) return reference - days[row];
    throw refuse(name, row, "a last purchase on or before asOf", read(row));
  };
}

function refuse(
  path: string,
  row: number | undefined,
  expected: string,
  received: unknown,
  hint?: string,
): RfmError {
  return new RfmError({ caller: CALLER, code: "invalidDate", path, row, expected, received, hint });
}

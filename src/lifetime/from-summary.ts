import type { Optional } from "../core/arguments.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { checkRows } from "../core/values.js";
import { findField, isMissing } from "../transactions/fields.js";
import type {
  CustomerFunction,
  CustomerKey,
  DefaultKey,
  Field,
  Identifier,
  KeyOf,
  NamedField,
} from "../transactions/input-types.js";
import { customerReader, numberReader } from "../transactions/row-readers.js";
import { openTable } from "../transactions/table.js";
import { readDaysPerUnit } from "./days-per-unit.js";
import { checkHistory } from "./histories.js";
import type { PurchaseHistory } from "./history-types.js";

/** Where the figures of customer-level rows are found; each defaults to the column of its own name. */
export type HistorySummaryOptions<Row> = NamedField<Row, "x", number> &
  NamedField<Row, "tX", number> &
  NamedField<Row, "T", number> & {
    /** Mean spend of the repeat purchases; whatever it is where there are none. Default: unknown, if there is no such column. */
    readonly meanSpend?: Field<Row, number | null | undefined> | undefined;
    /** How many days the unit of `tX` and `T` has: 7 for weeks. Default: 1. */
    readonly daysPerUnit?: number | undefined;
  };

/**
 * Purchase histories from rows that another tool has already made, one a customer, in any unit of time: the `frequency`,
 * `recency`, `T` and `monetary_value` of lifetimes are `x`, `tX`, `T` and `meanSpend` here. Rows of `computeRfm` are
 * otherwise: of those counted by days, x is frequency − 1, tX is tenure − recency, and T is tenure.
 *
 * Cost: O(customers).
 *
 * @returns the histories in days, in the order of the rows.
 * @throws RfmError on a missing or repeated customer, on an x that is no whole number from 0 up, on times below 0, on a
 * last purchase after the end of the observation, and on a negative spend.
 * @example
 * ```ts
 * import { purchaseHistoriesFromSummary } from "rfm-kit/lifetime";
 *
 * const rows = [{ ID: 1, x: 2, t_x: 30.43, T: 38.86, zbar: 22.35 }]; // weeks
 * const names = { customerId: "ID", tX: "t_x", meanSpend: "zbar", daysPerUnit: 7 } as const;
 * const [history] = purchaseHistoriesFromSummary(rows, names);
 * history.tX.toFixed(2); // => "213.01"
 * ```
 */
export function purchaseHistoriesFromSummary<Row extends object, Id extends Identifier>(
  rows: readonly Row[],
  options: CustomerFunction<NoInfer<Row>, Id> & HistorySummaryOptions<NoInfer<Row>>,
): PurchaseHistory<Id>[];
export function purchaseHistoriesFromSummary<
  Row extends object,
  K extends KeyOf<Row, Identifier> = DefaultKey<Row>,
>(
  rows: readonly Row[],
  ...options: Optional<CustomerKey<NoInfer<Row>, K> & HistorySummaryOptions<NoInfer<Row>>>
): PurchaseHistory<NonNullable<Row[K]>>[];
export function purchaseHistoriesFromSummary(
  rows: readonly object[],
  options: Partial<Record<(typeof OPTIONS)[number], unknown>> = {},
): PurchaseHistory[] {
  checkOptions(CALLER, options, OPTIONS);
  checkRows(CALLER, rows);
  const days = readDaysPerUnit(CALLER, options.daysPerUnit);
  const table = openTable(CALLER, rows);
  const find = (name: (typeof OPTIONS)[number]) => findField(CALLER, table, name, options[name]);
  const read = (name: "x" | "tX" | "T") => numberReader(CALLER, find(name), 0, "a number from 0 up");
  const customerOf = customerReader(CALLER, find("customerId"));
  const [xOf, tXOf, tOf] = [read("x"), read("tX"), read("T")];
  const spendOf = spendReader(options.meanSpend !== undefined || table.has("meanSpend"), () =>
    find("meanSpend"),
  );
  return rows.map((_, row) => {
    const [customerId, x] = [customerOf(row), xOf(row)];
    const history = { customerId, x, tX: tXOf(row) * days, T: tOf(row) * days, meanSpend: spendOf(row, x) };
    checkHistory(CALLER, history, row);
    return history;
  });
}

const CALLER = "purchaseHistoriesFromSummary";
const OPTIONS = ["customerId", "x", "tX", "T", "meanSpend", "daysPerUnit"] as const;

/** Reads the mean spend of those who have repeat purchases. */
function spendReader(known: boolean, find: () => ReturnType<typeof findField>) {
  if (!known) return () => null;
  const field = find();
  const numberOf = numberReader(CALLER, field, Number.NEGATIVE_INFINITY, "a finite number");
  return (row: number, x: number): number | null => {
    if (x === 0) return null;
    if (!isMissing(field.read(row))) return numberOf(row);
    const refusal = { caller: CALLER, code: "invalidValue", path: field.name, row } as const;
    const expected = "the mean spend of a customer with repeat purchases";
    throw new RfmError({ ...refusal, expected, received: field.read(row), hint: field.hint });
  };
}

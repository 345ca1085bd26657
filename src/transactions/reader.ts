import { type Layout, layOut, type SharedCoders } from "./layout.js";
import { openScreen, type Screen } from "./screen.js";
import { type LogInputOptions, type LogSettings, readSettings } from "./settings.js";
import { type Fates, rowsOfSlices, SLICE_ROWS, type Slice } from "./slice.js";
import { openTable } from "./table.js";

/** Transactions about to be read. */
export interface TransactionReader {
  readonly settings: LogSettings;
  readonly layout: Layout;
  readonly screen: Screen;
  /** Rows in all. */
  readonly length: number;
  /** Reads and judges slice by slice. To be called once. */
  eachSlice(visit: (slice: Slice, fates: Fates) => void): void;
}

/** Opens rows or columns on behalf of `caller`, whose name stands in the messages. */
export function openReader(
  caller: string,
  input: unknown,
  options: LogInputOptions,
  shared?: SharedCoders,
): TransactionReader {
  const settings = readSettings(caller, options);
  const table = openTable(caller, input);
  const layout = layOut(caller, table, options, settings, shared);
  const screen = openScreen(caller, table, layout, options, settings);
  const { customers, dates, amounts, orders } = layout;
  const { length } = table;
  const rows = rowsOfSlices(length);
  const fates = new Uint8Array(rows);
  const slice: Slice = {
    from: 0,
    length: 0,
    days: dates.days,
    times: dates.times,
    amounts: amounts.numbers,
    customers: customers.codes,
    orders: orders && new Int32Array(rows),
  };
  return {
    settings,
    layout,
    screen,
    length,
    eachSlice(visit) {
      for (slice.from = 0; slice.from < length; slice.from += SLICE_ROWS) {
        slice.length = Math.min(SLICE_ROWS, length - slice.from);
        fates.fill(0);
        if (screen.judge(slice.from, slice.length, fates)) dates.blank(slice.length, fates);
        dates.settle(slice.length);
        customers.settle(slice.length, fates);
        if (slice.orders) orders?.read(slice.from, slice.length, fates, slice.orders);
        visit(slice, fates);
      }
    },
  };
}

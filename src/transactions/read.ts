import { checkClock } from "./clock.js";
import { layOut } from "./layout.js";
import type { TransactionLog } from "./log-types.js";
import { profile } from "./report.js";
import { matchReturns } from "./returns.js";
import { openScreen } from "./screen.js";
import { type LogInputOptions, readSettings } from "./settings.js";
import { spanOf } from "./span.js";
import { openTable } from "./table.js";

/** Reads rows or columns into a log on behalf of `caller`, whose name stands in the messages. */
export function readTransactions(caller: string, input: unknown, options: LogInputOptions): TransactionLog {
  const settings = readSettings(caller, options);
  const table = openTable(caller, input);
  const layout = layOut(caller, table, options, settings);
  const screen = openScreen(caller, table, layout, options, settings);
  for (let row = 0; row < table.length; row++) if (screen.admits(row)) layout.keep(row);

  const filled = layout.finish();
  const columns = { ...filled, timeZone: settings.zone.name, span: spanOf(filled) };
  const matches = settings.returns === "match";
  if (matches) checkClock(caller, columns);
  const partners = matches ? matchReturns(columns) : undefined;
  const report = profile({ ...columns, partners }, screen.tally, screen.duplicates());
  return { kind: "transactionLog", ...columns, partners, report };
}

import { checkClock } from "./clock.js";
import { gather, type LogColumns } from "./gather.js";
import type { LogReport, TransactionLog } from "./log-types.js";
import { openReader, type TransactionReader } from "./reader.js";
import { profile } from "./report.js";
import { matchReturns } from "./returns.js";
import type { LogInputOptions } from "./settings.js";
import { type Ends, extentOf, openExtent } from "./span.js";

/** Gathers what is read, with its extent on both clocks. */
export function readLogColumns(reader: TransactionReader): ReadColumns {
  const [onDays, onTimes] = [openExtent(), openExtent()];
  const filled = gather(reader, (slice) => {
    onDays.add(slice.days, slice);
    onTimes.add(slice.times, slice);
  });
  return {
    ...filled,
    timeZone: reader.settings.zone.name,
    ends: { day: onDays.ends(), time: onTimes.ends() },
  };
}

type ReadColumns = LogColumns & {
  readonly timeZone: string;
  readonly ends: { readonly day: Ends; readonly time: Ends };
};

/** Reads rows or columns into a log on behalf of `caller`, whose name stands in the messages. */
export function readTransactions(caller: string, input: unknown, options: LogInputOptions): TransactionLog {
  const reader = openReader(caller, input, options);
  const { settings, screen } = reader;
  const { ends, ...filled } = readLogColumns(reader);
  const [day, time] = [extentOf(ends.day), extentOf(ends.time)];
  const columns = { ...filled, span: day && time && { day, time } };
  const matches = settings.returns === "match";
  if (matches) checkClock(caller, columns);
  const partners = matches ? matchReturns(columns) : undefined;
  const { tally } = screen;
  const duplicates = screen.duplicates();
  let report: LogReport | undefined;
  return {
    kind: "transactionLog",
    ...columns,
    partners,
    // Most logs are never asked for it, and it is a pass of its own.
    get report() {
      report ??= profile({ ...columns, partners }, tally, duplicates);
      return report;
    },
  };
}

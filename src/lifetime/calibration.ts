import { DATE_EXPECTED, type DateInput, formatDay, readMoment } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { openZone } from "../core/zone.js";
import type { TransactionLog } from "../transactions/log-types.js";

/** Refuses anything but a log. */
export function checkLog(caller: string, log: unknown): void {
  const { kind }: Partial<TransactionLog> = typeof log === "object" && log !== null ? log : {};
  if (kind === "transactionLog") return;
  const refusal = { caller, code: "invalidInput", path: "log", received: log } as const;
  throw new RfmError({ ...refusal, expected: "a log", hint: "transactionLog(rows, …) makes one" });
}

/** The day a calibration ends, of those the log holds purchases up to. */
export function readCalibrationEnd<Id>(caller: string, log: TransactionLog<Id>, value: DateInput): number {
  const day = readMoment(value, openZone(caller, log.timeZone))?.day;
  const refusal = { caller, path: "calibrationEnd", received: value } as const;
  if (day === undefined) throw new RfmError({ ...refusal, code: "invalidDate", expected: DATE_EXPECTED });
  if (log.span === undefined || day < log.span.day.firstPurchase) {
    const expected = "a day on or after the first purchase";
    throw new RfmError({ ...refusal, code: "asOfBeforeFirstPurchase", expected });
  }
  return day;
}

/** Refuses days ahead of which the log does not hold all. */
export function checkSeen<Id>(
  caller: string,
  log: TransactionLog<Id>,
  path: string,
  end: number,
  received: unknown,
): void {
  const last = Number(log.span?.day.last);
  if (end <= last) return;
  const expected = `an end of the holdout within the log, by ${formatDay(last)}, not ${formatDay(end)}`;
  throw new RfmError({ caller, code: "invalidOption", path, expected, received });
}

/** A whole number of days. */
export function checkDayCount(caller: string, path: string, days: unknown): number {
  if (Number.isSafeInteger(days) && Number(days) > 0 && Number(days) <= 36_525) return Number(days);
  const expected = "a whole number of days from 1 up";
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: days });
}

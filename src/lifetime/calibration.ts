import { type DateInput, formatDay, MOST_DAYS } from "../core/day.js";
import { RfmError } from "../core/error.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { readDay } from "../transactions/read-day.js";

/** The day a calibration ends, of those the log holds purchases up to. */
export function readCalibrationEnd<Id>(caller: string, log: TransactionLog<Id>, value: DateInput): number {
  const day = readDay(caller, "calibrationEnd", log, value);
  if (log.span === undefined || day < log.span.day.firstPurchase) {
    const expected = "a day on or after the first purchase";
    const refusal = { caller, path: "calibrationEnd", received: value } as const;
    throw new RfmError({ ...refusal, code: "asOfBeforeFirstPurchase", expected });
  }
  return day;
}

/** Refuses a holdout of which the log does not hold all. */
export function checkHoldout<Id>(
  caller: string,
  log: TransactionLog<Id>,
  end: number,
  days: number,
  calibrationEnd: unknown,
): void {
  const last = Number(log.span?.day.last);
  if (end + days <= last) return;
  const until = `as the log ends on ${formatDay(last)}`;
  if (end >= last) {
    const refusal = {
      caller,
      code: "invalidOption",
      path: "calibrationEnd",
      received: calibrationEnd,
    } as const;
    throw new RfmError({ ...refusal, expected: `a day with days after it, ${until}` });
  }
  const refusal = { caller, code: "invalidOption", path: "holdoutDays", received: days } as const;
  throw new RfmError({ ...refusal, expected: `at most ${last - end} days, ${until}` });
}

/** A whole number of days, or of something else, from 1 up. */
export function checkWhole(caller: string, path: string, value: unknown, what = "days"): number {
  if (Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= MOST_DAYS) return Number(value);
  const expected = `a whole number of ${what} from 1 up`;
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: value });
}

import { DATE_EXPECTED, type DateInput, readMoment } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { openZone } from "../core/zone.js";
import type { TransactionLog } from "./log-types.js";

/** The calendar day of a date, in the zone of a log. */
export function readDay(
  caller: string,
  path: string,
  { timeZone }: Pick<TransactionLog<unknown>, "timeZone">,
  received: DateInput,
): number {
  const day = readMoment(received, openZone(caller, timeZone))?.day;
  if (day !== undefined) return day;
  throw new RfmError({ caller, code: "invalidDate", path, expected: DATE_EXPECTED, received });
}

import { MOST_DAYS } from "../core/day.js";
import { RfmError } from "../core/error.js";

/** How many days a unit of time has; 1 where nothing is said. */
export function readDaysPerUnit(caller: string, daysPerUnit: unknown): number {
  if (daysPerUnit === undefined) return 1;
  if (typeof daysPerUnit === "number" && daysPerUnit > 0 && daysPerUnit <= MOST_DAYS) return daysPerUnit;
  const expected = "the days of the unit of time, above 0, such as 7 for weeks";
  throw new RfmError({ caller, code: "invalidOption", path: "daysPerUnit", expected, received: daysPerUnit });
}

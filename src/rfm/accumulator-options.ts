import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { LOG_OPTIONS, type LogInputOptions } from "../transactions/settings.js";
import { COUNT_OPTIONS, type CountOptions } from "./settings.js";

const BATCHES = "rows of different batches are not compared";
const REFUSED = [
  ["asOf", "no asOf here: give it to result()"],
  ["since", "no since: a state does not hold single rows, so add only the rows that count"],
] as const;

/** Refuses what a state could not answer, with the reason. */
export function checkAccumulatorOptions(caller: string, options: LogInputOptions & CountOptions): void {
  const refuse = (path: string, expected: string) =>
    new RfmError({ caller, code: "notInState", path, expected });
  for (const [name, expected] of REFUSED)
    if (isPlain(options) && name in options) throw refuse(name, expected);
  checkOptions(caller, options, [...LOG_OPTIONS, ...COUNT_OPTIONS]);
  const { duplicates = "keep", returns } = options;
  if (duplicates !== "keep") throw refuse("duplicates", `"keep": ${BATCHES}`);
  if (returns === "match") throw refuse("returns", `"net" or "drop": ${BATCHES}`);
  for (const [name, rule] of Object.entries(options.exclude ?? {})) {
    if (typeof rule !== "function")
      throw refuse(`exclude.${name}`, "a function of the row: a mask is of one batch");
  }
}

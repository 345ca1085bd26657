import { checkChoice, checkOptions } from "../core/options.js";
import { openZone, type Zone } from "../core/zone.js";

/** The options of `transactionLog`, by name. */
export const LOG_OPTIONS = [
  "customerId",
  "date",
  "amount",
  "orderId",
  "product",
  "quantity",
  "attributes",
  "timeZone",
  "exclude",
  "duplicates",
  "invalid",
  "returns",
] as const;

/** The options as they come, before anything is known of them. */
export type LogInputOptions = Partial<Record<(typeof LOG_OPTIONS)[number], unknown>>;

/** The choices of a log, checked and with their defaults. */
export interface LogSettings {
  readonly zone: Zone;
  readonly duplicates: "keep" | "count" | "drop";
  readonly invalid: "throw" | "drop";
  readonly returns: "net" | "drop" | "match";
}

export function readSettings(caller: string, options: LogInputOptions): LogSettings {
  checkOptions(caller, options, LOG_OPTIONS);
  return {
    zone: openZone(caller, options.timeZone ?? "UTC"),
    duplicates: checkChoice(caller, "duplicates", options.duplicates ?? "keep", ["keep", "count", "drop"]),
    invalid: checkChoice(caller, "invalid", options.invalid ?? "throw", ["throw", "drop"]),
    returns: checkChoice(caller, "returns", options.returns ?? "net", ["net", "drop", "match"]),
  };
}

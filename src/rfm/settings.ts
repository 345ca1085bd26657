import { RfmError } from "../core/error.js";
import { checkChoice } from "../core/options.js";
import type { RecencyForm } from "./window.js";

/** What decides on how figures are counted. */
export interface CountOptions {
  readonly recency?: RecencyForm | undefined;
  readonly countBy?: "orders" | "transactions" | "days" | undefined;
  readonly monetary?: "sum" | "mean" | undefined;
  readonly decimals?: number | undefined;
  readonly output?: "rows" | "columns" | undefined;
}

/** The same, checked and with their defaults. */
export interface CountSettings {
  readonly recency: RecencyForm;
  readonly countBy: "orders" | "transactions" | "days";
  readonly monetary: "sum" | "mean";
  readonly decimals: number | undefined;
  readonly output: "rows" | "columns";
}

export const COUNT_OPTIONS = ["recency", "countBy", "monetary", "decimals", "output"] as const;

export function readCountSettings(caller: string, options: CountOptions): CountSettings {
  const { recency = "calendar", countBy = "orders", monetary = "sum", decimals, output = "rows" } = options;
  checkDecimals(caller, decimals);
  return {
    recency: checkChoice(caller, "recency", recency, ["calendar", "elapsed"]),
    countBy: checkChoice(caller, "countBy", countBy, ["orders", "transactions", "days"]),
    monetary: checkChoice(caller, "monetary", monetary, ["sum", "mean"]),
    decimals,
    output: checkChoice(caller, "output", output, ["rows", "columns"]),
  };
}

function checkDecimals(caller: string, decimals: number | undefined): void {
  if (decimals === undefined || (Number.isInteger(decimals) && decimals >= 0 && decimals <= 15)) return;
  const expected = "a whole number from 0 to 15";
  throw new RfmError({ caller, code: "invalidOption", path: "decimals", expected, received: decimals });
}

import { RfmError } from "../core/error.js";
import { checkChoice } from "../core/options.js";
import type { RecencyForm } from "../transactions/window.js";

/** How figures are answered. */
export type RfmOutput = "rows" | "columns";

/** How figures are counted and answered, whatever the window. */
export interface CountOptions<O extends RfmOutput = RfmOutput> {
  /** Calendar days, or whole periods of 24 hours with `asOf` an instant. Default: `"calendar"`. */
  readonly recency?: RecencyForm | undefined;
  /** What frequency counts. Default: `"orders"`, which without order ids are transactions. */
  readonly countBy?: "orders" | "transactions" | "days" | undefined;
  /** Sum of the amounts or mean per order. Default: `"sum"`. */
  readonly monetary?: "sum" | "mean" | undefined;
  /** Decimals that monetary is rounded to, once, after summing. Default: not rounded. */
  readonly decimals?: number | undefined;
  /** A row a customer, or a column a figure, for a million customers and more. Default: `"rows"`. */
  readonly output?: O | undefined;
}

/** The same, checked and with their defaults. */
export interface CountSettings {
  readonly recency: RecencyForm;
  readonly countBy: "orders" | "transactions" | "days";
  readonly monetary: "sum" | "mean";
  readonly decimals: number | undefined;
  readonly output: RfmOutput;
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

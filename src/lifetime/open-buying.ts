import { bgNbdBuying } from "./bg-nbd-buying.js";
import type { Buying } from "./buying.js";
import { namesOf, type PurchaseModel } from "./model.js";
import { paretoNbdBuying } from "./pareto-nbd-buying.js";

/** The parameters of a model of purchases, its times in days. */
export function inDays(model: PurchaseModel): number[] {
  const times = ["alpha", "beta"];
  const parameters: Partial<Record<string, number>> = model.parameters;
  return namesOf(model).map((name) => {
    return Number(parameters[name]) * (times.includes(name) ? model.daysPerUnit : 1);
  });
}

/** What a model of this kind says with these parameters, in days. */
export function openBuying(kind: PurchaseModel["kind"], parameters: readonly number[]): Buying {
  return kind === "bgNbdModel" ? bgNbdBuying(parameters) : paretoNbdBuying(parameters);
}

import { fsum } from "d3-array";
import { checkOptions } from "../core/options.js";
import { checkWhole } from "./calibration.js";
import { checkHistories, type ObservedPurchases } from "./histories.js";
import { checkPurchaseModel, type PurchaseModel } from "./model.js";
import { inDays, openBuying } from "./open-buying.js";

/** Customers with so many repeat purchases. */
export interface FrequencyRow {
  readonly x: number;
  /** Whether those with more than x are counted here too: the last row. */
  readonly orMore: boolean;
  readonly actual: number;
  readonly expected: number;
}

/**
 * How many customers made 0, 1, 2, … repeat purchases, and how many the model expects to have made them in the time they
 * were watched: Σ P(X(T) = x) over the customers. Where the two columns part, the model does not describe the shop.
 *
 * Cost: O(different T · most), times 24 for the Pareto/NBD model.
 *
 * @param options `most`, the x of the last row, in which those with more are counted too; default 7.
 * @returns rows for x from 0 to `most`; both columns add up to the customers.
 * @throws RfmError on a history that cannot be, and on what is no model of purchases.
 * @see Fader, Hardie and Lee (2005), figure 1.
 * @example
 * ```ts
 * import { fitBgNbd, frequencyTable } from "rfm-kit/lifetime";
 *
 * const histories = [
 *   { x: 3, tX: 50, T: 60 },
 *   { x: 1, tX: 5, T: 60 },
 *   { x: 0, tX: 0, T: 60 },
 * ];
 * const table = frequencyTable(histories, fitBgNbd(histories), { most: 2 });
 * table.map(({ actual }) => actual); // => [1, 1, 1]
 * ```
 */
export function frequencyTable(
  histories: readonly ObservedPurchases[],
  model: PurchaseModel,
  options: { readonly most?: number | undefined } = {},
): FrequencyRow[] {
  const caller = "frequencyTable";
  checkOptions(caller, options, ["most"]);
  const most = checkWhole(caller, "most", options.most ?? 7, "purchases");
  checkHistories(caller, histories);
  checkPurchaseModel(caller, "model", model);
  const buying = openBuying(model.kind, inDays(model));
  const actual = new Float64Array(most + 1);
  const watched = new Map<number, number>();
  for (const { x, T } of histories) {
    actual[Math.min(x, most)]++;
    watched.set(T, (watched.get(T) ?? 0) + 1);
  }
  const parts = [...watched].map(([T, customers]) => {
    const probabilities = buying.probabilities(T, most - 1);
    return [...probabilities, 1 - fsum(probabilities)].map((probability) => customers * probability);
  });
  return Array.from(actual, (customers, x) => ({
    x,
    orMore: x === most,
    actual: customers,
    expected: fsum(parts.map((part) => part[x])),
  }));
}

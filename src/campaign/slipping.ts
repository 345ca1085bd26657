import type { ScoredWith, ScoreTriple } from "../core/bins.js";
import { showAmount, showMany, showShare } from "../core/format.js";
import type { MonetaryRow } from "../pareto/values.js";
import type { SchemeBinsOf, SchemeBinsOption } from "../segment/scheme.js";
import type { CustomerAnswer, Finding } from "./answer.js";
import { findWhere, type NamedWhereOptions, type WhereOptions } from "./where.js";

/**
 * Which loyal customers are slipping away, and what is at stake? By default those of F 4 to 5 and R 2 to 3 on
 * five bins: they came often, and have not come lately. The most valuable come first.
 *
 * Cost: O(n log n).
 *
 * @param scored rows with `r`, `f` and `m`, and the value.
 * @param options `where`, other ranges on the scores; `bins`, where those are not five.
 * @returns the answer in one line, and the rows themselves by falling value.
 * @throws RfmError on scores of other bins, on ranges outside of the bins, on a value that is no number, and on
 * values whose sum is below 0.
 * @example
 * ```ts
 * import { slippingLoyalCustomers } from "rfm-kit";
 *
 * const scored = [
 *   { customerId: "ada", monetary: 300, r: 5, f: 5, m: 5 },
 *   { customerId: "bob", monetary: 100, r: 2, f: 4, m: 4 },
 * ];
 * const slipping = slippingLoyalCustomers(scored);
 * slipping.answer; // => "1 loyal customer (50.0 %) is slipping; they brought 100 of revenue, 25.0 %."
 * slipping.customers[0].customerId; // => "bob"
 * ```
 */
export function slippingLoyalCustomers<
  C extends ScoreTriple,
  const B extends SchemeBinsOption = { readonly r: 5; readonly f: 5 },
>(
  scored: readonly (C & ScoredWith<SchemeBinsOf<NoInfer<B>>>)[],
  options: NamedWhereOptions<C, B>,
): CustomerAnswer<C>;
export function slippingLoyalCustomers<
  C extends ScoreTriple & MonetaryRow,
  const B extends SchemeBinsOption = { readonly r: 5; readonly f: 5 },
>(
  scored: readonly (C & ScoredWith<SchemeBinsOf<NoInfer<B>>>)[],
  options?: WhereOptions<C, B>,
): CustomerAnswer<C>;
export function slippingLoyalCustomers<C extends ScoreTriple>(
  scored: readonly C[],
  options: WhereOptions<C> = {},
): CustomerAnswer<C> {
  const found = findWhere("slippingLoyalCustomers", scored, options, { r: [2, 3], f: [4, 5] });
  return { answer: describe(scored.length, found), ...found };
}

function describe(all: number, found: Finding<unknown>): string {
  const count = found.customers.length;
  if (all === 0) return "There are no customers.";
  if (count === 0) return "No loyal customer is slipping.";
  const whom = `${showMany(count, "loyal customer")} (${showShare(found.share)})`;
  const brought = `${showAmount(found.revenue)} of revenue, ${showShare(found.revenueShare)}`;
  return `${whom} ${count === 1 ? "is" : "are"} slipping; they brought ${brought}.`;
}

import type { ScoredWith, ScoreTriple } from "../core/bins.js";
import { showAmount, showMany, showShare } from "../core/format.js";
import type { MonetaryRow } from "../pareto/values.js";
import type { SchemeBinsOf, SchemeBinsOption } from "../segment/scheme.js";
import type { CustomerAnswer, Finding } from "./answer.js";
import { findWhere, type NamedWhereOptions, type WhereOptions } from "./where.js";

/**
 * Which inactive customers are worth reactivating, and what did they bring? By default those of R 1 and FM
 * (the floored mean of F and M) 3 to 5 on five bins: long away, and good while they came. The most valuable
 * come first.
 *
 * Cost: O(n log n).
 *
 * @param scored rows with `r`, `f` and `m`, and the value.
 * @param options `where`, other ranges on the scores; `bins`, where those are not five.
 * @returns the answer in one line, and the rows themselves by falling value.
 * @throws RfmError as `slippingLoyalCustomers`.
 * @example
 * ```ts
 * import { customersWorthReactivating } from "rfm-kit";
 *
 * const scored = [
 *   { customerId: "ada", monetary: 300, r: 5, f: 5, m: 5 },
 *   { customerId: "bob", monetary: 100, r: 1, f: 2, m: 4 },
 * ];
 * const { answer } = customersWorthReactivating(scored);
 * answer; // => "1 inactive customer (50.0 %) is worth reactivating; they brought 100 of revenue, 25.0 %."
 * ```
 */
export function customersWorthReactivating<
  C extends ScoreTriple,
  const B extends SchemeBinsOption = { readonly r: 5; readonly f: 5; readonly m: 5 },
>(
  scored: readonly (C & ScoredWith<SchemeBinsOf<NoInfer<B>>>)[],
  options: NamedWhereOptions<C, B>,
): CustomerAnswer<C>;
export function customersWorthReactivating<
  C extends ScoreTriple & MonetaryRow,
  const B extends SchemeBinsOption = { readonly r: 5; readonly f: 5; readonly m: 5 },
>(
  scored: readonly (C & ScoredWith<SchemeBinsOf<NoInfer<B>>>)[],
  options?: WhereOptions<C, B>,
): CustomerAnswer<C>;
export function customersWorthReactivating<C extends ScoreTriple>(
  scored: readonly C[],
  options: WhereOptions<C> = {},
): CustomerAnswer<C> {
  const found = findWhere("customersWorthReactivating", scored, options, { r: 1, fm: [3, 5] });
  return { answer: describe(scored.length, found), ...found };
}

function describe(all: number, found: Finding<unknown>): string {
  const count = found.customers.length;
  if (all === 0) return "There are no customers.";
  if (count === 0) return "No inactive customer is worth reactivating.";
  const whom = `${showMany(count, "inactive customer")} (${showShare(found.share)})`;
  const brought = `${showAmount(found.revenue)} of revenue, ${showShare(found.revenueShare)}`;
  return `${whom} ${count === 1 ? "is" : "are"} worth reactivating; they brought ${brought}.`;
}

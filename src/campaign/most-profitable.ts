import { showCount, showMany, showShare } from "../core/format.js";
import { checkOptions } from "../core/options.js";
import { checkShare } from "../core/share.js";
import type { ValueOf } from "../core/values.js";
import type { MonetaryRow } from "../pareto/values.js";
import { type CustomerAnswer, type Finding, findCustomers, rank, readWorth } from "./answer.js";

/** Whom {@link mostProfitableCustomers} counts among the top. */
export interface TopOptions<Row> {
  /** The share of customers, from 0 to 1. Default: 0.2. */
  readonly top?: number | undefined;
  /** What a customer is worth: a column, or a function of the row. Default: `"monetary"`. */
  readonly value?: ValueOf<Row> | undefined;
}

/** The same for rows of any kind, whose value has to be named. */
export interface NamedTopOptions<Row> extends TopOptions<Row> {
  readonly value: ValueOf<Row>;
}

/**
 * Who are the most profitable customers, and what do they bring? A customer is among the top where less than
 * `top` of all customers have a higher value: ⌈top · n⌉ customers, and all whose value equals that of the
 * last, so that equal customers are treated equally, whatever the order of the rows.
 *
 * Revenue is a stand-in for profit. Where the margin of a customer is known, give it as `value`.
 *
 * Cost: O(n log n).
 *
 * @returns the answer in one line, and the rows themselves by falling value.
 * @throws RfmError on a `top` outside of 0 to 1, on a value that is no number, and on values whose sum is below 0.
 * @example
 * ```ts
 * import { mostProfitableCustomers } from "rfm-kit";
 *
 * const customers = [80, 10, 5, 3, 2].map((monetary, i) => ({ customerId: i, monetary }));
 * const best = mostProfitableCustomers(customers);
 * best.answer; // => "1 of 5 customers (20.0 %) brings 80.0 % of revenue."
 * best.customers; // => [{ customerId: 0, monetary: 80 }]
 * ```
 */
export function mostProfitableCustomers<Row>(
  customers: readonly Row[],
  options: NamedTopOptions<Row>,
): CustomerAnswer<Row>;
export function mostProfitableCustomers<Row extends MonetaryRow>(
  customers: readonly Row[],
  options?: TopOptions<Row>,
): CustomerAnswer<Row>;
export function mostProfitableCustomers<Row>(
  customers: readonly Row[],
  options: TopOptions<Row> = {},
): CustomerAnswer<Row> {
  const caller = "mostProfitableCustomers";
  checkOptions(caller, options, ["top", "value"]);
  const top = checkShare(caller, "top", options.top ?? 0.2);
  const values = readWorth(caller, customers, options.value);
  const ranked = rank([...values.keys()], values);
  const found = findCustomers(customers, values, ranked.slice(0, countTop(ranked, values, top)));
  return { answer: describe(customers.length, found), ...found };
}

/** How many have less than a share `top` of all customers above them. */
function countTop(ranked: readonly number[], values: Float64Array, top: number): number {
  let above = 0;
  for (let place = 0; place < ranked.length; place++) {
    if (place > 0 && values[ranked[place]] < values[ranked[place - 1]]) above = place;
    if (above / ranked.length >= top) return place;
  }
  return ranked.length;
}

function describe(all: number, found: Finding<unknown>): string {
  if (all === 0) return "There are no customers.";
  const count = found.customers.length;
  const whom = `${showCount(count)} of ${showMany(all, "customer")} (${showShare(found.share)})`;
  return `${whom} ${count === 1 ? "brings" : "bring"} ${showShare(found.revenueShare)} of revenue.`;
}

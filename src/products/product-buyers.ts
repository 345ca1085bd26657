import { checkOptions } from "../core/options.js";
import type { Identifier } from "../transactions/input-types.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { codeOfProduct } from "./find-product.js";
import { openProducts, type ProductOptions } from "./open-products.js";
import { type ProductPurchases, purchasesOf } from "./purchases-of.js";
import { chooseCustomers } from "./segments-of-log.js";

/** How {@link productBuyers} looks. */
export interface ProductBuyersOptions<Id = unknown> extends Pick<ProductOptions, "asOf" | "since"> {
  /** Only these customers of the log, such as those of a segment. Default: all. */
  readonly customers?: readonly { readonly customerId: Id }[] | undefined;
}

/** A customer who bought a product. */
export interface ProductBuyer<Id = unknown> extends ProductPurchases {
  readonly customerId: Id;
}

/**
 * The customers behind a product: who bought it, how often and for how much, by falling revenue; equal ones in order of first
 * appearance.
 *
 * Cost: O(rows + n log n).
 *
 * @param log a `transactionLog` with products.
 * @param product one of the log's.
 * @returns a row for each customer with a purchase of it.
 * @throws RfmError on a product that is not in the log, on a customer who is not, and on an `asOf` before the first purchase.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { productBuyers } from "rfm-kit/products";
 *
 * const log = transactionLog(
 *   [
 *     { customerId: "ada", date: "2024-03-01", amount: 20, sku: "tea" },
 *     { customerId: "ada", date: "2024-03-04", amount: 10, sku: "tea" },
 *     { customerId: "bob", date: "2024-03-02", amount: 5, sku: "mug" },
 *   ],
 *   { product: "sku" },
 * );
 * productBuyers(log, "tea").map(({ customerId, orders, revenue, lastDay }) => [customerId, orders, revenue, lastDay]);
 * // => [["ada", 2, 30, "2024-03-04"]]
 * ```
 */
export function productBuyers<Id>(
  log: TransactionLog<Id>,
  product: Identifier,
  options: ProductBuyersOptions<Id> = {},
): ProductBuyer<Id>[] {
  const caller = "productBuyers";
  checkOptions(caller, options, ["asOf", "since", "customers"]);
  const open = openProducts(caller, log, { asOf: options.asOf, since: options.since });
  const code = codeOfProduct(caller, open, product);
  const customers = chooseCustomers(caller, log, options.customers);
  const buyers = Array.from(customers).flatMap((customer) => {
    const rows = Array.from(open.rowsOf(customer)).filter((row) => open.productOf(row) === code);
    const purchases = purchasesOf(open, rows);
    return purchases === undefined ? [] : { customerId: log.customers.values[customer], ...purchases };
  });
  return buyers.sort((a, b) => b.revenue - a.revenue);
}

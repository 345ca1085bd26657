import { group } from "d3-array";
import { checkOptions } from "../core/options.js";
import { MISSING } from "../transactions/coder.js";
import type { Identifier } from "../transactions/input-types.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { openProducts, PRODUCT_OPTIONS, type ProductOptions } from "./open-products.js";
import { byCode } from "./order.js";
import { type ProductPurchases, purchasesOf } from "./purchases-of.js";
import { findCustomer } from "./segments-of-log.js";

/** A product that a customer bought. */
export interface CustomerProduct extends ProductPurchases {
  readonly product: Identifier;
  /** Its commonest name in the attribute `nameFrom`; `null` without one. */
  readonly name: string | null;
}

/**
 * What one customer bought, product by product, by falling revenue.
 *
 * Cost: O(rows of the log).
 *
 * @param log a `transactionLog` with products.
 * @param customerId one of the log's customers.
 * @returns a row for each product with a purchase.
 * @throws RfmError on a customer who is not in the log, and as {@link segmentProducts}.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { customerProducts } from "rfm-kit/products";
 *
 * const log = transactionLog(
 *   [
 *     { customerId: "ada", date: "2024-03-01", amount: 20, sku: "tea" },
 *     { customerId: "ada", date: "2024-03-04", amount: 35, sku: "pot" },
 *   ],
 *   { product: "sku" },
 * );
 * customerProducts(log, "ada").map(({ product, revenue }) => [product, revenue]); // => [["pot", 35], ["tea", 20]]
 * ```
 */
export function customerProducts<Id>(
  log: TransactionLog<Id>,
  customerId: NoInfer<Id>,
  options: ProductOptions = {},
): CustomerProduct[] {
  const caller = "customerProducts";
  checkOptions(caller, options, PRODUCT_OPTIONS);
  const open = openProducts(caller, log, options);
  const customer = findCustomer(caller, log, customerId);
  const rowsOf = group(Array.from(open.rowsOf(customer)), open.productOf);
  rowsOf.delete(MISSING);
  const rows = Array.from(rowsOf).flatMap(([product, ofProduct]) => {
    const purchases = purchasesOf(open, ofProduct);
    if (purchases === undefined) return [];
    return { product: open.products.values[product], name: open.nameOf(product), ...purchases };
  });
  return rows.sort((a, b) => b.revenue - a.revenue || byCode(a.product, b.product));
}

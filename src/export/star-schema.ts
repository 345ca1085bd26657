import { checkLog } from "../transactions/check-log.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { customerDimension } from "./star-customers.js";
import { dateDimension } from "./star-dates.js";
import { readMembers } from "./star-members.js";
import { readStarOptions, type StarOptions } from "./star-options.js";
import { productDimension } from "./star-products.js";
import { saleFacts } from "./star-sales.js";
import { segmentDimension } from "./star-segments.js";
import type { StarCustomer, StarSchema } from "./star-types.js";

/**
 * A star schema for Power BI, Tableau or Looker: the dimensions dim_customer, dim_product, dim_date and dim_segment, and
 * the fact table fact_sales, as plain rows.
 *
 * Keys are whole numbers, each unique in its dimension, and every key of a sale is in its dimension. Key 0 is for sales
 * without a product and for customers without a segment. Customers come in the order in which they first appear in the
 * log, then those of `segmented` who have no sale in it. The amounts of the sales add up to `log.report.amount`, and there
 * are `log.report.rowsKept` of them. Keys hold within one call: load all five tables together.
 *
 * Cost: O(rows + customers + days).
 *
 * @param log a log of `transactionLog`.
 * @param segmented one row a customer, with `customerId`, `segment` and `monetary`; other columns are kept.
 * @returns five tables. Of an empty log and no customers, the rows with key 0 alone.
 * @throws RfmError on a customer who comes twice, on customers of whom the log has none, on a segment that is not in the
 * scheme or is called as key 0 is, on an attribute that the log has not, on sales that lie more than a century apart.
 * @see Kimball and Ross (2013), "The Data Warehouse Toolkit", 3rd edition.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { starSchema } from "rfm-kit/export";
 *
 * const log = transactionLog([
 *   { customerId: "ada", date: "2024-03-01", amount: 20, product: "tea" },
 *   { customerId: "bob", date: "2024-03-03", amount: 5, product: null },
 * ]);
 * const { customers, dates, sales } = starSchema(log, [{ customerId: "ada", segment: "loyal", monetary: 20 }]);
 * customers[1];
 * // => { customerKey: 2, customerId: "bob", segmentKey: 0, segment: "(none)", monetary: null }
 * dates.map(({ dateKey }) => dateKey); // => [20240301, 20240302, 20240303]
 * sales.map(({ productKey }) => productKey); // => [1, 0]
 * ```
 */
export function starSchema<
  Id,
  C extends StarCustomer<Id>,
  Name extends string = C["segment"],
  const A extends string = never,
  const None extends string = "(none)",
>(
  log: TransactionLog<Id>,
  segmented: readonly (C & { readonly segment: NoInfer<Name> })[],
  options: StarOptions<Name, A, None> = {},
): StarSchema<C, Id, Name, A, None> {
  checkLog(CALLER, log);
  const settings = readStarOptions(CALLER, log, options as StarOptions<string, string, string>);
  const members = readMembers(CALLER, log, segmented);
  const segments = segmentDimension(CALLER, segmented, members.absent, settings);
  const customers = customerDimension(members, segments.keys, settings.none);
  const products = productDimension(log, settings.names, settings.none);
  const dates = dateDimension(CALLER, log.days, settings.dates);
  const sales = saleFacts(log, { customers, products, dates }, settings.attributes);
  const tables = { customers: customers.rows, products: products.rows, dates: dates.rows };
  return { ...tables, segments: segments.rows, sales } as object as StarSchema<C, Id, Name, A, None>;
}

const CALLER = "starSchema";

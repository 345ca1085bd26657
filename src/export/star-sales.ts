import { NO_DAY } from "../core/day.js";
import type { TransactionLog } from "../transactions/log-types.js";
import type { CustomerDimension, Keyed } from "./star-customers.js";
import type { DateDimension } from "./star-dates.js";
import type { StarSettings } from "./star-options.js";
import type { DimProduct, FactSale } from "./star-types.js";

/** The dimensions that sales point into. */
interface Dimensions {
  readonly customers: CustomerDimension;
  readonly products: Keyed<DimProduct<string>>;
  readonly dates: DateDimension;
}

/** One row a kept row of the log. O(rows). */
export function saleFacts(
  log: TransactionLog<unknown>,
  { customers, products, dates }: Dimensions,
  attributes: StarSettings["attributes"],
): FactSale<string>[] {
  const { length, days, amounts, quantities } = log;
  const sales: FactSale<string>[] = [];
  for (let sale = 0; sale < length; sale++) {
    if (days[sale] === NO_DAY) continue;
    const customerKey = customers.keyOf[log.customers.codes[sale]];
    const product = log.products?.codes[sale] ?? -1;
    const order = log.orders?.codes[sale] ?? -1;
    const quantity = quantities?.[sale] ?? Number.NaN;
    const amount = amounts[sale];
    const row: Record<string, unknown> = {
      sale,
      customerKey,
      productKey: product < 0 ? 0 : products.keyOf[product],
      dateKey: dates.keyOf(days[sale]),
      segmentKey: customers.segmentOf[customerKey],
      orderId: order < 0 ? null : (log.orders?.values[order] ?? null),
      quantity: Number.isNaN(quantity) ? null : quantity,
      amount,
      isReturn: amount < 0,
    };
    for (const { name, column } of attributes) row[name] = column.values[column.codes[sale]] ?? null;
    sales.push(row as FactSale<string>);
  }
  return sales;
}

import { NO_DAY } from "../core/day.js";
import type { AttributeValue } from "../transactions/input-types.js";
import type { Coded, TransactionLog } from "../transactions/log-types.js";
import { nameProducts } from "../transactions/product-names.js";
import type { Keyed } from "./star-customers.js";
import type { DimProduct } from "./star-types.js";

/** One row a product of the kept rows, after one for rows without. O(rows). */
export function productDimension(
  log: TransactionLog<unknown>,
  names: Coded<AttributeValue> | undefined,
  none: string,
): Keyed<DimProduct<string>> {
  const rows: DimProduct<string>[] = [{ productKey: 0, product: null, name: none }];
  const { products, days } = log;
  if (products === undefined) return { rows, keyOf: new Int32Array(0) };
  const keyOf = new Int32Array(products.values.length);
  const seen: number[] = [];
  for (let row = 0; row < log.length; row++) {
    const code = products.codes[row];
    if (days[row] !== NO_DAY && code >= 0 && keyOf[code] === 0) keyOf[code] = seen.push(code);
  }
  const nameOf = names && nameProducts(log, products, names);
  for (const code of seen) {
    rows.push({ productKey: keyOf[code], product: products.values[code], name: nameOf?.[code] ?? null });
  }
  return { rows, keyOf };
}

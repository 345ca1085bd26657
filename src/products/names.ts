import { attributeOf } from "../transactions/attribute-of.js";
import type { Coded, TransactionLog } from "../transactions/log-types.js";
import { nameProducts } from "../transactions/product-names.js";

/** The names of products by an attribute of the log, worked out when the first is asked for. */
export function openNames(
  caller: string,
  log: TransactionLog<unknown>,
  products: Coded<unknown>,
  nameFrom: unknown,
): (product: number) => string | null {
  if (nameFrom === undefined) return () => null;
  const names = attributeOf(caller, log, "nameFrom", nameFrom);
  let known: readonly (string | null)[] | undefined;
  return (product) => {
    known ??= nameProducts(log, products, names);
    return known[product];
  };
}

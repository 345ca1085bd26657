import { RfmError } from "../core/error.js";
import { MISSING } from "../transactions/coder.js";
import type { Identifier } from "../transactions/input-types.js";
import type { OpenProducts } from "./open-products.js";

/** The code of a product in a log; refused where the log does not have it. O(products). */
export function codeOfProduct(caller: string, { products }: OpenProducts, product: Identifier): number {
  const code = products.values.indexOf(product);
  if (code !== -1) return code;
  const other = products.values.find((value) => String(value) === String(product));
  const refusal = { caller, code: "invalidValue", path: "product", received: product } as const;
  const hint = other === undefined ? undefined : `the log has the ${typeof other} ${String(other)}`;
  throw new RfmError({ ...refusal, expected: "a product of the log", hint });
}

/** The same log as if one product alone were one, with the code 0. */
export function onlyProduct(open: OpenProducts, code: number): OpenProducts {
  return {
    ...open,
    products: { codes: open.products.codes, values: [open.products.values[code]] },
    productOf: (row) => (open.productOf(row) === code ? 0 : MISSING),
    nameOf: () => open.nameOf(code),
  };
}

import type { DateInput } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { checkLog } from "../transactions/check-log.js";
import { MISSING } from "../transactions/coder.js";
import type { Identifier } from "../transactions/input-types.js";
import type { Coded, TransactionLog } from "../transactions/log-types.js";
import { groupRows, type RowsOf } from "../transactions/rows-by-customer.js";
import { openWindow, referenceOf } from "../transactions/window.js";
import { openNames } from "./names.js";

/** Which rows and products are looked at. */
export interface ProductOptions {
  /** The last day that is seen, inclusive. Default: the log's last. */
  readonly asOf?: DateInput | undefined;
  /** The first day that is seen, inclusive. Default: the log's first. */
  readonly since?: DateInput | undefined;
  /** Codes that are no products, such as postage and fees: a list, or a function that says of a code whether it is one. */
  readonly exclude?: readonly Identifier[] | ((product: Identifier) => boolean) | undefined;
  /** The attribute of the log that holds names of products. Default: products have no name. */
  readonly nameFrom?: string | undefined;
}

export const PRODUCT_OPTIONS = ["asOf", "since", "exclude", "nameFrom"] as const;

/** The products of a log, as far as they are looked at. */
export interface OpenProducts {
  readonly log: TransactionLog<unknown>;
  readonly products: Coded<Identifier>;
  /** The last day that is seen; `undefined` in a log without purchases. */
  readonly lastDay: number | undefined;
  /** The rows of a customer, without purchases that a return has undone. */
  readonly rowsOf: RowsOf;
  /** The code of a row's product; -1 where it has none, or one that is excluded. */
  readonly productOf: (row: number) => number;
  readonly nameOf: (product: number) => string | null;
}

/** Checks what all functions of products are given, and brings the rows of each customer together. O(rows). */
export function openProducts(
  caller: string,
  log: TransactionLog<unknown>,
  { asOf, since, exclude, nameFrom }: ProductOptions,
): OpenProducts {
  checkLog(caller, log);
  const products = productsOf(caller, log);
  const window = openWindow(caller, log, { asOf, since, recency: "calendar" });
  referenceOf(caller, window, log.span?.day);
  const isExcluded = readExclude(caller, exclude, products);
  return {
    log,
    products,
    lastDay: window.asOf ?? log.span?.day.last,
    rowsOf: groupRows(log, window),
    productOf: (row) => {
      const product = products.codes[row];
      return product === MISSING || isExcluded[product] === 1 ? MISSING : product;
    },
    nameOf: openNames(caller, log, products, nameFrom),
  };
}

function productsOf(caller: string, { products, length }: TransactionLog<unknown>): Coded<Identifier> {
  if (products !== undefined) return products;
  if (length === 0) return { codes: new Int32Array(0), values: [] };
  const refusal = { caller, code: "invalidInput", path: "log" } as const;
  const hint = 'name their column: transactionLog(rows, { product: "StockCode", … })';
  throw new RfmError({ ...refusal, expected: "a log with products", hint });
}

/** Holds 1 for each product that is excluded. */
function readExclude(caller: string, exclude: unknown, { values }: Coded<Identifier>): Uint8Array {
  if (exclude === undefined) return new Uint8Array(values.length);
  if (Array.isArray(exclude)) {
    const codes = new Set<unknown>(exclude);
    return Uint8Array.from(values, (product) => Number(codes.has(product)));
  }
  if (typeof exclude === "function") {
    return Uint8Array.from(values, (product) => Number(checkVerdict(caller, exclude(product), product)));
  }
  const expected = "a list of codes, or a function of one";
  throw new RfmError({ caller, code: "invalidOption", path: "exclude", expected, received: exclude });
}

function checkVerdict(caller: string, verdict: unknown, product: Identifier): boolean {
  if (typeof verdict === "boolean") return verdict;
  const expected = `true or false for the product ${JSON.stringify(String(product))}`;
  throw new RfmError({ caller, code: "invalidOption", path: "exclude", expected, received: verdict });
}

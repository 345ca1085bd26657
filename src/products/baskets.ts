import { RfmError } from "../core/error.js";
import { MISSING } from "../transactions/coder.js";
import type { OpenProducts } from "./open-products.js";

/** What was bought together. */
export interface Baskets {
  readonly count: number;
  /** The baskets that hold a product, ascending, by the products' codes. */
  readonly holding: readonly number[][];
}

/** Each customer's purchases as one basket. O(rows). */
export function basketsByCustomer(open: OpenProducts, customers: Int32Array): Baskets {
  return gatherBaskets(open, customers, () => 0);
}

/** The purchases of each order as one basket; an order id is scoped to its customer. O(rows). */
export function basketsByOrder(caller: string, open: OpenProducts, customers: Int32Array): Baskets {
  const { orders, length } = open.log;
  if (orders === undefined && length > 0) {
    const refusal = { caller, code: "invalidInput", path: "log" } as const;
    const hint = 'name their column, or look within: "customer"';
    throw new RfmError({ ...refusal, expected: "a log with order ids", hint });
  }
  // A row without an order id is a basket of its own.
  return gatherBaskets(open, customers, (row) => {
    const order = orders?.codes[row] ?? MISSING;
    return order === MISSING ? -1 - row : order;
  });
}

function gatherBaskets(open: OpenProducts, customers: Int32Array, keyOf: (row: number) => number): Baskets {
  const { log, products, rowsOf, productOf } = open;
  const holding: number[][] = products.values.map(() => []);
  let count = 0;
  for (const customer of customers) {
    const baskets = new Map<number, number>();
    for (const row of rowsOf(customer)) {
      const product = productOf(row);
      if (product === MISSING || log.amounts[row] < 0) continue;
      const key = keyOf(row);
      if (!baskets.has(key)) baskets.set(key, count++);
      holding[product].push(baskets.get(key) as number);
    }
  }
  return { count, holding: holding.map(distinct) };
}

/** Each number once, ascending: the baskets of one customer come mixed where rows do. */
function distinct(baskets: number[]): number[] {
  return baskets.sort((a, b) => a - b).filter((basket, i) => i === 0 || basket !== baskets[i - 1]);
}

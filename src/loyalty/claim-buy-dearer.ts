import { fsum } from "d3-array";
import { RfmError } from "../core/error.js";
import { showAmount, showCount } from "../core/format.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { compareCustomers } from "./compare-customers.js";
import type { Chances } from "./evaluation-options.js";
import type { Finding } from "./hypothesis-types.js";
import type { Population } from "./population.js";
import { rowsBetween } from "./rows-between.js";

/**
 * Members buy dearer products: the mean price level of the products they buy is above that of the rest. A product's price
 * level is what all customers paid for a unit of it, so that a discount makes nobody's products cheaper.
 */
export function testBuyDearer(
  caller: string,
  log: TransactionLog<unknown>,
  population: Population<unknown>,
  settings: Chances,
): Finding {
  const levels = priceLevels(caller, log, population);
  const comparison = compareCustomers(caller, population, levels, settings);
  const { members, rest, difference, pValue, pValueLess, leftOut } = comparison;
  const figures =
    `a unit of the products that ${showCount(members.customers)} members buy costs ${showAmount(members.mean)} on average, ` +
    `of those that ${showCount(rest.customers)} others buy ${showAmount(rest.mean)}`;
  return {
    effect: { what: "mean price level of members' products − that of the rest's", ...difference },
    supports: pValue,
    contradicts: pValueLess,
    test: "permutation test of the difference of means",
    members: members.customers,
    rest: rest.customers,
    leftOut,
    figures,
  };
}

/** The mean price level of each customer's distinct products; `null` where no line has a product and a quantity. */
function priceLevels(
  caller: string,
  log: TransactionLog<unknown>,
  { bounds, codes }: Population<unknown>,
): (number | null)[] {
  const { products, quantities, amounts } = log;
  if (products === undefined || quantities === undefined) {
    const refusal = { caller, code: "invalidInput", path: "log" } as const;
    const missing = products === undefined ? "product" : "quantity";
    throw new RfmError({
      ...refusal,
      expected: "a log of products and quantities",
      hint: `map "${missing}" in transactionLog`,
    });
  }
  const rowsOf = rowsBetween(log, bounds);
  const priced = (row: number) => products.codes[row] >= 0 && quantities[row] > 0 && amounts[row] >= 0;
  const rows = Array.from(codes, (code) => rowsOf(code).filter(priced));
  const linesOf = Array.from(products.values, () => [] as number[]);
  for (const own of rows) for (const row of own) linesOf[products.codes[row]].push(row);
  const prices = linesOf.map((lines) => {
    const sum = (column: Float64Array) => fsum(lines.map((row) => column[row]));
    return sum(amounts) / sum(quantities);
  });
  return rows.map((own) => {
    const distinct = [...new Set(Array.from(own, (row) => products.codes[row]))];
    return distinct.length === 0 ? null : fsum(distinct.map((product) => prices[product])) / distinct.length;
  });
}

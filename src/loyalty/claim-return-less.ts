import { RfmError } from "../core/error.js";
import { showCount, showShare } from "../core/format.js";
import { compareCustomers } from "./compare-customers.js";
import type { Chances } from "./evaluation-options.js";
import type { Finding } from "./hypothesis-types.js";
import type { Population } from "./population.js";

/** Members return less: the mean of their return rates is below that of the rest. */
export function testReturnLess(caller: string, population: Population<unknown>, settings: Chances): Finding {
  const rates = population.customers.map(({ returnRate }) => returnRate);
  if (!rates.some((rate) => rate !== null && rate > 0)) {
    const refusal = { caller, code: "invalidInput", path: "log" } as const;
    const hint = 'read it without excluding returns, and without returns: "drop"';
    throw new RfmError({ ...refusal, expected: "a log with returns", hint });
  }
  const { members, rest, difference, pValue, pValueLess, leftOut } = compareCustomers(
    caller,
    population,
    rates,
    settings,
  );
  const figures =
    `the return rate is ${showShare(members.mean, 2)} on average over ${showCount(members.customers)} members ` +
    `and ${showShare(rest.mean, 2)} over ${showCount(rest.customers)} others`;
  return {
    effect: { what: "mean return rate of members − that of the rest", ...difference },
    supports: pValueLess,
    contradicts: pValue,
    test: "permutation test of the difference of means",
    members: members.customers,
    rest: rest.customers,
    leftOut,
    figures,
  };
}

import { fsum } from "d3-array";
import { bootstrap } from "../core/bootstrap.js";
import { formatDay } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { showAmount, showCount } from "../core/format.js";
import { openRandom } from "../core/random.js";
import { signFlipTest } from "../core/sign-flip.js";
import type { TransactionLog } from "../transactions/log-types.js";
import type { Chances } from "./evaluation-options.js";
import type { Finding } from "./hypothesis-types.js";
import { meanOrderValues } from "./order-values.js";
import type { Population } from "./population.js";

/**
 * Members' order value is rising: the mean value of a member's orders in the later half of the days that are seen is above that in
 * the earlier half. Every member with orders in both is their own control, so that a change of who buys is no change of the value.
 */
export function testOrderValue(
  caller: string,
  log: TransactionLog<unknown>,
  { bounds, codes, isMember, members }: Population<unknown>,
  { seed, level, replicates }: Chances,
): Finding {
  const from = Math.max(bounds.from, Number(log.span?.day.firstPurchase));
  const middle = from + Math.ceil((bounds.to - from + 1) / 2);
  const valuesOf = meanOrderValues(log, bounds, middle);
  const pairs = Array.from(
    codes.filter((_, row) => isMember[row] === 1),
    valuesOf,
  ).filter((pair) => pair !== null);
  if (pairs.length < 2) {
    const refusal = { caller, code: "emptyPopulation", path: "programme", received: pairs.length } as const;
    const expected = `at least two members with an order before ${formatDay(middle)} and one from then on`;
    throw new RfmError({ ...refusal, expected });
  }
  const changes = pairs.map(({ earlier, later }) => later - earlier);
  const mean = (values: readonly number[]) => fsum(values) / values.length;
  const options = { seed, level, method: "bca", replicates } as const;
  const { estimate, low, high } = bootstrap(changes, mean, options);
  const random = openRandom(caller, seed);
  const { greater, less } = signFlipTest(Float64Array.from(changes), { random, draws: replicates });
  const [before, after] = [mean(pairs.map(({ earlier }) => earlier)), mean(pairs.map(({ later }) => later))];
  const figures =
    `the orders of ${showCount(pairs.length)} members who ordered before ${formatDay(middle)} and after were worth ` +
    `${showAmount(before)} on average before and ${showAmount(after)} after`;
  return {
    effect: { what: "mean change of a member's mean order value", estimate, low, high },
    supports: greater,
    contradicts: less,
    test: "sign-flip test of the mean change",
    members: pairs.length,
    rest: 0,
    leftOut: members - pairs.length,
    figures,
  };
}

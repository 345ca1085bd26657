import { showCount, showShare } from "../core/format.js";
import { binomialUpperTail, wilsonInterval } from "../core/proportion.js";
import type { Chances } from "./evaluation-options.js";
import type { Finding } from "./hypothesis-types.js";
import type { Population } from "./population.js";

/** Members are at least a share of the customers. */
export function testShare(
  { members, customers }: Population<unknown>,
  share: number,
  { level }: Chances,
): Finding {
  const n = customers.length;
  const estimate = members / n;
  return {
    effect: { what: "members / customers", estimate, ...wilsonInterval(members, n, level) },
    supports: binomialUpperTail(members, n, share),
    // At most so many members are at least so many who are none.
    contradicts: binomialUpperTail(n - members, n, 1 - share),
    test: "exact binomial test",
    members,
    rest: n - members,
    leftOut: 0,
    figures: `${showCount(members)} of ${showCount(n)} customers are members, ${showShare(estimate)} against ${showShare(share)}`,
  };
}

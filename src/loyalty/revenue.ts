import { fsum } from "d3-array";
import { formatDay } from "../core/day.js";
import { ofGroup, type Population } from "./population.js";
import type { SpendBetween } from "./spend-between.js";

/** Who brought the revenue of a window. The unit of the amounts. */
export interface RevenueSplit {
  readonly members: number;
  /** The customers that the members were chosen from, without the members. */
  readonly rest: number;
  /** Customers who were not there to choose from: whose purchases of the programme's window, if any, came later. */
  readonly others: number;
  /** members / (members + rest + others); `null` where that is no share, as more came back than was bought. */
  readonly share: number | null;
  /** members / (members + rest); `null` likewise. */
  readonly shareOfKnown: number | null;
}

/** The revenue of some days. */
export interface WindowRevenue {
  readonly from: string;
  readonly to: string;
  /** Purchases alone. */
  readonly gross: RevenueSplit;
  /** Purchases less returns, each on its own day. */
  readonly net: RevenueSplit;
}

/** What share of revenue is the members', in the window they were chosen in and after it. */
export interface ProgrammeRevenue {
  readonly selection: WindowRevenue;
  /** From the day after the choice on; `null` where the log ends before. */
  readonly later: WindowRevenue | null;
}

/** Splits the spend of a window. O(n). */
export function splitRevenue(
  population: Population<unknown>,
  { gross, net }: SpendBetween,
  from: number,
  to: number,
): WindowRevenue {
  const split = (spend: Float64Array) => splitSpend(population, spend);
  return { from: formatDay(from), to: formatDay(to), gross: split(gross), net: split(net) };
}

function splitSpend(population: Population<unknown>, spend: Float64Array): RevenueSplit {
  const members = fsum(ofGroup(population, "members", spend)) + 0;
  const rest = fsum(ofGroup(population, "rest", spend)) + 0;
  const known = new Set(population.codes);
  const others = fsum(spend.filter((_, code) => !known.has(code))) + 0;
  const part = (all: readonly number[]) => {
    const found = fsum(all) > 0 ? members / fsum(all) : Number.NaN;
    return found >= 0 && found <= 1 ? found : null;
  };
  const share = part([members, rest, others]);
  return { members, rest, others, share, shareOfKnown: part([members, rest]) };
}

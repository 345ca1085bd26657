import { formatDay } from "../core/day.js";
import { showAmount, showCount, showMany, showShare } from "../core/format.js";
import { compareMeans, type MeanComparison } from "../core/two-groups.js";
import type { EvaluationSettings } from "./evaluation-options.js";
import { type HoldBackDesign, holdBackDesign } from "./hold-back.js";
import { ofGroup, type Population } from "./population.js";
import type { SpendBetween } from "./spend-between.js";

/** What came after the choice. */
export interface LaterEvidence {
  /** The days that are looked at, all of them after the choice. */
  readonly from: string;
  readonly to: string;
  readonly days: number;
  /** Spend a customer, less returns; those who did not come again count with 0. */
  readonly spend: MeanComparison;
  /** The share of customers with a purchase. */
  readonly boughtAgain: MeanComparison;
  /**
   * The trials of as many days that would show an effect of the programme on either, were half of the members held back from it;
   * `null` for fewer than 40 members, of whom a plan says too much, and where all brought the same.
   */
  readonly holdBack: { readonly spend: HoldBackDesign | null; readonly boughtAgain: HoldBackDesign | null };
}

/** What says that the members are better than the rest, and what it does not say. */
export interface ProgrammeEvidence {
  /** `null` where the log holds nothing after the choice. */
  readonly later: LaterEvidence | null;
  /** One sentence with the figures. */
  readonly text: string;
  /** What the figures are no evidence of. */
  readonly caution: string;
}

/** Of fewer members a plan by the normal distribution promises too much. */
const FEWEST = 40;

const CAUTION =
  "This is evidence about the group and not about the programme: these were better customers before they were members. " +
  "What the programme does shows only in a trial that holds some of them back from it, drawn at random.";

/** Holds the members against the rest in days after the choice. O(replicates · n). */
export function findEvidence(
  caller: string,
  population: Population<unknown>,
  { net, bought }: SpendBetween,
  until: number,
  { seed, level, replicates }: EvaluationSettings,
): ProgrammeEvidence {
  const compare = (byCode: Float64Array) => {
    const groups = {
      members: ofGroup(population, "members", byCode),
      rest: ofGroup(population, "rest", byCode),
    };
    return compareMeans(caller, groups, { seed, level, replicates });
  };
  const trial = (byCode: Float64Array) => {
    const outcomes = ofGroup(population, "members", byCode);
    const differ = outcomes.some((outcome) => outcome !== outcomes[0]);
    return outcomes.length < FEWEST || !differ ? null : holdBackDesign(outcomes);
  };
  const { to } = population.bounds;
  const window = { from: formatDay(to + 1), to: formatDay(until), days: until - to };
  const spend = compare(net);
  const holdBack = { spend: trial(net), boughtAgain: trial(bought) };
  const later = { ...window, spend, boughtAgain: compare(bought), holdBack };
  return { later, text: describe(later, formatDay(to), level), caution: CAUTION };
}

/** What is said where the log holds nothing after the choice. */
export function withoutEvidence({ bounds }: Population<unknown>): ProgrammeEvidence {
  const day = formatDay(bounds.to);
  const text =
    `The log holds nothing after ${day}, the day of the choice: whether its members go on to be better customers than the ` +
    "rest cannot be seen. An earlier `asOf` leaves days to see it in.";
  return { later: null, text, caution: CAUTION };
}

function describe({ spend, boughtAgain, days }: LaterEvidence, asOf: string, level: number): string {
  const { members, rest, ratio, difference, pValue, permutations } = spend;
  const chosen = `In the ${showMany(days, "day")} after ${asOf} the ${showMany(members.customers, "member")}`;
  const sure = `${showShare(level, 0)} interval`;
  const times =
    ratio === null || ratio.low < 0
      ? `${showAmount(difference.estimate)} more a customer than the other ${showCount(rest.customers)} (${sure} ${showAmount(difference.low)} to ${showAmount(difference.high)}`
      : `${ratio.estimate.toFixed(2)} times as much a customer as the other ${showCount(rest.customers)} (${sure} ${ratio.low.toFixed(2)} to ${ratio.high.toFixed(2)}`;
  const chance = `p = ${pValue.toFixed(String(permutations).length)} by ${showCount(permutations)} permutations)`;
  const back = `${showShare(boughtAgain.members.mean)} of them bought again, of the others ${showShare(boughtAgain.rest.mean)}`;
  return `${chosen} spent ${times}; ${chance}. ${back}.`;
}

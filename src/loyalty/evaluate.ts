import { formatDay } from "../core/day.js";
import { showMany } from "../core/format.js";
import { pastOf } from "../lifetime/past.js";
import type { AttributeValue, Identifier } from "../transactions/input-types.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { type ProgrammeAction, rankActions } from "./actions.js";
import { agreement } from "./agreement.js";
import { describeConditions, type ProgrammeConditions } from "./conditions.js";
import { type EligibleCustomer, listEligible } from "./eligible.js";
import {
  type EvaluationOptions,
  type EvaluationSettings,
  readEvaluationOptions,
  readUntil,
} from "./evaluation-options.js";
import { findEvidence, type ProgrammeEvidence, withoutEvidence } from "./evidence.js";
import { forecastProgramme, type ProgrammeForecast } from "./forecast.js";
import { findOverRepresented, type Representation } from "./over-represented.js";
import { openPopulation, type Population } from "./population.js";
import { compareFigures, type FigureComparison } from "./profile.js";
import type { LoyaltyProgramme } from "./programme-types.js";
import { replayProgramme } from "./replay.js";
import type { ProgrammeCourse } from "./replay-types.js";
import { type ProgrammeRevenue, splitRevenue } from "./revenue.js";
import { measureSize, type ProgrammeSize } from "./size.js";
import { spendBetween } from "./spend-between.js";

/** What members are like. */
export interface ProgrammeProfile {
  readonly figures: readonly FigureComparison[];
  /** Products that members buy more often than others; `null` where the log has none. */
  readonly products: Representation<Identifier> | null;
  /** The same of each attribute, such as the country. */
  readonly attributes: Readonly<Record<string, Representation<AttributeValue>>>;
}

/** What admits a customer. */
export interface ProgrammeEntry {
  readonly conditions: ProgrammeConditions;
  readonly text: string;
  /** How near the rule comes to the choice of members on this day; `null` where there is nobody to say it of. */
  readonly admitted: number;
  readonly precision: number | null;
  readonly recall: number | null;
}

/** What removes a member, and how it would have gone. */
export interface ProgrammeExit {
  readonly conditions: ProgrammeConditions;
  readonly graceDays: number;
  readonly text: string;
  /** The rule replayed over the whole log, and a fifth stricter and looser. */
  readonly asDefined: ProgrammeCourse;
  readonly stricter: ProgrammeCourse;
  readonly looser: ProgrammeCourse;
}

/** Nine answers on a loyalty programme, as JSON holds them, unless ids are bigints. */
export interface ProgrammeEvaluation<Id = Identifier> {
  /** The day members were chosen on. */
  readonly asOf: string;
  /** 1. Who is eligible, and by how much? */
  readonly eligible: readonly EligibleCustomer<Id>[];
  /** 2. How many are they? */
  readonly size: ProgrammeSize;
  /** 3. What are they like? */
  readonly profile: ProgrammeProfile;
  /** 4. What share of revenue is theirs? */
  readonly revenue: ProgrammeRevenue;
  /** 5. What will they bring? */
  readonly forecast: ProgrammeForecast;
  /** 6. What admits a customer? */
  readonly entry: ProgrammeEntry;
  /** 7. What removes one? */
  readonly exit: ProgrammeExit;
  /** 8. What says that they are better than the rest? */
  readonly evidence: ProgrammeEvidence;
  /** 9. Which actions raise revenue? */
  readonly actions: readonly ProgrammeAction<Id>[];
}

/**
 * Nine questions on a loyalty programme, each answered with its uncertainty: who is eligible, how many, what they are like,
 * what share of revenue is theirs, what they will bring, what admits a customer, what removes one, what says that the group
 * is better than the rest, and which actions raise revenue.
 *
 * Members are chosen on the day `asOf`, from what was seen by then. What came later is the evidence: a group is not better
 * because of the spend that it was chosen by. {@link ProgrammeEvaluation} has what each figure is.
 *
 * Cost: O(rows) for each of some twenty looks at the log, O(replicates · n) for intervals and permutations, a fit of the
 * models, and about 1 µs for each member, replicate and horizon.
 *
 * @param log a `transactionLog`.
 * @param programme of {@link defineProgramme}.
 * @returns a plain object that JSON can hold, unless ids are bigints.
 * @throws RfmError where nobody is a member on the day, or everybody; on an `asOf` before the first purchase, an `until` that
 * is not after it or not in the log; on a programme that is none.
 * @see Efron and Tibshirani (1993), "An Introduction to the Bootstrap"; Phipson and Smyth (2010), "Permutation P-values
 * Should Never Be Zero"; Benjamini and Hochberg (1995), "Controlling the False Discovery Rate"; Cliff (1993), "Dominance
 * Statistics".
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { defineProgramme, evaluateProgramme } from "rfm-kit/loyalty";
 *
 * const month = (m: number) => `2024-0${m}-10`;
 * const log = transactionLog([
 *   ...[1, 2, 3, 4, 5, 6].map((m) => ({ customerId: "ada", date: month(m), amount: 50 })),
 *   ...[1, 3, 5].map((m) => ({ customerId: "bob", date: month(m), amount: 30 })),
 *   ...[2, 6].map((m) => ({ customerId: "eve", date: month(m), amount: 20 })),
 *   ...[1, 4].map((m) => ({ customerId: "joe", date: month(m), amount: 25 })),
 * ]);
 * const programme = defineProgramme([], { conditions: { frequencyAtLeast: 2, monetaryAtLeast: 60 } });
 * const { eligible, revenue, evidence } = evaluateProgramme(log, programme, { asOf: "2024-03-31", seed: 1 });
 * eligible.map(({ customerId, spendToSpare }) => [customerId, spendToSpare]); // => [["ada", 90], ["bob", 0]]
 * revenue.later?.net.share; // => 180 / 225
 * evidence.later?.spend.ratio?.estimate; // => 4
 * ```
 */
export function evaluateProgramme<Id>(
  log: TransactionLog<Id>,
  programme: LoyaltyProgramme,
  options: EvaluationOptions,
): ProgrammeEvaluation<Id> {
  const settings = readEvaluationOptions(CALLER, options);
  const population = openPopulation(CALLER, log, programme, options.asOf);
  const { to } = population.bounds;
  const until = readUntil(CALLER, log, to, options.until);
  const { entry } = programme;
  const past = pastOf(CALLER, log, to);
  return {
    asOf: formatDay(to),
    eligible: listEligible(population, entry),
    size: measureSize(population, entry, settings.level),
    profile: describeMembers(log, population, entry, settings),
    ...lookBothWays(log, population, until, settings),
    forecast: forecastProgramme(CALLER, log, programme, population, past, settings),
    entry: describeEntry(programme, population),
    exit: describeExit(log, programme),
    actions: rankActions(population, entry, past),
  };
}

const CALLER = "evaluateProgramme";

function describeMembers<Id>(
  log: TransactionLog<Id>,
  population: Population<Id>,
  entry: ProgrammeConditions,
  { level }: EvaluationSettings,
): ProgrammeProfile {
  const attributes = Object.entries(log.attributes).map(([name, column]) => {
    return [name, findOverRepresented(log, population, column, level)] as const;
  });
  return {
    figures: compareFigures(population, entry),
    products: log.products === undefined ? null : findOverRepresented(log, population, log.products, level),
    attributes: Object.fromEntries(attributes),
  };
}

/** Revenue before the choice and after it, and what the latter is evidence of. */
function lookBothWays<Id>(
  log: TransactionLog<Id>,
  population: Population<Id>,
  until: number | null,
  settings: EvaluationSettings,
): Pick<ProgrammeEvaluation<Id>, "revenue" | "evidence"> {
  const { bounds } = population;
  const first = Number(log.span?.day.firstPurchase);
  const selection = splitRevenue(
    population,
    spendBetween(log, bounds),
    Math.max(bounds.from, first),
    bounds.to,
  );
  if (until === null) return { revenue: { selection, later: null }, evidence: withoutEvidence(population) };
  const spend = spendBetween(log, { from: bounds.to + 1, to: until });
  const later = splitRevenue(population, spend, bounds.to + 1, until);
  return {
    revenue: { selection, later },
    evidence: findEvidence(CALLER, population, spend, until, settings),
  };
}

function describeEntry(
  { entry, text }: LoyaltyProgramme,
  { customers, isMember }: Population<unknown>,
): ProgrammeEntry {
  const { admitted, precision, recall } = agreement(entry, customers, isMember);
  return { conditions: entry, text, admitted, precision, recall };
}

function describeExit<Id>(log: TransactionLog<Id>, programme: LoyaltyProgramme): ProgrammeExit {
  const { stay, graceDays, windowDays } = programme;
  const { from, asOf, memberships, stricter, looser, ...asDefined } = replayProgramme(log, programme);
  const grace = graceDays === 0 ? "" : ` for more than ${showMany(graceDays, "day")} in a row`;
  // Orders and spend that count for ever only grow.
  const lasts =
    stay.recencyAtMost === undefined && windowDays === null ? "; only returns can bring that about" : "";
  const text = `who fails this${grace}: ${describeConditions(stay, windowDays)}${lasts}`;
  return { conditions: stay, graceDays, text, asDefined, stricter, looser };
}

import { fsum } from "d3-array";
import { RfmError } from "../core/error.js";
import { openRandom } from "../core/random.js";
import { fitBgNbd } from "../lifetime/bg-nbd.js";
import { fitSpend } from "../lifetime/fit-spend.js";
import { forecastGroup } from "../lifetime/forecast-group.js";
import type { ForecastModels } from "../lifetime/forecast-options.js";
import type { PurchaseHistory } from "../lifetime/history-types.js";
import { boughtAsSoFar, type Past, YEAR } from "../lifetime/past.js";
import type { TransactionLog } from "../transactions/log-types.js";
import type { EvaluationSettings } from "./evaluation-options.js";
import { ofGroup, type Population, populationOn } from "./population.js";
import { predictTotal } from "./predict-total.js";
import type { LoyaltyProgramme } from "./programme-types.js";
import { spendBetween } from "./spend-between.js";

/** What may come, with the interval in which it should lie. The unit of the amounts. */
export interface ExpectedRevenue {
  readonly expected: number;
  /** `null` where the data do not identify the model, so that it has no interval. */
  readonly low: number | null;
  readonly high: number | null;
}

/** What members will bring in so many days: their purchases, returns left out. The unit of the amounts. */
export interface HorizonForecast {
  readonly days: number;
  /** By BG/NBD and Gamma-Gamma models of all customers; `null` where they cannot be fitted. */
  readonly model: ExpectedRevenue | null;
  /**
   * Whom the same programme chose so many days earlier brought so much a member in these days: that times the members there
   * are now. `null` where it chose fewer than two, or cannot choose from so short a past.
   */
  readonly sameRule: (ExpectedRevenue & { readonly members: number }) | null;
  /** Everybody goes on as from their first purchase to now. */
  readonly runRate: number;
  /** What the members brought in as many days before; `null` where the log does not reach back. */
  readonly lastPeriod: number | null;
  /** What they brought 364 days before, on the same days of the week; `null` for more days, or where the log does not reach back. */
  readonly seasonal: number | null;
  /** What they brought in fact; `null` where the log ends before. */
  readonly actual: number | null;
}

/** What will members bring? */
export interface ProgrammeForecast {
  readonly horizons: readonly HorizonForecast[];
  /** Whether the data say what the parameters of the models are; where not, `reason` says why, and so where there is none. */
  readonly identified: boolean;
  readonly reason: string | null;
}

/** What a forecast is made from. */
interface Ground<Id> {
  readonly caller: string;
  readonly log: TransactionLog<Id>;
  readonly programme: LoyaltyProgramme;
  readonly population: Population<Id>;
  readonly histories: readonly PurchaseHistory<Id>[];
  readonly settings: EvaluationSettings;
}

/** Looks ahead from the day of the choice. O(rows) and a fit; some 1 µs for each member, replicate and horizon. */
export function forecastProgramme<Id>(
  caller: string,
  log: TransactionLog<Id>,
  programme: LoyaltyProgramme,
  population: Population<Id>,
  past: Past<Id>,
  settings: EvaluationSettings,
): ProgrammeForecast {
  const { customers, isMember } = population;
  const members = customers.filter((_, row) => isMember[row] === 1);
  const histories = members.map(({ customerId }) => past.get(customerId) as PurchaseHistory<Id>);
  const ground = { caller, log, programme, population, histories, settings };
  const models = fitModels(past);
  const { reason } = models;
  const horizons = settings.horizons.map((days) => lookAhead(ground, models, days));
  return { horizons, identified: reason === null, reason };
}

interface FittedModels {
  readonly models: ForecastModels | null;
  /** Why there is no model, or none that the data identify; `null` where there is. */
  readonly reason: string | null;
}

function fitModels<Id>(past: Past<Id>): FittedModels {
  const histories = [...past.values()];
  try {
    const [purchases, spend] = [fitBgNbd(histories), fitSpend(histories)];
    if (spend === null)
      return { models: null, reason: "too few customers have bought again, at sums that differ" };
    return { models: { purchases, spend }, reason: purchases.reason ?? spend.reason };
  } catch (error) {
    if (error instanceof RfmError) return { models: null, reason: error.message };
    throw error;
  }
}

function lookAhead<Id>(ground: Ground<Id>, models: FittedModels, days: number): HorizonForecast {
  const { log, population, histories } = ground;
  const { to } = population.bounds;
  const { first, last, end } = lookBack(log, population);
  const brought = (from: number, until: number) =>
    fsum(ofGroup(population, "members", spendBetween(log, { from, to: until }).gross)) + 0;
  return {
    days,
    model: models.models && byModel(ground, models.models, models.reason === null, days),
    sameRule: bySameRule(ground, days),
    runRate: fsum(boughtAsSoFar(histories, days).revenue),
    lastPeriod: end - days + 1 < first ? null : brought(end - days + 1, end),
    seasonal: to - YEAR + 1 < first || days > YEAR ? null : brought(to - YEAR + 1, to - YEAR + days),
    actual: to + days > last ? null : brought(to + 1, to + days),
  };
}

function byModel<Id>(
  { histories, settings }: Ground<Id>,
  models: ForecastModels,
  identified: boolean,
  days: number,
): ExpectedRevenue | null {
  const { seed, level, replicates } = settings;
  const interval = { seed, level, draws: Math.max(replicates, 100) };
  if (!identified) {
    const { expectedRevenue } = forecastGroup(histories, models, { days });
    return expectedRevenue === null ? null : { expected: expectedRevenue, low: null, high: null };
  }
  const { expectedRevenue, revenueLow, revenueHigh } = forecastGroup(histories, models, { days, interval });
  return expectedRevenue === null ? null : { expected: expectedRevenue, low: revenueLow, high: revenueHigh };
}

function bySameRule<Id>({ caller, log, programme, population, settings }: Ground<Id>, days: number) {
  const { first, end } = lookBack(log, population);
  if (end - days < first) return null;
  const earlier = chosenEarlier(caller, log, programme, end - days);
  if (earlier === undefined || earlier.members < 2) return null;
  const brought = ofGroup(earlier, "members", spendBetween(log, { from: end - days + 1, to: end }).gross);
  const random = openRandom(caller, settings.seed);
  const { low, high } = predictTotal(brought, population.members, { ...settings, random });
  const expected = (fsum(brought) / brought.length) * population.members;
  return { expected, low, high, members: earlier.members };
}

/** The days that there is something to look back on. A choice on the day after the log looks back from its last day. */
function lookBack({ span }: TransactionLog<unknown>, { bounds }: Population<unknown>) {
  const [first, last] = [Number(span?.day.firstPurchase), Number(span?.day.last)];
  return { first, last, end: Math.min(bounds.to, last) };
}

/** Nobody where a model cannot place customers of so short a past. */
function chosenEarlier<Id>(
  caller: string,
  log: TransactionLog<Id>,
  programme: LoyaltyProgramme,
  day: number,
) {
  try {
    return populationOn(caller, log, programme, day);
  } catch (error) {
    if (error instanceof RfmError) return undefined;
    throw error;
  }
}

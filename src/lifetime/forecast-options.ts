import { MOST_DAYS } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { checkPurchaseModel, checkSpendModel, type GammaGammaModel, type PurchaseModel } from "./model.js";

/** What is fitted to the customers. */
export interface ForecastModels {
  /** When they buy: of {@link fitBgNbd} or {@link fitParetoNbd}. */
  readonly purchases: PurchaseModel;
  /** What they spend: of {@link fitGammaGamma}. Without it no money is forecast. */
  readonly spend?: GammaGammaModel | undefined;
}

/** How uncertain a forecast is. */
export interface IntervalOptions {
  /** A whole number: the same seed gives the same intervals for the same rows in the same order. */
  readonly seed: number;
  /** How often intervals made this way should hold what comes. Default: 0.9. */
  readonly level?: number | undefined;
  /** Futures that are drawn for each customer, at least 100. Default: 1000. */
  readonly draws?: number | undefined;
}

/** What is forecast. */
export interface ForecastOptions {
  /** How far to look ahead, from `asOf` of the histories on. Days. */
  readonly days: number;
  /** What money loses in a year: 0.1 for 10 %. Default: 0. */
  readonly annualDiscount?: number | undefined;
  /** The part of spend that is profit, up to 1. Default: 1. */
  readonly margin?: number | undefined;
  /** Spend is discounted at the end of periods of so many days. Default: 365 / 12. */
  readonly periodDays?: number | undefined;
  /**
   * What becomes of P(alive) where the model's `identified` is false: `"withhold"` gives null, `"show"` the figure of
   * the formula, of which the data say nothing. Default: `"withhold"`.
   */
  readonly unidentified?: "withhold" | "show" | undefined;
  /** Draws futures, and adds the intervals in which the outcome should lie. */
  readonly interval?: IntervalOptions | undefined;
}

/** The options, checked and with their defaults. */
export interface ForecastSettings {
  readonly days: number;
  readonly margin: number;
  readonly showsAll: boolean;
  /** The ends of the periods, ascending, the last one the end of the forecast; and what money is worth then. */
  readonly periods: readonly { readonly end: number; readonly worth: number }[];
  readonly interval: { readonly seed: number; readonly level: number; readonly draws: number } | undefined;
}

const OPTIONS = ["days", "annualDiscount", "margin", "periodDays", "unidentified", "interval"] as const;
/** Options that are shares, and easily given in percent. */
const SHARES = ["annualDiscount", "margin", "interval.level"];

export function readForecastOptions(
  caller: string,
  options: ForecastOptions,
  more: readonly string[] = [],
): ForecastSettings {
  checkOptions(caller, options, [...OPTIONS, ...more]);
  const { days, annualDiscount = 0, margin = 1, periodDays = 365 / 12, unidentified = "withhold" } = options;
  const expect = openExpectation(caller);
  expect("days", days, days > 0 && days <= MOST_DAYS, `days ahead, above 0 and up to ${MOST_DAYS}`);
  expect(
    "annualDiscount",
    annualDiscount,
    annualDiscount >= 0 && annualDiscount <= 1,
    "what money loses in a year, from 0 to 1",
  );
  expect("margin", margin, margin > 0 && margin <= 1, "a part of spend, above 0 and up to 1");
  expect("periodDays", periodDays, periodDays >= 1 && periodDays <= MOST_DAYS, "days of a period, from 1 up");
  checkChoice(caller, "unidentified", unidentified, ["withhold", "show"]);
  return {
    days,
    margin,
    showsAll: unidentified === "show",
    periods: periodsOf(days, annualDiscount === 0 ? days : periodDays, annualDiscount),
    interval: options.interval && readInterval(caller, options.interval),
  };
}

function periodsOf(days: number, periodDays: number, annualDiscount: number) {
  // A horizon of whole periods may be a rounding error away from them.
  const count = Math.max(1, Math.ceil(days / periodDays - 1e-9));
  return Array.from({ length: count }, (_, i) => {
    const end = i === count - 1 ? days : (i + 1) * periodDays;
    return { end, worth: (1 + annualDiscount) ** (-end / 365) };
  });
}

function readInterval(caller: string, options: IntervalOptions) {
  checkOptions(caller, options, ["seed", "level", "draws"], "interval");
  const { seed, level = 0.9, draws = 1000 } = options;
  const expect = openExpectation(caller);
  expect("interval.seed", seed, Number.isSafeInteger(seed), "a whole number");
  expect("interval.level", level, level > 0 && level < 1, "a share between 0 and 1");
  const isCount = Number.isSafeInteger(draws) && draws >= 100 && draws <= 1_000_000;
  expect("interval.draws", draws, isCount, "a whole number from 100 to 1000000");
  return { seed, level, draws };
}

function openExpectation(caller: string) {
  return (path: string, received: unknown, holds: boolean, expected: string): void => {
    if (typeof received === "number" && holds) return;
    const isPercent =
      SHARES.includes(path) && typeof received === "number" && received > 1 && received <= 100;
    const hint = isPercent ? `did you mean ${received / 100}?` : undefined;
    throw new RfmError({ caller, code: "invalidOption", path, expected, received, hint });
  };
}

/** Refuses models that are none, and to draw futures from one of which the data do not say what it is. */
export function readModels(
  caller: string,
  models: ForecastModels,
  { interval }: Pick<ForecastSettings, "interval">,
): ForecastModels {
  if (isPlain(models) && "kind" in models) {
    const refusal = { caller, code: "invalidOption", path: "models", received: models } as const;
    throw new RfmError({ ...refusal, expected: "the models", hint: "pass { purchases: model }" });
  }
  checkOptions(caller, models, ["purchases", "spend"], "models");
  checkPurchaseModel(caller, "models.purchases", models.purchases);
  if (models.spend !== undefined) checkSpendModel(caller, "models.spend", models.spend);
  if (interval === undefined) return models;
  for (const name of ["purchases", "spend"] as const) {
    const model = models[name];
    if (model === undefined || model.identified) continue;
    const refusal = { caller, code: "notIdentified", path: `models.${name}` } as const;
    const expected = "a model whose parameters the data identify, for an interval";
    throw new RfmError({ ...refusal, expected, hint: model.reason ?? undefined });
  }
  return models;
}

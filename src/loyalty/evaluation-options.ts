import { type DateInput, MOST_DAYS } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { checkOptions } from "../core/options.js";
import { openRandom } from "../core/random.js";
import { checkInnerShare } from "../core/share.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { readDay } from "../transactions/read-day.js";

/** How {@link evaluateProgramme} looks at a programme. */
export interface EvaluationOptions {
  /** A whole number: the same seed gives the same intervals and p-values for the same rows in the same order. */
  readonly seed: number;
  /**
   * The day members are chosen on, inclusive; what comes later is evidence. Default: the day after the last, which leaves
   * nothing for evidence.
   */
  readonly asOf?: DateInput | undefined;
  /** The last day of evidence, inclusive. Default: the log's last day. */
  readonly until?: DateInput | undefined;
  /** How often intervals made this way should hold the true value. Default: 0.95. */
  readonly level?: number | undefined;
  /** Resamples, permutations and futures that are drawn, at least 99 and 2 / (1 − level) − 1. Default: 999, or as many as it needs. */
  readonly replicates?: number | undefined;
  /** For how many days revenue is forecast. Default: `[30, 90, 180]`. */
  readonly horizons?: readonly number[] | undefined;
}

/** The options that need no log, checked and with their defaults. */
export interface EvaluationSettings {
  readonly seed: number;
  readonly level: number;
  readonly replicates: number;
  readonly horizons: readonly number[];
}

/** What is drawn, and how sure to be of it. */
export type Chances = Pick<EvaluationSettings, "seed" | "level" | "replicates">;

export function readEvaluationOptions(caller: string, options: EvaluationOptions): EvaluationSettings {
  checkOptions(caller, options, ["seed", "asOf", "until", "level", "replicates", "horizons"]);
  const { horizons = [30, 90, 180] } = options;
  expect(caller, "horizons", horizons, Array.isArray(horizons), "an array of days");
  for (const [i, days] of horizons.entries()) {
    const isHorizon = Number.isInteger(days) && days >= 1 && days <= MOST_DAYS;
    expect(caller, `horizons[${i}]`, days, isHorizon, `a whole number of days from 1 to ${MOST_DAYS}`);
  }
  return { ...readChances(caller, options), horizons };
}

/**
 * Reads the seed, the level and the number of draws: enough that a tail of the level has one, and that p can be low after it was
 * multiplied by the number of claims.
 */
export function readChances(
  caller: string,
  options: Partial<Record<keyof Chances, number | undefined>>,
  claims = 1,
): Chances {
  const { seed } = options;
  openRandom(caller, seed);
  const level = checkInnerShare(caller, "level", options.level ?? 0.95);
  const hint = `did you mean ${Number((1 - level).toPrecision(12))}?`;
  expect(caller, "level", level, level >= 0.5, "a level from 0.5 up", hint);
  const fewest = Math.max(99, Math.ceil((2 * claims) / (1 - level) - 1e-6) - 1);
  const enough = fewest <= MOST_REPLICATES;
  expect(caller, "level", level, enough, `a level that ${MOST_REPLICATES} replicates are enough for`);
  const { replicates = Math.max(999, fewest) } = options;
  const isCount = Number.isInteger(replicates) && replicates >= fewest && replicates <= MOST_REPLICATES;
  expect(caller, "replicates", replicates, isCount, `a whole number from ${fewest} to ${MOST_REPLICATES}`);
  return { seed: seed as number, level, replicates };
}

function expect(
  caller: string,
  path: string,
  received: unknown,
  holds: boolean,
  expected: string,
  hint?: string,
): void {
  if (!holds) throw new RfmError({ caller, code: "invalidOption", path, expected, received, hint });
}

const MOST_REPLICATES = 100_000;

/** The last day of evidence; `null` where no day of the log comes after the choice. */
export function readUntil(
  caller: string,
  log: TransactionLog<unknown>,
  asOf: number,
  until: DateInput | undefined,
): number | null {
  const last = Number(log.span?.day.last);
  if (until === undefined) return last > asOf ? last : null;
  const day = readDay(caller, "until", log, until);
  if (day > asOf && day <= last) return day;
  const expected =
    last > asOf ? "a day after asOf, up to the log's last" : "nothing, as the log has no day after asOf";
  throw new RfmError({ caller, code: "invalidOption", path: "until", expected, received: until });
}

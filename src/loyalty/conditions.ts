import { RfmError } from "../core/error.js";
import { showExactly, showMany } from "../core/format.js";
import { isUsable } from "../core/number.js";
import { checkOptions } from "../core/options.js";

/**
 * What a customer has to meet, in the shop's units; all conditions that are given have to hold. Nobody loses by buying
 * again, more often or for more.
 */
export interface ProgrammeConditions {
  /** Days since the last purchase, at most. */
  readonly recencyAtMost?: number | undefined;
  /** Orders, at least. */
  readonly frequencyAtLeast?: number | undefined;
  /** What the orders came to, less returns, at least. The unit of the amounts. */
  readonly monetaryAtLeast?: number | undefined;
}

/** What conditions look at. */
export interface MemberFigures {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
}

/** The conditions there are, the figure each looks at, which way it goes (1: more is better), and how it is said. */
export const CONDITIONS = [
  {
    condition: "recencyAtMost",
    figure: "recency",
    better: -1,
    say: (days: number) => `last purchase within ${showExactly(days)} day${days === 1 ? "" : "s"}`,
  },
  {
    condition: "frequencyAtLeast",
    figure: "frequency",
    better: 1,
    say: (orders: number) => `at least ${showExactly(orders)} order${orders === 1 ? "" : "s"}`,
  },
  {
    condition: "monetaryAtLeast",
    figure: "monetary",
    better: 1,
    say: (spent: number) => `at least ${showExactly(spent)} spent`,
  },
] as const;

/** The name of a condition. */
export type ConditionName = keyof ProgrammeConditions;

/** Whether a customer meets all conditions. */
export function meets(
  { recencyAtMost, frequencyAtLeast, monetaryAtLeast }: ProgrammeConditions,
  { recency, frequency, monetary }: MemberFigures,
): boolean {
  return (
    (recencyAtMost === undefined || recency <= recencyAtMost) &&
    (frequencyAtLeast === undefined || frequency >= frequencyAtLeast) &&
    (monetaryAtLeast === undefined || monetary >= monetaryAtLeast)
  );
}

/** `last purchase within 45 days, at least 6 orders, at least 1,800 spent, in 365 days`. */
export function describeConditions(conditions: ProgrammeConditions, windowDays: number | null): string {
  const said = CONDITIONS.flatMap(({ condition, say }) => {
    const asked = conditions[condition];
    return asked === undefined ? [] : [say(asked)];
  });
  const counts = conditions.frequencyAtLeast ?? conditions.monetaryAtLeast;
  if (windowDays !== null && counts !== undefined) said.push(`in ${showMany(windowDays, "day")}`);
  return said.join(", ");
}

/**
 * The same conditions, looser by a part of each, or stricter by a part below 0. Days and orders are rounded outwards to whole
 * ones, and no looser than one order; money keeps three digits.
 */
export function loosen(conditions: ProgrammeConditions, by: number): ProgrammeConditions {
  const { recencyAtMost: days, frequencyAtLeast: orders, monetaryAtLeast: spent } = conditions;
  // Outwards, so that three orders become two or four.
  const [wholeDays, wholeOrders] = by < 0 ? [Math.floor, Math.ceil] : [Math.ceil, Math.floor];
  return {
    ...(days !== undefined && { recencyAtMost: wholeDays(digits(days * (1 + by), 12)) }),
    ...(orders !== undefined && {
      frequencyAtLeast: Math.max(Math.min(1, orders), wholeOrders(digits(orders * (1 - by), 12))),
    }),
    ...(spent !== undefined && { monetaryAtLeast: digits(spent * (1 - by), 3) }),
  };
}

/** A number of so many digits: 10 · 1.1 is a hair above 11 in doubles. */
const digits = (value: number, count: number) => Number(value.toPrecision(count));

/** Refuses conditions that are none, or no numbers; the conditions that are given. */
export function checkConditions(caller: string, path: string, conditions: unknown): ProgrammeConditions {
  const names = CONDITIONS.map(({ condition }) => condition);
  checkOptions(caller, conditions, names, path);
  const given = conditions as Partial<Record<ConditionName, unknown>>;
  const present = names.filter((name) => given[name] !== undefined);
  if (present.length === 0) {
    const expected = `a condition among ${names.map((name) => `"${name}"`).join(", ")}`;
    const hint = "a programme without one would admit every customer";
    throw new RfmError({ caller, code: "invalidRule", path, expected, received: conditions, hint });
  }
  for (const name of present) {
    const received = given[name];
    if (isUsable(received) && received >= 0) continue;
    const expected = "a number from 0 up";
    throw new RfmError({ caller, code: "invalidRule", path: `${path}.${name}`, expected, received });
  }
  return Object.fromEntries(present.map((name) => [name, given[name]]));
}

/** Refuses conditions to stay that somebody who has just entered might not meet. */
export function checkStay(
  caller: string,
  path: string,
  stay: ProgrammeConditions,
  entry: ProgrammeConditions,
): void {
  for (const { condition, better, say } of CONDITIONS) {
    const [asked, admitted] = [stay[condition], entry[condition]];
    if (asked === undefined || (admitted !== undefined && better * asked <= better * admitted)) continue;
    const expected =
      admitted === undefined
        ? "only conditions that entry has"
        : `what everybody meets who enters with ${say(admitted)}`;
    const refusal = { caller, code: "invalidRule", path: `${path}.${condition}`, received: asked } as const;
    throw new RfmError({ ...refusal, expected, hint: "or some would be on the way out as they enter" });
  }
}

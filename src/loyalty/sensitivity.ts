import { CONDITIONS, type ConditionName, meets, type ProgrammeConditions } from "./conditions.js";
import type { Population } from "./population.js";

/** How many a rule admits with one of its thresholds moved, the others as they are. */
export interface ThresholdSensitivity {
  readonly condition: ConditionName;
  readonly threshold: number;
  /** Customers who meet the rule then. */
  readonly admitted: number;
  /** admitted − those whom the rule admits as it is. */
  readonly difference: number;
}

/** Where a threshold is moved to: an order or two either way, a tenth or a fifth of the days and of the spend. */
const MOVED: Readonly<Record<ConditionName, (threshold: number) => number[]>> = {
  recencyAtMost: (days) => [-0.2, -0.1, 0.1, 0.2].map((part) => Math.round(days * (1 + part))),
  frequencyAtLeast: (orders) => [2, 1, -1, -2].map((more) => orders + more),
  monetaryAtLeast: (spent) =>
    [0.2, 0.1, -0.1, -0.2].map((part) => Number((spent * (1 + part)).toPrecision(3))),
};

/** What does each threshold decide? The strictest first. O(n). */
export function moveThresholds(
  { customers }: Population<unknown>,
  entry: ProgrammeConditions,
): ThresholdSensitivity[] {
  const admits = (conditions: ProgrammeConditions) =>
    customers.reduce((count, customer) => count + Number(meets(conditions, customer)), 0);
  const now = admits(entry);
  return CONDITIONS.flatMap(({ condition }) => {
    const asked = entry[condition];
    const moved = asked === undefined ? [] : MOVED[condition](asked);
    const others = [...new Set(moved)].filter((threshold) => threshold >= 0 && threshold !== asked);
    return others.map((threshold) => {
      const admitted = admits({ ...entry, [condition]: threshold });
      return { condition, threshold, admitted, difference: admitted - now };
    });
  });
}

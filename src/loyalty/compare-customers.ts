import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { compareMeans, type MeanComparison } from "../core/two-groups.js";
import type { Chances } from "./evaluation-options.js";
import type { Population } from "./population.js";

/** Members and the rest, by a figure of which something is known of not everybody. */
export interface CustomerComparison extends MeanComparison {
  readonly leftOut: number;
}

/** Compares the means of a figure, one value a customer in their order; refused where one group has fewer than two. */
export function compareCustomers(
  caller: string,
  { isMember }: Population<unknown>,
  values: readonly (number | null)[],
  settings: Chances,
): CustomerComparison {
  const row = values.findIndex((value) => value !== null && !isUsable(value));
  if (row >= 0) {
    const refusal = { caller, code: "invalidValue", path: "log", received: values[row] } as const;
    throw new RfmError({ ...refusal, expected: "amounts and quantities whose figures sums can hold" });
  }
  const known = (group: number) => {
    const own = values.filter((value, row) => isMember[row] === group && value !== null);
    return Float64Array.from(own as number[]);
  };
  const groups = { members: known(1), rest: known(0) };
  for (const [name, { length }] of Object.entries(groups)) {
    if (length >= 2) continue;
    const refusal = { caller, code: "emptyPopulation", path: "programme", received: length } as const;
    const who = name === "members" ? "members" : "customers who are no members";
    throw new RfmError({ ...refusal, expected: `at least two ${who} of whom the figure is known` });
  }
  const leftOut = values.length - groups.members.length - groups.rest.length;
  return { ...compareMeans(caller, groups, settings), leftOut };
}

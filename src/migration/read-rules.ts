import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { checkOptions } from "../core/options.js";
import { checkShare } from "../core/share.js";
import type { WarningRule } from "./warning-types.js";

const SHARES = ["probabilityAtMost", "topFrequency", "topSpend"] as const;
const LEASTS = ["purchasesAtLeast", "silentAtLeast", "silentAtMost"] as const;
const CONDITIONS = [...SHARES, ...LEASTS] as const;

/** Checks the rules; refuses one that warns of everybody or of nobody, and names that come twice. */
export function readRules(caller: string, rules: unknown): readonly WarningRule[] {
  if (!Array.isArray(rules)) {
    const expected = "an array of rules";
    throw new RfmError({ caller, code: "invalidRule", path: "rules", expected, received: rules });
  }
  const names = new Set<unknown>();
  for (const [i, rule] of rules.entries()) {
    const path = `rules[${i}]`;
    checkOptions(caller, rule, ["name", ...CONDITIONS], path);
    checkName(caller, `${path}.name`, rule.name, names);
    checkConditions(caller, path, rule);
  }
  return rules;
}

function checkName(caller: string, path: string, received: unknown, names: Set<unknown>): void {
  const named = typeof received === "string" && received !== "";
  if (named && !names.has(received)) {
    names.add(received);
    return;
  }
  const expected = named ? "a name that no other rule has" : "a name";
  throw new RfmError({ caller, code: "invalidRule", path, expected, received });
}

function checkConditions(caller: string, path: string, rule: Partial<Record<string, unknown>>): void {
  const given = CONDITIONS.filter((condition) => rule[condition] !== undefined);
  if (given.length === 0) {
    const expected = `a condition among ${CONDITIONS.map((condition) => `"${condition}"`).join(", ")}`;
    const hint = "a rule without one would warn of every customer";
    throw new RfmError({ caller, code: "invalidRule", path, expected, received: rule, hint });
  }
  for (const condition of given) {
    const at = `${path}.${condition}`;
    if (SHARES.some((share) => share === condition)) checkShare(caller, at, rule[condition]);
    else checkFrom0(caller, at, rule[condition]);
  }
  const { silentAtLeast = 0, silentAtMost = Number.POSITIVE_INFINITY } = rule as Partial<WarningRule>;
  if (silentAtLeast <= silentAtMost) return;
  const expected = `at least silentAtLeast, ${silentAtLeast}, or it could warn of nobody`;
  const refusal = {
    caller,
    code: "invalidRule",
    path: `${path}.silentAtMost`,
    received: silentAtMost,
  } as const;
  throw new RfmError({ ...refusal, expected });
}

function checkFrom0(caller: string, path: string, received: unknown): void {
  if (isUsable(received) && received >= 0) return;
  throw new RfmError({ caller, code: "invalidOption", path, expected: "a number from 0 up", received });
}

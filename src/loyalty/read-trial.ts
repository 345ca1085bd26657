import { RfmError } from "../core/error.js";
import { expectedNumber, isUsable } from "../core/number.js";
import { checkOptions } from "../core/options.js";
import { checkInnerShare } from "../core/share.js";

/** What `holdBackDesign` plans with. */
export interface HoldBackOptions {
  /** The share of members who are left without the programme, chosen at random. Default: 0.5, which finds most. */
  readonly heldBack?: number | undefined;
  /** How often a programme without effect may seem to have one, on either side. Default: 0.05. */
  readonly significance?: number | undefined;
  /** How often an effect is to be found. Default: 0.8. */
  readonly power?: number | undefined;
  /** An effect that you hope for: a difference of the means, in the unit of the outcomes. It may be below 0. */
  readonly effect?: number | undefined;
}

const CALLER = "holdBackDesign";

/** The options, checked and with their defaults. */
export function readTrial(options: HoldBackOptions) {
  checkOptions(CALLER, options, ["heldBack", "significance", "power", "effect"]);
  const { effect } = options;
  if (effect !== undefined && !(isUsable(effect) && effect !== 0)) {
    throw refuseTrial(
      "invalidOption",
      "effect",
      "a number other than 0, in the unit of the outcomes",
      effect,
    );
  }
  const significance = checkInnerShare(CALLER, "significance", options.significance ?? 0.05);
  const power = checkInnerShare(CALLER, "power", options.power ?? 0.8);
  if (power <= significance) {
    throw refuseTrial("invalidOption", "power", `a share above the significance, ${significance}`, power);
  }
  return {
    heldBack: checkInnerShare(CALLER, "heldBack", options.heldBack ?? 0.5),
    significance,
    power,
    effect,
  };
}

/** The outcomes of the members, each a number that sums can hold. */
export function readOutcomes(outcomes: unknown): Float64Array {
  if (!Array.isArray(outcomes) && !ArrayBuffer.isView(outcomes)) {
    throw refuseTrial("invalidInput", "outcomes", "an array of numbers, one a member", outcomes);
  }
  const values: unknown[] = Array.from(outcomes as ArrayLike<unknown>);
  for (const [row, received] of values.entries()) {
    if (isUsable(received)) continue;
    const refusal = { caller: CALLER, code: "invalidValue", path: "outcomes", row, received } as const;
    throw new RfmError({ ...refusal, expected: expectedNumber(received) });
  }
  return Float64Array.from(values as number[]);
}

/** Of outcomes of 1 and 0 the mean is a share, and easily given in points of a hundred. */
export function checkPoints(effect: number | undefined, outcomes: Float64Array): void {
  if (effect === undefined || Math.abs(effect) < 1) return;
  if (!outcomes.every((outcome) => outcome === 0 || outcome === 1)) return;
  const expected = "a difference of shares, below 1, as the outcomes are 1 and 0";
  const refusal = {
    caller: CALLER,
    code: "invalidOption",
    path: "effect",
    expected,
    received: effect,
  } as const;
  throw new RfmError({ ...refusal, hint: `did you mean ${effect / 100}?` });
}

/** The refusal of a trial. */
export function refuseTrial(
  code: "invalidOption" | "invalidInput" | "invalidValue" | "emptyPopulation",
  path: string,
  expected: string,
  received: unknown,
): RfmError {
  return new RfmError({ caller: CALLER, code, path, expected, received });
}

import { RfmError } from "../core/error.js";
import { isUsable } from "../core/number.js";
import { unknownName } from "../core/options.js";
import { isPlain } from "../core/plain.js";

/** Checks one number and gives it back. */
type Check = (caller: string, path: string, value: unknown) => number;

/** One number for all segments, or one for each, read once; what is left out is `otherwise`. */
export function readBySegment(
  caller: string,
  path: string,
  option: unknown,
  known: readonly string[],
  check: Check,
): (segment: string, otherwise?: number) => number {
  if (!isPlain(option)) {
    const every = option === undefined ? undefined : check(caller, path, option);
    return (_, otherwise) => every ?? otherwise ?? check(caller, path, undefined);
  }
  const numbers = new Map<string, number>();
  for (const [segment, value] of Object.entries(option)) {
    const at = `${path}.${segment}`;
    if (!known.includes(segment))
      throw unknownName(caller, "unknownSegment", segment, known, "a segment", at);
    if (value !== undefined) numbers.set(segment, check(caller, at, value));
  }
  return (segment, otherwise) =>
    numbers.get(segment) ?? otherwise ?? check(caller, `${path}.${segment}`, undefined);
}

/** An amount of money that is spent or paid: a number from 0 up. */
export function checkAmount(caller: string, path: string, amount: unknown): number {
  if (isUsable(amount) && amount >= 0) return amount;
  const expected = "a number from 0 up";
  throw new RfmError({ caller, code: "invalidOption", path, expected, received: amount });
}

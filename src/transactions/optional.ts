import { RfmError } from "../core/error.js";
import { MISSING } from "./coder.js";
import type { Coding } from "./codes.js";
import { isMissing, type LocatedField } from "./fields.js";
import { type Fates, KEPT } from "./slice.js";

/**
 * As the coding does; but a value of a kept row that is neither of the type nor missing is refused, whatever `invalid`
 * says.
 */
export function refuseOthers<T>(
  caller: string,
  field: LocatedField,
  coding: Coding<T>,
  expected = "a string, a number, a bigint or nothing",
): Coding<T> {
  const check = (from: number, length: number, fates: Fates, codes: Int32Array): void => {
    for (let i = 0; i < length; i++) {
      if (codes[i] === MISSING && fates[i] === KEPT) checkMissing(caller, field, from + i, expected);
    }
  };
  return {
    ...coding,
    read(from, length, fates, codes) {
      const missing = coding.read(from, length, fates, codes);
      if (missing) check(from, length, fates, codes);
      return missing;
    },
  };
}

function checkMissing(caller: string, field: LocatedField, row: number, expected: string): void {
  const received = field.read(row);
  if (isMissing(received)) return;
  const refusal = { caller, code: "invalidValue", path: field.name, row, hint: field.hint } as const;
  throw new RfmError({ ...refusal, expected, received });
}

import { RfmError } from "../core/error.js";
import { adoptCodes, type Coding, codeValues, MISSING } from "./codes.js";
import { isMissing, type LocatedField } from "./fields.js";

/** Codes a field's values, by its own dictionary where it has one. */
export function codeField<T>(
  length: number,
  field: LocatedField,
  isValue: (value: unknown) => value is T,
): Coding<T> {
  return field.dictionary === undefined
    ? codeValues(length, field.read, isValue)
    : adoptCodes(field.dictionary, isValue);
}

/** As {@link codeField}; a value that is neither of the type nor missing is refused, whatever `invalid` says. */
export function codeOptionalField<T>(
  caller: string,
  length: number,
  field: LocatedField,
  isValue: (value: unknown) => value is T,
  expected = "a string, a number, a bigint or nothing",
): Coding<T> {
  const coding = codeField(length, field, isValue);
  return {
    ...coding,
    encode(row) {
      const code = coding.encode(row);
      if (code === MISSING) checkMissing(caller, field, row, expected);
      return code;
    },
  };
}

function checkMissing(caller: string, field: LocatedField, row: number, expected: string): void {
  const received = field.read(row);
  if (isMissing(received)) return;
  const refusal = { caller, code: "invalidValue", path: field.name, row, hint: field.hint } as const;
  throw new RfmError({ ...refusal, expected, received });
}

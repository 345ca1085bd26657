import type { BorderField, Fault } from "./border.js";
import { codeField } from "./coding.js";
import { isIdentifier, isMissing, type LocatedField } from "./fields.js";
import type { Identifier } from "./input-types.js";
import type { Coded } from "./log-types.js";

/** The customers of the kept rows. */
export interface CustomerField extends BorderField {
  /** Takes a row in and gives its customer's code. */
  keep(row: number): number;
  finish(): { readonly customers: Coded<Identifier>; readonly customerOrder: Int32Array };
}

/** What is wrong with a row's customer. */
export function customerFault({ name, read, hint }: LocatedField, row: number): Fault | undefined {
  const received = read(row);
  if (isIdentifier(received)) return undefined;
  const code = isMissing(received) ? "missingCustomer" : "invalidCustomer";
  const expected = "a non-empty string, a number or a bigint";
  return { code, path: name, expected, received, hint };
}

export function customerField(length: number, field: LocatedField): CustomerField {
  const coding = codeField(length, field, isIdentifier);
  const seen = new Uint8Array(coding.capacity);
  const order: number[] = [];
  return {
    fault: (row) => customerFault(field, row),
    keep(row) {
      const code = coding.encode(row);
      if (seen[code] === 0) {
        seen[code] = 1;
        order.push(code);
      }
      return code;
    },
    finish: () => ({ customers: coding.finish(), customerOrder: Int32Array.from(order) }),
  };
}

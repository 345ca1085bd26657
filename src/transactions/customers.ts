import { grown } from "../core/grow.js";
import { type BorderField, type Fault, fateOf } from "./border.js";
import { MISSING } from "./coder.js";
import type { Coding } from "./codes.js";
import { isIdentifier, isMissing, type LocatedField } from "./fields.js";
import type { Identifier } from "./input-types.js";
import { type Fates, KEPT } from "./slice.js";

/** The customers of the kept rows. */
export interface CustomerField extends BorderField {
  readonly codes: Int32Array;
  /** Notes the customers of the kept rows. */
  settle(length: number, fates: Fates): void;
  /** The codes of the customers with a kept row, by first appearance. */
  order(): Int32Array;
}

/** What is wrong with a row's customer. */
export function customerFault({ name, read, hint }: LocatedField, row: number): Fault | undefined {
  const received = read(row);
  if (isIdentifier(received)) return undefined;
  const code = isMissing(received) ? "missingCustomer" : "invalidCustomer";
  const expected = "a non-empty string, a number or a bigint";
  return { code, path: name, expected, received, hint };
}

/** @param rows the most rows of a slice. */
export function customerField(field: LocatedField, coding: Coding<Identifier>, rows: number): CustomerField {
  const codes = new Int32Array(rows);
  let seen = new Int32Array((coding.values.length >> 5) + 1);
  let order = new Int32Array(coding.values.length);
  let count = 0;
  const markFaults = (from: number, length: number, fates: Fates): boolean => {
    let found = false;
    for (let i = 0; i < length; i++) {
      if (codes[i] !== MISSING) continue;
      fates[i] = isMissing(field.read(from + i)) ? MISSING_CUSTOMER : INVALID_CUSTOMER;
      found = true;
    }
    return found;
  };
  const note = (length: number, fates: Fates): void => {
    let last = MISSING;
    for (let i = 0; i < length; i++) {
      const code = codes[i];
      if (code === last || fates[i] !== KEPT) continue;
      last = code;
      const bit = 1 << (code & 31);
      if ((seen[code >> 5] & bit) !== 0) continue;
      seen[code >> 5] |= bit;
      order[count++] = code;
    }
  };
  return {
    codes,
    faults: ["missingCustomer", "invalidCustomer"],
    read(from, length, fates) {
      return coding.read(from, length, fates, codes) && markFaults(from, length, fates);
    },
    fault: (row) => customerFault(field, row) as Fault,
    settle(length, fates) {
      seen = grown(seen, (coding.values.length >> 5) + 1);
      order = grown(order, coding.values.length);
      note(length, fates);
    },
    order: () => order.slice(0, count),
  };
}

const MISSING_CUSTOMER = /* @__PURE__ */ fateOf("missingCustomer");
const INVALID_CUSTOMER = /* @__PURE__ */ fateOf("invalidCustomer");

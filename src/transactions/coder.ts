import { BigMap } from "../core/big-map.js";
import { IntegerMap, isInteger32 } from "../core/integer-map.js";

/** The code of a missing value. */
export const MISSING = -1;

/** Gives equal values equal codes, from 0 on in the order in which they come. */
export interface Coder<T> {
  readonly values: T[];
  codeOf(value: T): number;
}

/** Integers, and integers written as text, which most ids are, are looked up without a `Map`. */
export function openCoder<T>(): Coder<T> {
  const values: T[] = [];
  const integers = new IntegerMap();
  const written = new IntegerMap();
  const others = new BigMap<T, number>();
  const codeIn = (map: IntegerMap, key: number, value: T): number => {
    const known = map.get(key);
    if (known !== MISSING) return known;
    map.set(key, values.length);
    return values.push(value) - 1;
  };
  return {
    values,
    codeOf(value) {
      if (isInteger32(value)) return codeIn(integers, value, value);
      const number = typeof value === "string" ? writtenInteger(value) : NOT_WRITTEN;
      if (number !== NOT_WRITTEN) return codeIn(written, number, value);
      const known = others.get(value);
      if (known !== undefined) return known;
      others.add(value, values.length);
      return values.push(value) - 1;
    },
  };
}

const NOT_WRITTEN = -1;
/** Nine digits are always below 2^31. */
const MOST_DIGITS = 9;

/** The integer from 0 on that a text writes in the only way without leading zeros; -1 where it is none. */
function writtenInteger(text: string): number {
  if (text.length === 0 || text.length > MOST_DIGITS) return NOT_WRITTEN;
  let number = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9 || (number === 0 && i > 0)) return NOT_WRITTEN;
    number = number * 10 + digit;
  }
  return number;
}

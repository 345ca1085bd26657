import { BigMap } from "../core/big-map.js";
import { IntegerMap, isInteger32 } from "../core/integer-map.js";

/** The code of a missing value. */
export const MISSING = -1;

/** Gives equal values equal codes, from 0 on in the order in which they come. */
export interface Coder<T> {
  readonly values: T[];
  codeOf(value: T): number;
}

export function openCoder<T>(): Coder<T> {
  const values: T[] = [];
  const integers = new IntegerMap();
  const others = new BigMap<T, number>();
  const add = (value: T): number => values.push(value) - 1;
  return {
    values,
    codeOf(value) {
      if (isInteger32(value)) {
        const known = integers.get(value);
        if (known !== MISSING) return known;
        integers.set(value, values.length);
      } else {
        const known = others.get(value);
        if (known !== undefined) return known;
        others.add(value, values.length);
      }
      return add(value);
    },
  };
}

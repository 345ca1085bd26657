import { RfmError } from "../core/error.js";
import { checkWhole } from "../core/whole.js";

/** Numbers of clusters, both ends included. */
export interface Counts {
  readonly from: number;
  readonly to: number;
}

const LEAST = 2;
const GREATEST = 8;

/** The numbers to compare, up to the most there can be; without a `to` the most is what it ends with at the latest. */
export function countsUpTo(
  caller: string,
  { from, to }: { readonly [End in keyof Counts]?: number | undefined },
  most: number,
  why?: string,
): Counts {
  if (from === undefined && most < LEAST) {
    const expected = `customers of whom at least ${LEAST + 1} differ`;
    throw new RfmError({ caller, code: "invalidInput", path: "customers", expected, hint: why });
  }
  const least = checkWhole(caller, "from", from ?? LEAST, 1, most, why);
  const greatest = to ?? Math.min(Math.max(GREATEST, least), most);
  return { from: least, to: checkWhole(caller, "to", greatest, least, most, why) };
}

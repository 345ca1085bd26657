import type { Bins } from "./bins.js";
import { RfmError } from "./error.js";
import { checkOptions } from "./options.js";
import { isPlain } from "./plain.js";

/** A bin a tenth of a percent wide is the narrowest. */
export const MOST_BINS = 1000;

/** Bins of the dimensions that have any. */
export type BinCounts = { readonly [K in keyof Bins]?: Bins[K] | undefined };

/** Reads one number of bins for all three dimensions, or those of each; what is left out stays out. */
export function readBinCounts(caller: string, path: string, option: unknown): BinCounts {
  const expected = `a whole number from 1 to ${MOST_BINS}`;
  const refuse = (at: string, expects: string, received: unknown): RfmError =>
    new RfmError({ caller, code: "invalidBins", path: at, expected: expects, received });
  if (typeof option === "number") {
    if (!isBinCount(option)) throw refuse(path, expected, option);
    return { r: option, f: option, m: option };
  }
  if (!isPlain(option)) throw refuse(path, `${expected}, or { r, f, m }`, option);
  checkOptions(caller, option, ["r", "f", "m"], path);
  for (const [score, count] of Object.entries(option)) {
    if (count !== undefined && !isBinCount(count)) throw refuse(`${path}.${score}`, expected, count);
  }
  return option;
}

function isBinCount(count: unknown): boolean {
  return Number.isInteger(count) && (count as number) >= 1 && (count as number) <= MOST_BINS;
}

import { readBinCounts } from "../core/bin-counts.js";
import type { Bins } from "../core/bins.js";
import { checkChoice, checkOptions } from "../core/options.js";
import type { BinsOption } from "../rfm/fit-options.js";

/** One setting for all three scores, or some of them each its own. */
export type PerScore<T> = T | { readonly [K in keyof Bins]?: T | undefined };

/** The bins of each score; 5 where nothing is said. */
export function readBins(caller: string, option: BinsOption | undefined): Bins {
  const { r = 5, f = 5, m = 5 } = readBinCounts(caller, "bins", option ?? {});
  return { r, f, m };
}

/** One of a few words for each score; the first is the default. */
export function readPerScore<const T extends string>(
  caller: string,
  path: string,
  option: PerScore<T> | undefined,
  choices: readonly [T, ...T[]],
): Record<keyof Bins, T> {
  const [usual] = choices;
  if (typeof option !== "object" || option === null) {
    const choice = option === undefined ? usual : checkChoice(caller, path, option, choices);
    return { r: choice, f: choice, m: choice };
  }
  checkOptions(caller, option, ["r", "f", "m"], path);
  const read = (key: keyof Bins) => {
    const given = option[key];
    return given === undefined ? usual : checkChoice(caller, `${path}.${key}`, given, choices);
  };
  return { r: read("r"), f: read("f"), m: read("m") };
}

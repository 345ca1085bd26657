import { checkModel } from "../core/model.js";
import { readDefinition } from "./definition.js";
import { SCHEME_HEAD, type SegmentScheme } from "./scheme.js";

/** More scores than any dimension has. */
const WIDEST = 2 ** 16;

/** Checks a scheme, and gives each cell its segment: the first rule that matches. Each cell is looked up once. */
export function openScheme<Name extends string>(
  caller: string,
  scheme: SegmentScheme<Name>,
): (r: number, f: number, m: number) => Name {
  checkModel(caller, "scheme", scheme, SCHEME_HEAD);
  const { kind, version, segments, ...definition } = scheme;
  const { bins, rules, matches, otherwise } = readDefinition(caller, "scheme.", definition);
  const known = new Map<number, string>();
  return (r, f, m) => {
    const cell = (place(bins.r, r) * WIDEST + place(bins.f, f)) * WIDEST + place(bins.m, m);
    let segment = known.get(cell);
    if (segment === undefined) {
      const first = matches.findIndex((isMatch) => isMatch(r, f, m));
      segment = rules[first]?.segment ?? (otherwise as string);
      known.set(cell, segment);
    }
    return segment as Name;
  };
}

/** A score's part in a cell: none where the scheme does not look at it, whatever stands there. */
function place(bins: number | null, score: number): number {
  return bins === null ? 0 : score;
}

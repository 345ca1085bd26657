import { checkModel } from "../core/model.js";
import { readDefinition } from "./definition.js";
import { SCHEME_HEAD, type SegmentScheme } from "./scheme.js";

/** Checks a scheme, and gives each cell its segment: the first rule that matches. Each cell is looked up once. */
export function openScheme<Name extends string>(
  caller: string,
  scheme: SegmentScheme<Name>,
): (r: number, f: number, m: number) => Name {
  checkModel(caller, "scheme", scheme, SCHEME_HEAD);
  const { kind, version, segments, ...definition } = scheme;
  const { rules, matches, otherwise } = readDefinition(caller, "scheme.", definition);
  const known = new Map<string, string>();
  return (r, f, m) => {
    const cell = `${r}-${f}-${m}`;
    let segment = known.get(cell);
    if (segment === undefined) {
      const first = matches.findIndex((isMatch) => isMatch(r, f, m));
      segment = rules[first]?.segment ?? (otherwise as string);
      known.set(cell, segment);
    }
    return segment as Name;
  };
}

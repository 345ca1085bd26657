import { checkModel } from "../core/model.js";
import { readRule } from "./rule.js";
import { SCHEME_HEAD, type SegmentScheme } from "./scheme.js";

/** Gives each cell its segment: the first rule that matches. Each cell is looked up once. */
export function openScheme<Name extends string>(
  caller: string,
  scheme: SegmentScheme<Name>,
): (r: number, f: number, m: number) => Name {
  checkModel(caller, "scheme", scheme, SCHEME_HEAD);
  const rules = scheme.rules.map((rule, i) => {
    const matches = readRule(caller, rule, `scheme.rules[${i}]`, scheme.bins, scheme.axes);
    return { segment: rule.segment, matches };
  });
  const known = new Map<string, Name>();
  return (r, f, m) => {
    const cell = `${r}-${f}-${m}`;
    let segment = known.get(cell);
    if (segment === undefined) {
      const rule = rules.find(({ matches }) => matches(r, f, m));
      segment = rule?.segment ?? (scheme.otherwise as Name);
      known.set(cell, segment);
    }
    return segment;
  };
}

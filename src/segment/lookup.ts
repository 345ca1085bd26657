import { RfmError } from "../core/error.js";
import { checkModel } from "../core/model.js";
import { type Definition, readDefinition } from "./definition.js";
import { SCHEME_HEAD, type SegmentScheme } from "./scheme.js";

/** More scores than any dimension has. */
const WIDEST = 2 ** 16;

/** Checks a scheme, and gives each cell its segment: the first rule that matches. Each cell is looked up once. */
export function openScheme<Name extends string>(
  caller: string,
  scheme: SegmentScheme<Name>,
  path?: string,
): (r: number, f: number, m: number) => Name {
  const { bins, read, otherwise } = readScheme(caller, scheme, path);
  const known = new Map<number, string>();
  return (r, f, m) => {
    const cell = (place(bins.r, r) * WIDEST + place(bins.f, f)) * WIDEST + place(bins.m, m);
    let segment = known.get(cell);
    if (segment === undefined) {
      segment = read.find(({ matches }) => matches(r, f, m))?.rule.segment ?? (otherwise as string);
      known.set(cell, segment);
    }
    return segment as Name;
  };
}

/** A scheme's parts; refuses what is no scheme of this version, or has been damaged since. */
export function readScheme(caller: string, scheme: SegmentScheme, path = "scheme"): Definition {
  if (isEntry(scheme)) {
    const refusal = {
      caller,
      code: "modelKind",
      path: `${path}.kind`,
      hint: "pass the entry's `scheme`",
    } as const;
    throw new RfmError({ ...refusal, expected: "a scheme, not the entry of the catalogue that holds it" });
  }
  checkModel(caller, path, scheme, SCHEME_HEAD);
  const { kind, version, segments, ...definition } = scheme;
  return readDefinition(caller, `${path}.`, definition);
}

/** Whether it is an entry of the published schemes. */
function isEntry(scheme: unknown): boolean {
  return typeof scheme === "object" && scheme !== null && "scheme" in scheme && "verdict" in scheme;
}

/** A score's part in a cell: none where the scheme does not look at it, whatever stands there. */
function place(bins: number | null, score: number): number {
  return bins === null ? 0 : score;
}

import { RfmError } from "./error.js";
import { isPlain } from "./plain.js";

/** Refuses anything but a plain options object whose keys are all known; a near miss gets a suggestion. */
export function checkOptions(
  caller: string,
  options: unknown,
  known: readonly string[],
  path = "options",
): void {
  if (!isPlain(options)) {
    throw new RfmError({
      caller,
      code: "invalidOption",
      path,
      expected: "a plain object",
      received: options,
    });
  }
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const at = path === "options" ? key : `${path}.${key}`;
    throw unknownName(caller, "unknownOption", key, known, "an option", at);
  }
}

/** The value, if it is one of a short list of words; anything else is refused. */
export function checkChoice<const T extends string>(
  caller: string,
  path: string,
  value: unknown,
  choices: readonly T[],
): T {
  const choice = choices.find((candidate) => candidate === value);
  if (choice !== undefined) return choice;
  const near = typeof value === "string" ? nearest(value, choices) : undefined;
  throw new RfmError({
    caller,
    code: "invalidOption",
    path,
    expected: choices.map((candidate) => `"${candidate}"`).join(" or "),
    received: value,
    hint: near && `did you mean "${near}"?`,
  });
}

/** The refusal of a name that is not in a list, with the nearest name that is. */
export function unknownName(
  caller: string,
  code: "unknownOption" | "unknownColumn" | "unknownSegment",
  received: string,
  known: readonly string[],
  what: string,
  path: string,
  row?: number,
): RfmError {
  const near = nearest(received, known);
  const hint = near === undefined ? undefined : `did you mean "${near}"?`;
  const expected = known.length === 0 ? `no ${what.replace(/^an? /, "")}` : `${what} among ${list(known)}`;
  const refusal = { caller, code, path, row, expected, hint };
  // A path that ends in the name says it already.
  return new RfmError(path.endsWith(received) ? refusal : { ...refusal, received });
}

function list(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(", ");
}

/** The known name that a reader most likely meant: two letters in seven may be wrong, case aside. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const candidate of known) {
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance <= Math.ceil(candidate.length / 3.5) && distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Levenshtein distance: the fewest insertions, deletions and substitutions between two short words. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = previous[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(substitution, previous[j] + 1, current[j - 1] + 1);
    }
    previous = current;
  }
  return previous[b.length];
}

import { RfmError } from "../core/error.js";
import { checkChoice } from "../core/options.js";
import { isPlain } from "../core/plain.js";
import { OFFERS, type Offer } from "./policy.js";

/** Reads which offer each segment gets. */
export function readPolicies(caller: string, policies: unknown): ReadonlyMap<string, Offer> {
  if (!isPlain(policies)) {
    const expected = "an offer for each segment, by its name";
    throw new RfmError({ caller, code: "invalidOption", path: "policies", expected, received: policies });
  }
  const offers = Object.entries(policies).map(([segment, offer]): [string, Offer] => {
    return [segment, checkChoice(caller, `policies.${segment}`, offer, OFFERS)];
  });
  return new Map(offers);
}

/** The offer of each segment; segments without one are refused together. */
export function offersFor(
  caller: string,
  policies: ReadonlyMap<string, Offer>,
  segments: readonly string[],
): Offer[] {
  const missing = segments.filter((segment) => !policies.has(segment));
  if (missing.length > 0) {
    const known = Array.from(policies.keys(), (name) => `"${name}"`).join(", ");
    throw new RfmError({
      caller,
      code: "unknownSegment",
      path: "policies",
      expected: `an offer for ${missing.map((name) => `"${name}"`).join(", ")}${known === "" ? "" : ` beside those for ${known}`}`,
      hint: `such as policies: { ${missing.map((name) => `${JSON.stringify(name)}: "early-access"`).join(", ")} }`,
    });
  }
  return segments.map((segment) => policies.get(segment) as Offer);
}

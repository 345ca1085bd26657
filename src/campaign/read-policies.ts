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

/** The offer of a segment; one without is refused, with the names that have one. */
export function offerFor(
  caller: string,
  policies: ReadonlyMap<string, Offer>,
  segment: string,
  row: number,
): Offer {
  const offer = policies.get(segment);
  if (offer !== undefined) return offer;
  const known = Array.from(policies.keys(), (name) => `"${name}"`).join(", ");
  throw new RfmError({
    caller,
    code: "unknownSegment",
    path: "segment",
    row,
    expected: `a segment that has a policy${known === "" ? "" : `: ${known}`}`,
    received: segment,
    hint: `give every segment an offer, such as policies: { ${JSON.stringify(segment)}: "none" }`,
  });
}

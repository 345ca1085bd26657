import { RfmError } from "../core/error.js";
import { isFinding } from "../core/false-discovery.js";
import { checkChoice, checkOptions } from "../core/options.js";
import { checkInnerShare } from "../core/share.js";
import type { TransactionLog } from "../transactions/log-types.js";
import { testBuyDearer } from "./claim-buy-dearer.js";
import { testOrderValue } from "./claim-order-value.js";
import { testReturnLess } from "./claim-return-less.js";
import { testShare } from "./claim-share.js";
import { type Chances, readChances } from "./evaluation-options.js";
import type { ClaimName, Finding, HypothesisOptions, HypothesisTest } from "./hypothesis-types.js";
import { openPopulation, type Population } from "./population.js";
import type { LoyaltyProgramme } from "./programme-types.js";

/** Each claim in words. */
const CLAIMS: Readonly<Record<ClaimName, string>> = {
  "return-less": "Members return less",
  "share-at-least": "Members are at least this share of the customers",
  "order-value-rising": "Members' order value is rising",
  "buy-dearer": "Members buy dearer products",
};

/**
 * Is it true what is said of members? A verdict, with the size of the effect, its interval and the test:
 *
 * - `"return-less"`: the mean of their return rates (`customerFeatures`) is below that of the rest; a permutation test;
 * - `"share-at-least"`: they are at least `share` of the customers; an exact binomial test, and a Wilson interval. Of a programme
 *   that is a top share it only says what was decided;
 * - `"order-value-rising"`: the mean value of a member's orders in the later half of the days is above that in the earlier half, over
 *   the members with orders in both; a sign-flip test;
 * - `"buy-dearer"`: the products they buy have a higher mean price level (Σ amount / Σ quantity of all purchases of the product)
 *   than those of the rest; a permutation test. Needs `product` and `quantity` in the log.
 *
 * p is two-sided, twice the chance on the side that the data are on, and multiplied by the number of `claims` that are tested on
 * these customers. At p ≤ 1 − level a claim is supported, or contradicted where the effect is on the other side; else it is
 * undecided, which is not false. The interval is at `level` for one claim. What members were chosen by proves nothing about them: a claim about
 * spend belongs into days after the choice, where {@link evaluateProgramme} looks.
 *
 * Cost: O(rows + replicates · n).
 *
 * @param log a `transactionLog`.
 * @param programme of {@link defineProgramme}.
 * @throws RfmError where fewer than two members or others can be compared, on a log without what the claim is about, and as
 * {@link evaluateProgramme}.
 * @see Phipson and Smyth (2010), "Permutation P-values Should Never Be Zero"; Wilson (1927), "Probable Inference, the Law of
 * Succession, and Statistical Inference"; Dunn (1961), "Multiple Comparisons Among Means", for Bonferroni's correction.
 * @example
 * ```ts
 * import { transactionLog } from "rfm-kit";
 * import { defineProgramme, testHypothesis } from "rfm-kit/loyalty";
 *
 * const log = transactionLog([1, 2, 3, 4, 5, 6, 7, 8].map((id) => ({ customerId: id, date: "2024-03-01", amount: 10 * id })));
 * const programme = defineProgramme([], { conditions: { monetaryAtLeast: 50 } });
 * const { verdict, effect } = testHypothesis(log, programme, { claim: "share-at-least", share: 0.1, seed: 1 });
 * [verdict, effect.estimate]; // => ["supported", 0.5]
 * ```
 */
export function testHypothesis<Id>(
  log: TransactionLog<Id>,
  programme: LoyaltyProgramme,
  options: HypothesisOptions,
): HypothesisTest {
  checkOptions(CALLER, options, ["claim", "share", "seed", "asOf", "level", "replicates", "claims"]);
  const claim = checkChoice(CALLER, "claim", options.claim, Object.keys(CLAIMS) as ClaimName[]);
  const claims = checkClaims(options.claims ?? 1);
  const settings = readChances(CALLER, options, claims);
  const share = readShare(options);
  const population = openPopulation(CALLER, log, programme, options.asOf);
  const finding = findOut(claim, log, population, share, settings);
  return conclude(claim, finding, claims, settings.level);
}

const CALLER = "testHypothesis";

function findOut(
  claim: ClaimName,
  log: TransactionLog<unknown>,
  population: Population<unknown>,
  share: number,
  settings: Chances,
): Finding {
  switch (claim) {
    case "return-less":
      return testReturnLess(CALLER, population, settings);
    case "share-at-least":
      return testShare(population, share, settings);
    case "order-value-rising":
      return testOrderValue(CALLER, log, population, settings);
    case "buy-dearer":
      return testBuyDearer(CALLER, log, population, settings);
  }
}

function conclude(claim: ClaimName, finding: Finding, claims: number, level: number): HypothesisTest {
  const { effect, supports, contradicts, test, members, rest, leftOut, figures } = finding;
  const pValue = Math.min(1, 2 * Math.min(supports, contradicts));
  const adjustedPValue = Math.min(1, pValue * claims);
  const isLow = isFinding(adjustedPValue, level);
  const verdict = !isLow ? "undecided" : supports < contradicts ? "supported" : "contradicted";
  const p = Number(adjustedPValue.toPrecision(3));
  const text = `${CLAIMS[claim]}: ${verdict}; ${figures}; p = ${p} by ${test}.`;
  const figuresOf = { claim, verdict, effect, pValue, adjustedPValue, test, members, rest, leftOut } as const;
  return { ...figuresOf, text, note: noteOn(claims, level) };
}

function noteOn(claims: number, level: number): string {
  if (claims > 1)
    return `p is multiplied by ${claims}, the claims that are tested on these customers (Bonferroni).`;
  const part = Number((1 - level).toPrecision(3));
  return `One claim is tested. Of several that are false, a part of ${part} is decided by chance: tell \`claims\` how many there are.`;
}

function checkClaims(claims: unknown): number {
  if (Number.isInteger(claims) && Number(claims) >= 1 && Number(claims) <= 1000) return Number(claims);
  const expected = "a whole number of claims from 1 to 1000";
  throw new RfmError({ caller: CALLER, code: "invalidOption", path: "claims", expected, received: claims });
}

/** The share of a claim that has one; a share beside another claim is refused. */
function readShare({ claim, share }: HypothesisOptions): number {
  if (claim === "share-at-least") return checkInnerShare(CALLER, "share", share);
  if (share === undefined) return Number.NaN;
  const refusal = { caller: CALLER, code: "invalidOption", path: "share", received: share } as const;
  throw new RfmError({ ...refusal, expected: `no share beside "${claim}"` });
}

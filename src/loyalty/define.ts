import type { ClusterModel } from "../cluster/model.js";
import type { Bins } from "../core/bins.js";
import { MOST_DAYS } from "../core/day.js";
import { RfmError } from "../core/error.js";
import { deepFreeze } from "../core/model.js";
import { checkOptions } from "../core/options.js";
import type { ScoreModel } from "../core/score-model.js";
import { checkRows, readValues } from "../core/values.js";
import type { SegmentScheme } from "../segment/scheme.js";
import type { TenSegment } from "../segment/ten-segments.js";
import { agreement } from "./agreement.js";
import {
  checkConditions,
  checkStay,
  describeConditions,
  loosen,
  type ProgrammeConditions,
} from "./conditions.js";
import { distilConditions } from "./distil.js";
import { type LoyaltyProgramme, PROGRAMME_HEAD, type ProgrammeSelection } from "./programme-types.js";
import { readSelection, SELECTION_OPTIONS, type SelectionOptions } from "./read-selection.js";
import { type ProgrammeCustomer, selectMembers } from "./select.js";

/** What becomes of members, however they are chosen. */
export interface ProgrammeTerms {
  /** What a member has to meet to stay. Default: each condition of entry, a quarter looser. */
  readonly stay?: ProgrammeConditions | undefined;
  /** How many days in a row a member may fail `stay` and still be one. Default: 30. */
  readonly graceDays?: number | undefined;
  /** Orders and spend count for so many days, such as 365: `customers` are those of that window. Default: for ever. */
  readonly windowDays?: number | undefined;
}

/** One way to choose members, and what becomes of them. */
export type ProgrammeOptions<Name extends string = TenSegment> = ProgrammeTerms &
  (
    | {
        /** All who meet these: the rule itself. */
        readonly conditions: ProgrammeConditions;
      }
    | {
        /** The share of customers who spent most, above 0 and below 1; equal ones are in or out together. */
        readonly topShare: number;
      }
    | {
        /** As many of the customers who spent most as a sum of money pays for. The unit of the amounts. */
        readonly budget: number;
        /** What one member costs. */
        readonly costPerMember: number;
      }
    | {
        /** The segments whose customers are members. */
        readonly segments: readonly NoInfer<Name>[];
        /** The scheme that they are of. Default: `tenSegments`. */
        readonly scheme?: SegmentScheme<Name, Bins> | undefined;
        /** The ruler of the scores. Default: one that is fitted to `customers`, of the scheme's bins. */
        readonly model?: ScoreModel | undefined;
      }
    | {
        /** The numbers of the clusters whose customers are members. */
        readonly clusters: readonly number[];
        /** The model of `fitClusters` that they are of. */
        readonly model: ClusterModel;
      }
    | {
        /** The ids of the members: of a programme that exists, or of whatever else chose them. */
        readonly members: readonly (string | number)[];
      }
  );

/**
 * Defines a loyalty programme: whom it is for, the rule that says so in the shop's units, and what lets a member stay.
 *
 * Members are chosen by conditions, as a top share, by a budget, as segments, as clusters of k-means, or by their ids. Whichever
 * it is, `entry` says it in at most three conditions that a customer can be told: "last purchase within 45 days, at least 6
 * orders, at least 1,800 spent". Where conditions choose, these are the rule. Else it is distilled: the thresholds with the
 * highest F₁ = 2 · members admitted / (members + admitted) that a climb from several starts finds, in the roundest numbers
 * that divide the customers in the same way. `precision` and `recall` say how near the rule comes; a choice that was made by
 * thresholds from 0 up comes back with both 1.
 *
 * The programme chooses again, on any day, by the same share, models or ids: that is what {@link evaluateProgramme} does.
 *
 * Cost: O(n log n).
 *
 * @param customers rows of `computeRfm` with its usual ways of counting, of the last `windowDays` days where that is given
 * (`since`); clusters need the features of their model too.
 * @returns frozen JSON.
 * @throws RfmError on no way to choose or on two, on a choice of nobody or everybody (conditions may be for customers to
 * come), on a budget below the cost of one member, on `stay` that asks for more than `entry`, and on models that are none.
 * @see Van Rijsbergen (1979), "Information Retrieval", for F₁, the harmonic mean of precision and recall.
 * @example
 * ```ts
 * import { defineProgramme } from "rfm-kit/loyalty";
 *
 * const customers = Array.from({ length: 100 }, (_, i) => {
 *   const [recency, frequency] = [7 * (i % 10), 1 + Math.floor(i / 10)];
 *   return { customerId: i, recency, frequency, monetary: 20 + (i % 7) };
 * });
 * const { text, stay, precision, recall } = defineProgramme(customers, { segments: ["champions"] });
 * text; // => "last purchase within 10 days, at least 7 orders"
 * stay; // => { recencyAtMost: 13, frequencyAtLeast: 5 }
 * [precision, recall]; // => [1, 1]
 * ```
 */
export function defineProgramme<const Name extends string = TenSegment>(
  customers: readonly ProgrammeCustomer[],
  options: ProgrammeOptions<Name>,
): LoyaltyProgramme {
  checkOptions(CALLER, options, [...SELECTION_OPTIONS, ...TERMS]);
  checkCustomers(customers);
  const selection = readSelection(CALLER, options as SelectionOptions, customers);
  const given = "conditions" in options ? options.conditions : undefined;
  const asked = given === undefined ? {} : checkConditions(CALLER, "conditions", given);
  const isMember = selectMembers(CALLER, { selection, entry: asked }, customers);
  if (given === undefined) checkChoice(selection, isMember);
  const entry = given === undefined ? distilConditions(customers, isMember) : asked;
  const terms = readTerms(options, entry);
  const figures = agreement(entry, customers, isMember);
  const programme = {
    ...PROGRAMME_HEAD,
    selection,
    entry,
    ...terms,
    text: describeConditions(entry, terms.windowDays),
    ...figures,
  };
  // Through JSON, as a reactive array cannot be cloned otherwise.
  return deepFreeze(JSON.parse(JSON.stringify(programme)));
}

const CALLER = "defineProgramme";
const TERMS = ["stay", "graceDays", "windowDays"] as const;

/** Refuses rows that are no customers with figures. */
function checkCustomers(customers: readonly ProgrammeCustomer[]): void {
  checkRows(CALLER, customers);
  const row = customers.findIndex(
    (customer) => typeof customer === "object" && !("recency" in (customer ?? {})),
  );
  if (row >= 0) {
    const expected = "a customer with recency, frequency and monetary";
    const refusal = {
      caller: CALLER,
      code: "invalidInput",
      path: "customers",
      row,
      received: customers[row],
    } as const;
    throw new RfmError({ ...refusal, expected, hint: "computeRfm makes these of transactions" });
  }
  for (const figure of ["recency", "frequency", "monetary"] as const) {
    const values = readValues(CALLER, customers, figure);
    const below = figure === "monetary" ? -1 : values.findIndex((value) => value < 0);
    if (below === -1) continue;
    const refusal = { caller: CALLER, code: "invalidValue", path: figure, row: below } as const;
    throw new RfmError({ ...refusal, expected: "a number from 0 up", received: values[below] });
  }
}

/** Refuses a choice of nobody or of everybody: there is no border that a rule could say. */
function checkChoice(selection: ProgrammeSelection, isMember: Uint8Array): void {
  const members = isMember.reduce((sum, is) => sum + is, 0);
  if (members > 0 && members < isMember.length) return;
  const expected = "a choice that some of the customers are in and some are not";
  const hint = isMember.length === 0 ? "there are no customers" : `${members} of ${isMember.length} are in`;
  throw new RfmError({ caller: CALLER, code: "emptyPopulation", path: selection.by, expected, hint });
}

function readTerms(options: ProgrammeTerms, entry: ProgrammeConditions) {
  const { graceDays = 30, windowDays } = options;
  const stay =
    options.stay === undefined ? loosen(entry, 0.25) : checkConditions(CALLER, "stay", options.stay);
  checkStay(CALLER, "stay", stay, entry);
  checkDays("graceDays", graceDays, 0);
  if (windowDays !== undefined) checkDays("windowDays", windowDays, 1);
  return { stay, graceDays, windowDays: windowDays ?? null };
}

function checkDays(path: string, received: unknown, least: number): void {
  if (Number.isInteger(received) && Number(received) >= least && Number(received) <= MOST_DAYS) return;
  const expected = `a whole number of days from ${least} to ${MOST_DAYS}`;
  throw new RfmError({ caller: CALLER, code: "invalidOption", path, expected, received });
}

import { openWalk } from "../core/decimals.js";
import { CONDITIONS, type MemberFigures, type ProgrammeConditions } from "./conditions.js";
import type { Population } from "./population.js";

/** A member, and how far from the border. */
export interface EligibleCustomer<Id> {
  readonly customerId: Id;
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  /** Days that may still pass without a purchase; below 0: too many have. `null` where entry does not look at them. */
  readonly daysToSpare: number | null;
  /** Orders beyond what entry asks for. */
  readonly ordersToSpare: number | null;
  /** Spend beyond what entry asks for. */
  readonly spendToSpare: number | null;
  /** The least of these as a part of what entry asks for: 0 at the border, below 0 outside of the rule. */
  readonly margin: number;
}

/** Who is eligible? By falling monetary value; equal ones in order of first appearance. O(n log n). */
export function listEligible<Id>(
  { customers, isMember }: Population<Id>,
  entry: ProgrammeConditions,
): EligibleCustomer<Id>[] {
  const members = customers.filter((_, row) => isMember[row] === 1);
  return members
    .map(({ customerId, recency, frequency, monetary }) => {
      const [daysToSpare, ordersToSpare, spendToSpare] = toSpare(entry, { recency, frequency, monetary });
      const margin = marginOf(entry, { recency, frequency, monetary });
      return { customerId, recency, frequency, monetary, daysToSpare, ordersToSpare, spendToSpare, margin };
    })
    .sort((a, b) => b.monetary - a.monetary);
}

/** How far a customer is inside of the conditions: the least distance, as a part of what is asked for. */
export function marginOf(entry: ProgrammeConditions, customer: MemberFigures): number {
  const spare = toSpare(entry, customer);
  return CONDITIONS.reduce((least, { condition }, i) => {
    const [asked, room] = [entry[condition], spare[i]];
    return asked === undefined || room === null ? least : Math.min(least, room / (asked || 1));
  }, Number.POSITIVE_INFINITY);
}

function toSpare(entry: ProgrammeConditions, customer: MemberFigures): (number | null)[] {
  return CONDITIONS.map(({ condition, figure, better }) => {
    const asked = entry[condition];
    return asked === undefined ? null : better * openWalk(customer[figure], asked)(-1) + 0;
  });
}

import { CONDITIONS, type MemberFigures } from "./conditions.js";

/**
 * Customers and who of them is chosen, by what conditions look at: the merits of a customer are recency with its sign
 * turned, frequency and monetary, so that more is better of each. A rule can tell who has less than nothing
 * from who has not, and no more, so that all of the former merit the same.
 */
export interface Field {
  readonly merits: readonly Float64Array[];
  /** The customers by falling merit, for each of the merits. */
  readonly orders: readonly Int32Array[];
  readonly isMember: Uint8Array;
  readonly members: number;
}

/** The least merit of each kind that is admitted; −∞ where any is. */
export type Thresholds = readonly number[];

/** O(n log n). */
export function openField(customers: readonly MemberFigures[], isMember: Uint8Array): Field {
  const merits = CONDITIONS.map(({ figure, better }) =>
    Float64Array.from(customers, (customer) => better * (customer[figure] < 0 ? -1 : customer[figure])),
  );
  const orders = merits.map((merit) => Int32Array.from(merit.keys()).sort((a, b) => merit[b] - merit[a]));
  return { merits, orders, isMember, members: isMember.reduce((sum, is) => sum + is, 0) };
}

/** Whether a customer is admitted by all thresholds but one. */
export function passesOthers(
  { merits }: Field,
  thresholds: Thresholds,
  one: number,
  customer: number,
): boolean {
  for (let kind = 0; kind < merits.length; kind++) {
    if (kind !== one && merits[kind][customer] < thresholds[kind]) return false;
  }
  return true;
}

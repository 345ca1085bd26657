import { normalTail } from "./normal.js";

/** Whose values are greater, whatever their size. */
export interface RankComparison {
  /** P(member > other) − P(member < other) for one customer of either group: −1 to 1. */
  readonly cliffsDelta: number;
  /** Of both sides, by the normal approximation with its corrections for ties and continuity. */
  readonly pValue: number;
}

/** What two sorted groups come to, value by value. */
interface Standing {
  /** Mann and Whitney's U: pairs in which the member is greater, and half of those that are equal. */
  readonly u: number;
  /** Σ (t³ − t) over values that t customers share. */
  readonly ties: number;
}

/**
 * Mann and Whitney's test, which asks of two groups who stands higher; both must have customers. O(n log n).
 *
 * @see Mann and Whitney (1947); Cliff (1993), "Dominance statistics".
 */
export function compareRanks(members: Float64Array, rest: Float64Array): RankComparison {
  const { u, ties } = standing(members.slice().sort(), rest.slice().sort());
  const pairs = members.length * rest.length;
  const n = members.length + rest.length;
  const variance = (pairs / 12) * (n + 1 - ties / (n * (n - 1)));
  const cliffsDelta = (2 * u) / pairs - 1;
  // Where all are equal there is nothing to tell.
  if (!(variance > 0)) return { cliffsDelta, pValue: 1 };
  const z = (Math.abs(u - pairs / 2) - 0.5) / Math.sqrt(variance);
  return { cliffsDelta, pValue: Math.min(1, 2 * normalTail(z)) };
}

function standing(members: Float64Array, rest: Float64Array): Standing {
  let u = 0;
  let ties = 0;
  let member = 0;
  let other = 0;
  while (member < members.length || other < rest.length) {
    const value = Math.min(
      members[member] ?? Number.POSITIVE_INFINITY,
      rest[other] ?? Number.POSITIVE_INFINITY,
    );
    const equalMembers = runLength(members, member, value);
    const equalOthers = runLength(rest, other, value);
    u += equalMembers * (other + equalOthers / 2);
    ties += (equalMembers + equalOthers) ** 3 - (equalMembers + equalOthers);
    member += equalMembers;
    other += equalOthers;
  }
  return { u, ties };
}

/** How many values from a place on are the same. */
function runLength(ascending: Float64Array, from: number, value: number): number {
  let end = from;
  while (ascending[end] === value) end++;
  return end - from;
}

import { hypergeometricUpperTail, type Urn } from "../core/proportion.js";

/** Fisher's exact test, two-sided, as twice the smaller tail: that chance draws so many of a kind, or so few. O(√drawn). */
export function fisherTwoSided(count: number, urn: Urn): number {
  const { population, marked, drawn } = urn;
  const many = hypergeometricUpperTail(count, urn);
  const few = hypergeometricUpperTail(drawn - count, { population, marked: population - marked, drawn });
  return Math.min(1, 2 * Math.min(many, few));
}

/** Sums of numbers up to this size stay finite for any number of rows. */
const LARGEST = 1e290;

/** Whether a value is a number that sums can hold. */
export function isUsable(value: unknown): value is number {
  return typeof value === "number" && Math.abs(value) <= LARGEST;
}

/** What is expected of a value that is not. */
export function expectedNumber(value: unknown): string {
  return Number.isFinite(value) ? `a number of at most ${LARGEST} in size` : "a finite number";
}

/** The greatest power of two up to a positive number, or the next one: to scale by it loses nothing. */
export function powerBelow(value: number): number {
  return 2 ** Math.floor(Math.log2(value));
}

import { Adder, fsum } from "d3-array";

/** What a sum of two doubles lost to rounding (Knuth's two-sum). */
export function roundingOf(a: number, b: number, sum: number): number {
  const bRounded = sum - a;
  return a - (sum - bRounded) + (b - bRounded);
}

/**
 * A sum without rounding: a pair of doubles whose total is exact and, where a pair is not enough (which takes numbers
 * 16 orders of magnitude apart), d3-array's `Adder` for what the pair loses.
 */
export class ExactSum {
  #sum = 0;
  #rest = 0;
  #lost: Adder | undefined;

  add(value: number): void {
    const sum = this.#sum + value;
    const lost = roundingOf(this.#sum, value, sum);
    this.#sum = sum;
    if (lost === 0) return;
    const rest = this.#rest + lost;
    const fine = roundingOf(this.#rest, lost, rest);
    this.#rest = rest;
    if (fine !== 0) this.#lost = (this.#lost ?? new Adder()).add(fine);
  }

  /** The total, rounded once. */
  valueOf(): number {
    return totalOf(this.#sum, this.#rest, this.#lost);
  }
}

/** The sum of a column, rounded once: what d3-array's `fsum` gives of any values, in a fraction of its time. */
export function sumOf(values: Float64Array): number {
  const sum = new ExactSum();
  for (let i = 0; i < values.length; i++) sum.add(values[i]);
  return sum.valueOf();
}

/** The total of a pair and of what it lost, rounded once; never -0. */
export function totalOf(sum: number, rest: number, lost: Adder | undefined): number {
  return lost === undefined ? sum + rest + 0 : fsum([sum, rest, ...partsOf(lost)]) + 0;
}

/** Doubles that add up to an adder's sum exactly, the largest first. */
export function partsOf(adder: Adder): number[] {
  const parts: number[] = [];
  for (let part = adder.valueOf(); Math.abs(part) > 0; part = adder.valueOf()) {
    parts.push(part);
    adder.add(-part);
  }
  for (const part of parts) adder.add(part);
  return parts;
}

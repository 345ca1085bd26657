import { bisectRight, cumsum } from "d3-array";
import { randomExponential, randomGamma, randomGeometric, randomLcg } from "d3-random";

/** Every draw of a simulation, from one stream: its seed decides them all. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  uniform(): number;
  happens(probability: number): boolean;
  exponential(rate: number): number;
  /** With mean shape / rate. */
  gamma(shape: number, rate: number): number;
  /** 1, 2, …: trials up to the first success. */
  geometric(mean: number): number;
  /** One of the items, each as likely as its weight. */
  pick<T>(urn: Urn<T>): T;
}

/** Items with the running totals of their weights. */
export interface Urn<T> {
  readonly items: readonly T[];
  readonly totals: Float64Array;
}

export function fillUrn<T>(items: readonly T[], weightOf: (item: T) => number): Urn<T> {
  return { items, totals: cumsum(items, weightOf) };
}

export function openChance(seed: number): Chance {
  const source = randomLcg(seed);
  const exponential = randomExponential.source(source);
  const gamma = randomGamma.source(source);
  const geometric = randomGeometric.source(source);
  return {
    uniform: source,
    happens: (probability) => source() < probability,
    exponential: (rate) => exponential(rate)(),
    gamma: (shape, rate) => gamma(shape, 1 / rate)(),
    geometric: (mean) => geometric(1 / mean)(),
    pick: ({ items, totals }) => items[bisectRight(totals, source() * totals[totals.length - 1])],
  };
}

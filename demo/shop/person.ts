import { levelOf } from "./catalogue.js";
import { type Chance, fillUrn } from "./chance.js";

/** The parameters of the population, named as in the literature; time in days, money in cents. */
export const POPULATION = {
  /** Orders a day: λ ~ gamma(r, α), the Pareto/NBD model of Schmittlein, Morrison and Colombo (1987). */
  r: 0.42,
  alpha: 20,
  /** Dropping out: μ ~ gamma(s, β), of the same model, before a gateway product slows it. */
  s: 0.7,
  beta: 150,
  /** Order values: z ~ gamma(p, ν), ν ~ gamma(q, γ), the gamma-gamma model of Fader and Hardie (2013). */
  p: 4,
  q: 2.8,
  gamma: 4_500,
} as const;

/** What someone is like who walks in. */
export interface Person {
  readonly country: string;
  /** Orders a day while a customer. */
  readonly rate: number;
  /** Chance a day of dropping out, did no gateway product change it. */
  readonly restlessness: number;
  /** What an order is meant to come to on average, in cents. */
  readonly budget: number;
  /** The price level they like best. */
  readonly taste: number;
}

const COUNTRIES = fillUrn(
  [
    ["United Kingdom", 84],
    ["Germany", 5],
    ["France", 4],
    ["Ireland", 3],
    ["Netherlands", 2],
    ["Spain", 1],
    ["Switzerland", 1],
  ] as const,
  ([, weight]) => weight,
);

/** The part of an order that one thing costs: some like many small things, some a single dear one. */
const PARTS = fillUrn([0.05, 0.15, 0.5], () => 1);

export function meetPerson(chance: Chance): Person {
  const { r, alpha, s, beta, p, q, gamma } = POPULATION;
  const budget = p / chance.gamma(q, gamma);
  return {
    country: chance.pick(COUNTRIES)[0],
    rate: chance.gamma(r, alpha),
    restlessness: chance.gamma(s, beta),
    budget,
    taste: levelOf(budget * chance.pick(PARTS)),
  };
}

/** What one order is meant to come to, in cents. */
export function drawBudget(chance: Chance, { budget }: Person): number {
  return chance.gamma(POPULATION.p, POPULATION.p / budget);
}

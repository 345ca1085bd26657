import { CATALOGUE, LEVELS, type Product } from "./catalogue.js";
import { type Chance, fillUrn } from "./chance.js";

/** A product and how many of it; below zero where it came back. */
export interface Item {
  readonly product: Product;
  readonly quantity: number;
}

/** What each taste reaches for: its own price level, and other levels a quarter as often for each step. */
const SHELVES = Array.from({ length: LEVELS }, (_, taste) =>
  fillUrn(CATALOGUE, ({ level, appeal }) => appeal * 0.25 ** Math.abs(level - taste)),
);

const MEAN_WISHES = 6;

/**
 * Picks different products, as many of each as its part of the budget (in cents) buys: the next whole number
 * up or down, at random, so that on average the budget is what is spent. Nobody leaves with nothing.
 */
export function fillBasket(chance: Chance, taste: number, budget: number): Item[] {
  const basket = new Map<Product, number>();
  let left = budget;
  for (let wishes = chance.geometric(MEAN_WISHES); wishes > 0 && left > 0; wishes--) {
    const product = chance.pick(SHELVES[taste]);
    if (basket.has(product)) continue;
    const quantity = Math.floor(left / wishes / product.cents + chance.uniform());
    if (quantity === 0) continue;
    basket.set(product, quantity);
    left -= quantity * product.cents;
  }
  if (basket.size === 0) basket.set(chance.pick(SHELVES[taste]), 1);
  return Array.from(basket, ([product, quantity]) => ({ product, quantity }));
}

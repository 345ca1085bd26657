import fc from "fast-check";
import { expect } from "vitest";
import { compareAnswers, subjectOf } from "./answers.js";
import type { Engine } from "./engine.js";
import { hostileNames, provoke } from "./hostile.js";
import { choices, compareShop } from "./parity.js";
import { type Abilities, shop, tableOf } from "./shop.js";

/** Shops of cents rounded to cents, and of quarters, whose sums need no rounding. */
export async function compareShops(engine: Engine, can: Abilities, zones: readonly string[]): Promise<void> {
  for (const [kind, decimals] of [
    ["cents", 2],
    ["quarters", undefined],
  ] as const) {
    const property = fc.asyncProperty(shop(kind, can), choices(zones), (lines, made) =>
      compareShop(engine, lines, made, decimals),
    );
    await fc.assert(property, { numRuns: 300 });
  }
}

/** Every other answer about shops. */
export async function compareOthers(engine: Engine, can: Abilities, zones: readonly string[]): Promise<void> {
  const property = fc.asyncProperty(shop("cents", can), choices(zones), async (lines, made) => {
    await engine.load("shop", tableOf(lines));
    await compareAnswers(engine, subjectOf(lines, made));
  });
  await fc.assert(property, { numRuns: 100 });
}

/** Names and values that want to be syntax. */
export async function compareHostile(engine: Engine): Promise<void> {
  const fates = { refused: 0, harmless: 0 };
  const property = fc.asyncProperty(hostileNames, async (made) => {
    fates[await provoke(engine, made)]++;
  });
  await fc.assert(property, { numRuns: 500 });
  expect(fates.harmless).toBeGreaterThan(100);
}

import fc from "fast-check";
import { rfmSql } from "rfm-kit/sql";
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

/** Means of two orders that lie just half way between two cents, small and large, and of amounts that cancel out. */
export async function compareHalves(engine: Engine): Promise<void> {
  const totals = [0.01, 2.01, 5.35, 1234567.89, 98765432.11, 2469135780.01, 98765432109.87];
  const lines = totals.flatMap((total, i) => [
    { customer: i, order: "a", amount: total },
    { customer: i, order: "b", amount: 0 },
  ]);
  const cancelling = [-3.99, -29.46, 34.4, 1].map((amount, i) => ({ customer: -1, order: `o${i}`, amount }));
  lines.push(...cancelling);
  await engine.load("shop", [
    { name: "customer", type: "integer", values: lines.map(({ customer }) => customer) },
    { name: "order", type: "text", values: lines.map(({ order }) => order) },
    { name: "date", type: "text", values: lines.map(() => "2024-03-01") },
    { name: "amount", type: "double", values: lines.map(({ amount }) => amount) },
  ]);
  const columns = { customerId: "customer", orderId: "order", date: "date", amount: "amount" };
  const ask = { asOf: "2024-03-31", monetary: "mean", decimals: 2 } as const;
  const found = await engine.run(
    rfmSql({ dialect: engine.dialect, from: "shop", columns, ...ask, scores: false, output: "customers" }),
  );
  const byId = new Map(found.map(({ customerId, monetary }) => [customerId, monetary]));
  const cents = totals.map((total) => Math.floor((Math.round(100 * total) + 1) / 2) / 100);
  expect(totals.map((_, i) => byId.get(i))).toEqual(cents);
  expect(byId.get(-1)).toBe(0.98);
}

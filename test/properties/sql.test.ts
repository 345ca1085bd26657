import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareAnswers, subjectOf } from "../sql/answers.js";
import type { Engine } from "../sql/engine.js";
import { openDuckdb } from "../sql/engines/duckdb.js";
import { hostileNames, provoke } from "../sql/hostile.js";
import { choices, compareShop } from "../sql/parity.js";
import { shop, tableOf } from "../sql/shop.js";

const CAN = { dates: ["date", "timestamp", "instant", "text"], amounts: ["double", "decimal"] } as const;
const ZONES = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];

/** A statement takes its time in the engine: fewer runs than of what is computed here. */
const RUNS = { numRuns: process.env.RFM_KIT_MUTANT === undefined ? 300 : 3000 };

describe("statements in DuckDB", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
  });
  afterAll(() => engine.close());

  it("give every customer what the library gives, rounded to cents", async () => {
    await fc.assert(
      fc.asyncProperty(shop("cents", CAN), choices(ZONES), (lines, made) =>
        compareShop(engine, lines, made, 2),
      ),
      RUNS,
    );
  });

  it("give every customer what the library gives, of amounts whose sums need no rounding", async () => {
    await fc.assert(
      fc.asyncProperty(shop("quarters", CAN), choices(ZONES), (lines, made) =>
        compareShop(engine, lines, made, undefined),
      ),
      RUNS,
    );
  });

  it("give segments, concentration, profile and moves as the library gives them", async () => {
    await fc.assert(
      fc.asyncProperty(shop("cents", CAN), choices(ZONES), async (lines, made) => {
        await engine.load("shop", tableOf(lines));
        await compareAnswers(engine, subjectOf(lines, made));
      }),
      { numRuns: RUNS.numRuns / 3 },
    );
  });

  it("take names and values for names and values, whatever they hold", async () => {
    const fates = { refused: 0, harmless: 0 };
    await fc.assert(
      fc.asyncProperty(hostileNames, async (made) => {
        fates[await provoke(engine, made)]++;
      }),
      { numRuns: 500 },
    );
    console.log(`hostile names: ${fates.refused} refused, ${fates.harmless} harmless`);
    expect(fates.harmless).toBeGreaterThan(100);
  });
});

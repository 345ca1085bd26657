import fc from "fast-check";
import { afterAll, beforeAll, describe, it } from "vitest";
import type { Engine } from "./engine.js";
import { openDuckdb } from "./engines/duckdb.js";
import { choices, compareCustomers } from "./parity.js";
import { shop } from "./shop.js";

const CAN = { dates: ["date", "timestamp", "instant", "text"], amounts: ["double", "decimal"] } as const;
const ZONES = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];

describe("DuckDB", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
  });
  afterAll(() => engine.close());

  it.each([
    ["cents", 2],
    ["quarters", undefined],
  ] as const)("gives every customer what the library gives: %s", async (kind, decimals) => {
    await fc.assert(
      fc.asyncProperty(shop(kind, CAN), choices(ZONES), (lines, made) =>
        compareCustomers(
          engine,
          lines,
          made.returns === "match" ? { ...made, returns: "net" } : made,
          decimals,
        ),
      ),
      { numRuns: 300 },
    );
  });
});

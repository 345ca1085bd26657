import fc from "fast-check";
import { afterAll, beforeAll, describe, it } from "vitest";
import { hasData } from "../data.js";
import { compareDates } from "./dates.js";
import type { Engine } from "./engine.js";
import { openPostgresql } from "./engines/postgresql.js";
import { choices, compareShop } from "./parity.js";
import { compareRetail } from "./retail.js";
import { shop } from "./shop.js";

const CAN = { dates: ["date", "timestamp", "instant", "text"], amounts: ["double", "decimal"] } as const;
const ZONES = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];

describe("PostgreSQL", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openPostgresql();
  });
  afterAll(() => engine.close());

  it.each([
    ["cents", 2],
    ["quarters", undefined],
  ] as const)("gives every customer what the library gives: %s", async (kind, decimals) => {
    await fc.assert(
      fc.asyncProperty(shop(kind, CAN), choices(ZONES), (lines, made) =>
        compareShop(engine, lines, made.returns === "match" ? { ...made, returns: "net" } : made, decimals),
      ),
      { numRuns: 300 },
    );
  });

  it("reads dates as the library does", () => compareDates(engine, ZONES));

  it.runIf(hasData).each(["double", "decimal"] as const)(
    "gives every customer of Online Retail what the library gives: %s prices",
    (type) => compareRetail(engine, type),
  );
});

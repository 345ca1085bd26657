import fc from "fast-check";
import { afterAll, beforeAll, describe, it } from "vitest";
import { hasData } from "../data.js";
import { compareDates } from "./dates.js";
import type { Engine } from "./engine.js";
import { openSqlite } from "./engines/sqlite.js";
import { choices, compareShop } from "./parity.js";
import { compareRetail } from "./retail.js";
import { shop } from "./shop.js";

const CAN = { dates: ["text", "integer"], amounts: ["double"] } as const;

describe("SQLite", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSqlite();
  });
  afterAll(() => engine.close());

  it.each([
    ["cents", 2],
    ["quarters", undefined],
  ] as const)("gives every customer what the library gives: %s", async (kind, decimals) => {
    await fc.assert(
      fc.asyncProperty(shop(kind, CAN), choices(["UTC"]), (lines, made) =>
        compareShop(engine, lines, made.returns === "match" ? { ...made, returns: "net" } : made, decimals),
      ),
      { numRuns: 300 },
    );
  });

  it("reads dates as the library does", () => compareDates(engine, ["UTC"]));

  it.runIf(hasData)("gives every customer of Online Retail what the library gives", () =>
    compareRetail(engine, "double"),
  );
});

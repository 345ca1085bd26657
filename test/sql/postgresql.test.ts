import { afterAll, beforeAll, describe, it } from "vitest";
import { hasData } from "../data.js";
import { compareDates } from "./dates.js";
import type { Engine } from "./engine.js";
import { openPostgresql } from "./engines/postgresql.js";
import { compareMerged, compareMergedRetail } from "./incremental.js";
import { compareHalves, compareHostile, compareOthers, compareShops } from "./properties.js";
import { compareRetail } from "./retail.js";

const CAN = { dates: ["date", "timestamp", "instant", "text"], amounts: ["double", "decimal"] } as const;
const ZONES = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];

describe("PostgreSQL", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openPostgresql();
  });
  afterAll(() => engine.close());

  it("gives every customer what the library gives", () => compareShops(engine, CAN, ZONES));

  it("answers about shops as the library does", () => compareOthers(engine, CAN, ZONES));

  it("reads dates as the library does", () => compareDates(engine, ZONES));

  it("takes names and values for names and values, whatever they hold", () => compareHostile(engine));

  it("rounds halves as decimals are rounded", () => compareHalves(engine));

  it("gives the customers of all lines, in whatever batches and order they are merged", () =>
    compareMerged(engine, CAN, ZONES));

  it.runIf(hasData)("gives the customers of Online Retail merged month by month", () =>
    compareMergedRetail(engine),
  );

  it.runIf(hasData).each(["double", "decimal"] as const)(
    "answers as the library does about Online Retail: %s prices",
    (type) => compareRetail(engine, type),
  );
});

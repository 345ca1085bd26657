import { afterAll, beforeAll, describe, it } from "vitest";
import { hasData } from "../data.js";
import { compareDates } from "./dates.js";
import type { Engine } from "./engine.js";
import { openSqlite } from "./engines/sqlite.js";
import { compareMerged, compareMergedRetail } from "./incremental.js";
import { compareHalves, compareHostile, compareOthers, compareShops } from "./properties.js";
import { compareRetail } from "./retail.js";

const CAN = { dates: ["text", "integer"], amounts: ["double"] } as const;
const ZONES = ["UTC"];

describe("SQLite", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openSqlite();
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

  it.runIf(hasData)("answers as the library does about Online Retail", () => compareRetail(engine, "double"));
});

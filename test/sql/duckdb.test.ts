import { afterAll, beforeAll, describe, it } from "vitest";
import { hasData } from "../data.js";
import { compareDates } from "./dates.js";
import type { Engine } from "./engine.js";
import { openDuckdb } from "./engines/duckdb.js";
import { compareRetail } from "./retail.js";

const ZONES = ["UTC", "Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Apia"];

describe("DuckDB", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
  });
  afterAll(() => engine.close());

  it("reads dates as the library does", () => compareDates(engine, ZONES));

  it.runIf(hasData).each(["double", "decimal"] as const)(
    "answers as the library does about Online Retail: %s prices",
    (type) => compareRetail(engine, type),
  );
});

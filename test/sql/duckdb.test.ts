import { describe, it } from "vitest";
import { hasData } from "../data.js";
import { openDuckdb } from "./engines/duckdb.js";
import { compareRetail } from "./retail.js";

describe.runIf(hasData)("DuckDB", () => {
  it.each(["double", "decimal"] as const)(
    "answers as the library does about Online Retail: %s prices",
    async (type) => {
      const engine = await openDuckdb();
      await compareRetail(engine, type);
      await engine.close();
    },
  );
});

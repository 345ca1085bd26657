import { randomLcg, randomLogNormal } from "d3-random";
import { rfmSql } from "rfm-kit/sql";
import { describe, expect, it } from "vitest";
import { openDuckdb } from "./engines/duckdb.js";

describe("approximate quantiles", () => {
  it("divide 20,000 customers into fifths to a percent", async () => {
    const amount = randomLogNormal.source(randomLcg(0.5))(4, 1.2);
    const count = 20_000;
    const engine = await openDuckdb();
    await engine.load("sales", [
      { name: "customer", type: "integer", values: Array.from({ length: count }, (_, i) => i) },
      { name: "day", type: "date", values: Array.from({ length: count }, () => "2024-03-01") },
      { name: "amount", type: "double", values: Array.from({ length: count }, () => amount()) },
    ]);
    const rows = await engine.run(
      rfmSql({
        dialect: "duckdb",
        from: "sales",
        columns: { customerId: "customer", date: "day", amount: "amount" },
        asOf: "2024-03-31",
        scores: { quantiles: "approximate" },
        scheme: false,
        output: "customers",
      }),
    );
    await engine.close();
    for (const score of [1, 2, 3, 4, 5]) {
      const share = rows.filter(({ m }) => m === score).length / count;
      expect(Math.abs(share - 0.2), `score ${score}`).toBeLessThan(0.01);
    }
    expect(new Set(rows.map(({ r, f }) => `${r} ${f}`))).toEqual(new Set(["5 1"]));
  });
});

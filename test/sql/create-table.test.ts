import { createTableSql, rfmSql } from "rfm-kit/sql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import type { Engine } from "./engine.js";
import { openDuckdb } from "./engines/duckdb.js";

const dialect = "duckdb";

describe("createTableSql", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
    await engine.load("orders", [
      { name: "customer", type: "text", values: ["ada", "ada", "bob"] },
      { name: "date", type: "date", values: ["2024-03-01", "2024-03-20", "2023-11-05"] },
      { name: "amount", type: "double", values: [120, 80.5, 35] },
    ]);
  });
  afterAll(() => engine.close());

  it.each([{}, { scheme: false }, { scores: false }, { scores: false, scheme: false }] as const)(
    "makes the table that the customers of a statement fill: %o",
    async (parts) => {
      const columns = { customerId: "customer", date: "date", amount: "amount" };
      const statement = rfmSql({
        ...{ dialect, from: "orders", columns, asOf: "2024-03-31" },
        ...parts,
        output: "customers",
      });
      await engine.run("DROP TABLE IF EXISTS model");
      await engine.run(
        createTableSql({ dialect, table: "model", holds: "customers", customerId: "text", ...parts }),
      );
      await engine.run(`INSERT INTO model ${statement}`);
      const byId = (rows: Record<string, unknown>[]) =>
        new Map(rows.map((row) => [row.customerId, Object.entries(row)]));
      const expected = byId(await engine.run(statement));
      expect(expected.size).toBe(2);
      expect(byId(await engine.run("FROM model"))).toEqual(expected);
      await expect(engine.run(`INSERT INTO model ${statement}`)).rejects.toThrow(/[Dd]uplicate key/);
    },
  );

  it("makes a table under a path, with ids that are whole numbers", async () => {
    await engine.run('CREATE SCHEMA "my shop"');
    const table = ["my shop", "rfm state"];
    await engine.run(createTableSql({ dialect, table, holds: "state", customerId: "integer" }));
    const [row] = await engine.run(
      `INSERT INTO "my shop"."rfm state" VALUES (1099511627776, '2024-03-01', '', 1, 2.5) RETURNING *`,
    );
    expect(row).toMatchObject({ customerId: 2 ** 40, orderId: "", purchases: 1, total: 2.5 });
  });

  it("refuses what it does not know", () => {
    const ask = (options: object) => () =>
      createTableSql({ dialect, table: "model", holds: "customers", customerId: "text", ...options });
    expectRefusal(ask({ holds: "segments" }), { code: "invalidOption", path: "holds" });
    expectRefusal(ask({ customerId: "uuid" }), { code: "invalidOption", path: "customerId" });
    expectRefusal(ask({ table: "a.b" }), { code: "invalidOption", path: "table" });
    expectRefusal(ask({ scores: true }), { code: "invalidOption", path: "scores" });
    expectRefusal(ask({ holds: "state", scores: false }), { code: "unknownOption", path: "scores" });
    expectRefusal(ask({ name: "model" }), { code: "unknownOption", path: "name" });
  });
});

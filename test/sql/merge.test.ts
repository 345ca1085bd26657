import { mergeSql, rfmSql } from "rfm-kit/sql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectRefusal } from "../refusal.js";
import type { Engine } from "./engine.js";
import { openDuckdb } from "./engines/duckdb.js";
import { makeState, STATE } from "./incremental.js";
import { tableOf } from "./shop.js";

const dialect = "duckdb";

describe("mergeSql", () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
  });
  afterAll(() => engine.close());

  it("keeps a row for each customer, day and order, and takes a line without an order for one of its own", async () => {
    await makeState(engine, "integer");
    const line = (customer: number, order: string | null, date: string, amount: number) => ({
      ...{ customer, order, date, amount },
      product: null,
      quantity: null,
    });
    const types = { customer: "integer", date: "date", amount: "double" } as const;
    const days = [
      [line(1, "a", "2024-03-01", 10), line(1, "a", "2024-03-01", 5), line(1, null, "2024-03-01", 1)],
      [line(1, null, "2024-03-01", 2), line(1, "a", "2024-03-01", -4), line(2, "b", "2024-03-02", -1)],
    ];
    for (const lines of days) {
      await engine.load("shop", tableOf({ types, lines }));
      const columns = { customerId: "customer", orderId: "order", date: "date", amount: "amount" };
      await engine.run(mergeSql({ dialect, from: "shop", columns, into: STATE }));
    }
    const stored = await engine.run(
      `SELECT "customerId", strftime("day", '%Y-%m-%d') AS "day", "orderId", "purchases", "total" FROM ${STATE} ORDER BY ALL`,
    );
    expect(stored).toEqual([
      { customerId: 1, day: "2024-03-01", orderId: "", purchases: 2, total: 3 },
      { customerId: 1, day: "2024-03-01", orderId: "a", purchases: 2, total: 11 },
      { customerId: 2, day: "2024-03-02", orderId: "b", purchases: 0, total: -1 },
    ]);
    const figures = {
      dialect,
      state: STATE,
      asOf: "2024-03-31",
      scores: false,
      output: "customers",
    } as const;
    expect(await engine.run(rfmSql(figures))).toEqual([
      { customerId: 1, recency: 30, frequency: 3, monetary: 14, tenure: 30 },
    ]);
    expect(await engine.run(rfmSql({ ...figures, asOf: "2024-02-29" }))).toEqual([]);
  });

  it("refuses matched returns, and names that cannot be quoted", () => {
    const columns = { customerId: "customer", date: "date", amount: "amount" };
    const ask = (options: object) => () =>
      mergeSql({ dialect, from: "shop", columns, into: STATE, ...options });
    expectRefusal(ask({ returns: "match" }), {
      code: "invalidOption",
      path: "returns",
      message: /no longer/,
    });
    expectRefusal(ask({ into: "a.b" }), { code: "invalidOption", path: "into" });
    expectRefusal(ask({ into: undefined }), { code: "invalidOption", path: "into" });
    expectRefusal(ask({ from: "" }), { code: "invalidOption", path: "from" });
    expectRefusal(ask({ asOf: "2024-03-31" }), { code: "unknownOption", path: "asOf" });
  });

  it.each([
    ["from", "shop"],
    ["columns", {}],
    ["timeZone", "Europe/London"],
    ["returns", "drop"],
    ["exclude", {}],
  ])("has what was settled at merging refused with a state: %s", (path, value) => {
    const options = {
      dialect,
      state: STATE,
      asOf: "2024-03-31",
      output: "customers",
      [path]: value,
    } as const;
    expectRefusal(() => rfmSql(options), { code: "invalidOption", path, message: /settled/ });
  });

  it("has periods of 24 hours refused with a state, and tables by a dotted name", () => {
    const options = { dialect, state: STATE, asOf: "2024-03-31", output: "customers" } as const;
    expectRefusal(() => rfmSql({ ...options, recency: "elapsed" }), {
      code: "invalidOption",
      path: "recency",
      message: /days/,
    });
    expectRefusal(() => rfmSql({ ...options, state: "shop.rfm_state" }), {
      code: "invalidOption",
      path: "state",
    });
  });
});
